/** The orders that one walk of a station picks together, by their places on its cart. */
export const cart = `
ALTER TABLE task ADD COLUMN cart TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(cart));
`;

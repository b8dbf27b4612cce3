/** The totes in the places of a station's cart, and what is on its way into them. */
export const totes = `
ALTER TABLE task ADD COLUMN totes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(totes));
ALTER TABLE task ADD COLUMN put TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(put));
`;

/** What the label of a pallet that was printed last says. */
export const moves = `
ALTER TABLE handling_unit ADD COLUMN label_mark TEXT;
`;

/** What the label of a pallet that was printed last says; a move by scanner on its way, and how it stood before a scan in it. */
export const moves = `
ALTER TABLE handling_unit ADD COLUMN label_mark TEXT;
ALTER TABLE task ADD COLUMN move TEXT CHECK (move IS NULL OR json_valid(move));
ALTER TABLE scan ADD COLUMN move_before TEXT CHECK (move_before IS NULL OR json_valid(move_before));
`;

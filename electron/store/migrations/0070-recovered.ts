/**
 * What a recovered operation was and becomes: the lineage that the life before had filed it under, and the cases that it opened in the new
 * one, of which a copy that contains it says only the rows.
 */
export const recovered = `
ALTER TABLE recovered ADD COLUMN lineage INTEGER;
ALTER TABLE recovered ADD COLUMN case_ids TEXT CHECK (case_ids IS NULL OR json_valid(case_ids));
`;

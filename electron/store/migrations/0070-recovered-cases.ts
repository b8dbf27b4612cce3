/** The cases that a recovered operation opened in the new life, by central's answer: a copy that contains it says only its rows. */
export const recoveredCases = `
ALTER TABLE recovered ADD COLUMN case_ids TEXT CHECK (case_ids IS NULL OR json_valid(case_ids));
`;

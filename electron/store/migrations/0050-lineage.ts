/** The lineage under which central files an operation, where it is not the envelope's incarnation. */
export const lineage = `
ALTER TABLE confirmed ADD COLUMN lineage INTEGER;
`;

/**
 * After a restore: the former life in whose order an operation stood at the same number, and what the person who acted had seen of the
 * site's order, where the envelope speaks of a former life's.
 */
export const seen = `
ALTER TABLE operation ADD COLUMN again text;
ALTER TABLE operation ADD COLUMN seen bigint
`;

/** What the person who acted had seen of the site's order, where the envelope speaks of a former life's. */
export const seen = `
ALTER TABLE operation ADD COLUMN seen bigint
`;

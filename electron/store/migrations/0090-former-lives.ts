/**
 * What was written before central's present life: up to which number of this station, in which life, and how much of the order both share.
 * And what central says its person had seen, where the envelope speaks of a former life's order.
 */
export const formerLives = `
ALTER TABLE membership ADD COLUMN life_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE membership ADD COLUMN life_common INTEGER NOT NULL DEFAULT 0;
ALTER TABLE membership ADD COLUMN life_before TEXT;
ALTER TABLE confirmed ADD COLUMN seen INTEGER;
ALTER TABLE recovered ADD COLUMN seen INTEGER;
`;

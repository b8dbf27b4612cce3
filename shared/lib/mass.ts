/** International avoirdupois pound (exact). */
export const GRAMS_IN_POUND = 453.592_37;

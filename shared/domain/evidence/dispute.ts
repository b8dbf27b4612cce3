/**
 * How long a chargeback of Amazon can be disputed, and how often: 30 days each time, two tries (published by amalytix and amazowl; not
 * in Amazon's open documents). Nothing is removed after that: photos are evidence for as long as the store is kept.
 */
export const DISPUTE = { days: 30, tries: 2 } as const;

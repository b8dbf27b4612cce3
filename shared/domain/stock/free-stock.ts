import type { Stock } from '../state/entities.ts';

/**
 * Eaches that an order may still accept: boxed on hand less what other orders were promised. The safety stock is kept for hot orders;
 * a standard order may not touch it. Never negative.
 */
export const freeStock = ({ boxed, allocated, safety }: Stock, hpo: boolean): number => Math.max(0, boxed - allocated - (hpo ? 0 : safety));

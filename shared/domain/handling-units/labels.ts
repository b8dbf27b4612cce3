import type { HandlingUnit } from '../state/entities.ts';

/** Whether its printed label is still to be scanned on it. What is open has none that is true of it: one that was printed before is old. */
export const awaitsLabel = ({ state, labelPrints, labelConfirmedAt }: Pick<HandlingUnit, 'state' | 'labelPrints' | 'labelConfirmedAt'>): boolean =>
  state === 'closed' && labelPrints > 0 && labelConfirmedAt === null;

import type { Line } from '../state/entities.ts';

/** Quantities of a line that was ordered in cases of a size that nobody had said: until it is known each case counts as one each. */
export function countedInEaches(line: Line, unitSize: number): Line {
  return {
    ...line,
    unitSize,
    requested: line.requested * unitSize,
    originalRequested: line.originalRequested * unitSize,
    accepted: line.accepted * unitSize,
    rejected: line.rejected * unitSize,
    backordered: line.backordered * unitSize,
  };
}

import { decided, refuse, type Context, type Decision } from '../decision.ts';
import { markOf } from '../papers/mark.ts';
import { unitFacts } from '../papers/units.ts';
import type { HandlingUnit } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { unitIn } from './decide.ts';

/*
 * Labels of pallets and cartons. One that is printed while its unit is open (a split's new pallet is not to stand nameless) says so, and is
 * another label than the one that is printed at closing, though the SSCC is the same.
 */

/** The mark of what a label printed now would say of the goods. */
export const labelMarkOf = (reader: Reader, unit: HandlingUnit): string => markOf(unitFacts(reader, unit));

/** Whether the label that was printed last says what the unit is now. Of one that was printed without a mark it is taken for granted. */
export const labelStands = (reader: Reader, unit: HandlingUnit): boolean => unit.labelPrints > 0 && (unit.labelMark === null || unit.labelMark === labelMarkOf(reader, unit));

const isUnconfirmed = ({ state, labelPrints, labelConfirmedAt }: HandlingUnit): boolean => state === 'closed' && labelPrints > 0 && labelConfirmedAt === null;

/** Whether its printed label is still to be scanned on it. What is open has none that is true of it. */
export const awaitsLabel = (reader: Reader, unit: HandlingUnit): boolean => isUnconfirmed(unit) && labelStands(reader, unit);

/** Closed, and the only label that can stick on it was printed before what it says was final: it proves nothing. */
export const hasOldLabel = (reader: Reader, unit: HandlingUnit): boolean => isUnconfirmed(unit) && !labelStands(reader, unit);

/** A label is about to be printed. Printed again with the same on it, it says REPRINT; always with the same SSCC. */
export function decideLabelPrinted(reader: Reader, { sscc }: { readonly sscc: string }, context: Context): Decision<{ readonly reprint: boolean }> {
  const found = unitIn(reader, context, 'label', sscc, null);
  if (!found.ok) return found;
  const { unit, where } = found;
  if (unit.state === 'voided') return refuse('handlingUnits.refused.state', where, { unit: where, state: 'voided' });
  const reprint = labelStands(reader, unit);
  return decided([{ kind: 'unit.label-printed', body: { sscc, reprint, mark: labelMarkOf(reader, unit) } }], { reprint });
}

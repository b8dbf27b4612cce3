import { done, refuse, type Context, type Decision } from '../decision.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Reader } from '../state/world.ts';
import { unitName } from './names.ts';

/** Takes a carton of our own off the pallet it stands on; closed as it is, it stands by itself. The pallet must be open. */
export function decideUnnest(reader: Reader, { sscc }: { readonly sscc: string }, context: Context): Decision {
  const where = unitName(reader, sscc);
  const forbidden = requireRight(context, 'pack', where);
  if (forbidden) return forbidden;
  const carton = reader.get('unit', { sscc });
  if (carton?.parent == null) return refuse('handlingUnits.refused.notOnPallet', where, { unit: where });
  const pallet = reader.get('unit', { sscc: carton.parent });
  if (pallet?.state !== 'open') {
    const unit = unitName(reader, carton.parent);
    return refuse('handlingUnits.refused.state', unit, { unit, state: pallet?.state ?? 'voided' }, 'handlingUnits.hint.openPallet');
  }
  return done({ kind: 'unit.unnested', body: { sscc, from: carton.parent, po: carton.po } });
}

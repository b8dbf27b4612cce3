import type { OperationDraft } from '../../contracts/operations.ts';
import type { PoNumber } from '../../lib/ids.ts';
import { buildSscc } from '../../lib/sscc.ts';
import type { MessageKey } from '../../messages/catalogue.ts';
import { decided, refuse, type Context, type Decision, type Refusal } from '../decision.ts';
import { notWorkable } from '../picking/workable.ts';
import { setTask, taskOn } from '../scanning/task.ts';
import { requireRight } from '../staffing/rights.ts';
import type { HandlingUnit } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import { refuseHeld, takeClaims } from '../sync/claims.ts';
import { nextSerial } from '../sync/serials.ts';
import type { Reader } from '../state/world.ts';

export type UnitOpened = Extract<OperationDraft, { readonly kind: 'unit.opened' }>;

/**
 * The next pallet or carton of an order, with the next SSCC-18 of the company prefix. Serials only ever grow, so no
 * number comes back within Amazon's 365 days; when a prefix has none left, opening is refused.
 */
export function nextUnit(reader: Reader, po: PoNumber, kind: HandlingUnit['kind'], station: string): { readonly ok: true; readonly operation: UnitOpened } | { readonly ok: false; readonly refusal: Refusal } {
  const { companyPrefix, ssccExtension } = settingsOf(reader);
  const serial = nextSerial(reader, station, 'sscc');
  const built = buildSscc(ssccExtension, companyPrefix, serial);
  if (built.ok) return { ok: true, operation: { kind: 'unit.opened', body: { sscc: built.sscc, serial, kind, po } } };
  return refuse(FAULTS[built.reason], `PO ${po}`, { extension: ssccExtension, prefix: companyPrefix, serial }, 'handlingUnits.hint.prefix');
}

const FAULTS = {
  extension: 'handlingUnits.refused.extension',
  'company-prefix': 'handlingUnits.refused.noPrefix',
  serial: 'handlingUnits.refused.exhausted',
  exhausted: 'handlingUnits.refused.exhausted',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** Opens a pallet or carton and takes it in hand at this station, beginning to pack the order if need be. */
export function decideOpenUnit(reader: Reader, { po, kind }: { readonly po: PoNumber; readonly kind: HandlingUnit['kind'] }, context: Context): Decision<{ readonly sscc: string }> {
  const where = `PO ${po}`;
  const forbidden = requireRight(context, 'pack', where);
  if (forbidden) return forbidden;
  const order = reader.get('order', { po });
  if (!order) return refuse('handlingUnits.refused.unknownOrder', where, { po });
  const stopped = notWorkable(order);
  if (stopped) return refuse(stopped.key, where, stopped.params);
  const next = nextUnit(reader, po, kind, context.station);
  if (!next.ok) return next;
  const task = reader.get('task', { station: context.station });
  const packing = task?.kind === 'pack' && task.po === po;
  const begin = packing ? [] : [setTask(taskOn(reader, context, 'pack', po), { sscc: null })];
  const operations = [...begin, next.operation];
  const taking = takeClaims(reader, operations, context, false);
  return taking.ok ? decided([...operations, ...taking.claims], { sscc: next.operation.body.sscc }) : refuseHeld(reader, taking.held);
}

import type { PoNumber, ShipmentId } from '../../lib/ids.ts';
import { DAY, MINUTE, later, type Instant } from '../../lib/time.ts';
import type { Message } from '../../messages/say.ts';
import { decided, refuse, type Context, type Decision } from '../decision.ts';
import { unitName } from '../handling-units/names.ts';
import { standingOn } from '../handling-units/nesting.ts';
import { requireRight } from '../staffing/rights.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import { departureWarnings } from './departure.ts';
import { loadingView } from './loading-view.ts';

export interface DepartInput {
  readonly shipmentId: ShipmentId;
  /** Orders of which nothing more will come, complete or not. Complete ones need not be named. */
  readonly finished: readonly PoNumber[];
  /** Pallets that stay here on purpose. */
  readonly leftBehind: readonly string[];
  /** When it left, if that was before now; null: now. */
  readonly departedAt: Instant | null;
}

/** Amazon takes ship dates of at most this long ago (use case guide for vendors, 2021). */
const LONGEST_AGO = 7 * DAY;

/**
 * The truck leaves. Every pallet of its orders is on it or left behind on purpose; its units are shipped at that time, and
 * the shipment confirmation (ASN) is due within the setting's 30 minutes.
 */
export function decideDepart(reader: Reader, { shipmentId, finished, leftBehind, departedAt }: DepartInput, context: Context): Decision<{ readonly departedAt: Instant; readonly warnings: readonly Message[] }> {
  const where = `shipment ${shipmentId}`;
  const forbidden = requireRight(context, 'depart', where);
  if (forbidden) return forbidden;
  const shipment = reader.get('shipment', { shipmentId });
  if (!shipment) return refuse('shipment.refused.unknown', where, { shipmentId });
  if (shipment.state === 'departed' || shipment.state === 'cancelled') return refuse('shipment.refused.leftAlready', where, { shipmentId });
  const { loaded, waiting, open } = loadingView(reader, shipment);
  if (loaded.length === 0) return refuse('shipment.refused.nothingLoaded', where, { shipmentId }, 'shipment.hint.load');
  const staying = [...waiting, ...open].filter((unit) => !leftBehind.includes(unit.sscc));
  const [first] = staying;
  if (first) return refuse('shipment.refused.notLoaded', where, { count: staying.length, unit: unitName(reader, first.sscc) }, 'shipment.hint.loadOrLeave');
  const at = departedAt ?? context.now;
  if (at > context.now) return refuse('shipment.refused.future', where, {}, 'shipment.hint.departNow');
  if (at < context.now - LONGEST_AGO) return refuse('shipment.refused.longAgo', where, {}, 'shipment.hint.departNow');
  const stranger = finished.find((po) => !shipment.pos.includes(po));
  if (stranger !== undefined) return refuse('shipment.refused.unknownOrder', where, { po: stranger });
  const onIt = new Set(loaded.map((unit) => unit.po));
  const untouched = finished.find((po) => !onIt.has(po) && (reader.get('order', { po })?.shipped ?? 0) === 0);
  if (untouched !== undefined) return refuse('shipment.refused.nothingOfIt', where, { po: untouched }, 'shipment.hint.reject');
  const stood = loaded.flatMap(({ sscc }) => standingOn(reader, sscc)).map(({ sscc, po, line, eaches }) => ({ sscc, po, line, eaches }));
  const body = { shipmentId, departedAt: at, confirmBy: later(at, settingsOf(reader).confirmationMinutes * MINUTE), ssccs: loaded.map((unit) => unit.sscc), finished: [...finished], stood };
  return decided([{ kind: 'shipment.departed', body }], { departedAt: at, warnings: departureWarnings(shipment, loaded) });
}

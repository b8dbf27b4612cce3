import type { OperationDraft } from '../../contracts/operations.ts';
import { message, type Message, type MessageParams } from '../../messages/say.ts';
import { done, refuse, type Context, type Decision } from '../decision.ts';
import { ordersOfTask } from '../picking/cart.ts';
import { refuseNoReason } from '../orders/find-order.ts';
import { isOrderWork } from '../scanning/task.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Claim } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { enrolledStation } from './acting-station.ts';
import { subjectWords } from './claim-words.ts';
import { orderClaim, unitClaim } from './hold.ts';

/*
 * Exclusive work. Beginning an order or taking a pallet in hand takes a claim in the same decision; it ends with the work (`hold.ts`). A
 * station that belongs to no central has nobody to share with and claims nothing.
 */

type Taking = { readonly ok: true; readonly claims: readonly OperationDraft[] } | { readonly ok: false; readonly held: Claim };

/** The claims that go with operations of this station; or the claim of another station that stands in their way, unless it is knowingly shared. */
export function takeClaims(reader: Reader, operations: readonly OperationDraft[], context: Context, shared: boolean): Taking {
  if (operations.length === 0 || !isOfSite(reader, context.station)) return { ok: true, claims: [] };
  const claims: OperationDraft[] = [];
  for (const subject of new Set(operations.flatMap(subjectsOf))) {
    const held = reader.get('claim', { subject });
    if (held && isHeldBy(held, context.station)) continue;
    if (held && !shared) return { ok: false, held };
    claims.push({ kind: 'claim.taken', body: { subject, shared: held !== undefined } });
  }
  return { ok: true, claims };
}

/** The claims of other stations that stand in the way of operations of this one. */
export function heldFor(reader: Reader, operations: readonly OperationDraft[], { station }: Context): Claim[] {
  if (!isOfSite(reader, station)) return [];
  return [...new Set(operations.flatMap(subjectsOf))].flatMap((subject) => heldElsewhere(reader, subject, station) ?? []);
}

const isOfSite = (reader: Reader, station: string): boolean => reader.get('peer', { station: enrolledStation(station) }) !== undefined;

const isHeldBy = ({ station, sharedWith }: Claim, by: string): boolean => station === by || sharedWith.includes(by);

/** The claim by which another station holds an order; undefined when it is free, or this station's, or shared with it. */
export function heldElsewhere(reader: Reader, subject: string, station: string): Claim | undefined {
  const held = reader.get('claim', { subject });
  return held && !isHeldBy(held, station) ? held : undefined;
}

function subjectsOf(draft: OperationDraft): string[] {
  switch (draft.kind) {
    case 'task.set': {
      const { kind, po, sscc, cart = [] } = draft.body;
      if (!isOrderWork(kind)) return [];
      const orders = ordersOfTask({ po, cart }).map(orderClaim);
      return sscc === null ? orders : [...orders, unitClaim(sscc)];
    }
    case 'pick.confirmed':
      return [orderClaim(draft.body.po)];
    // What is moved is asked for by the move (`heldUnit`); it begins no work, so it claims none.
    case 'unit.opened':
      return draft.body.aside === true ? [] : [orderClaim(draft.body.po), unitClaim(draft.body.sscc)];
    case 'unit.packed':
      return draft.body.takes !== undefined ? [] : [orderClaim(draft.body.po), unitClaim(draft.body.sscc)];
    case 'unit.reopened':
      return draft.body.part !== undefined ? [] : [unitClaim(draft.body.sscc)];
    default:
      return [];
  }
}

/** Who holds it, where and since when. */
function claimWords(reader: Reader, { subject, staffId, station, since }: Claim): MessageParams {
  const person = reader.get('staff', { staffId })?.name ?? staffId;
  return { ...subjectWords(reader, subject), person, station: stationName(reader, station), sinceAt: since };
}

/** As the site calls a station; its id where nobody has told. */
export const stationName = (reader: Reader, station: string): string =>
  reader.get('peer', { station })?.name ?? reader.get('peer', { station: enrolledStation(station) })?.name ?? station;

export const heldMessage = (reader: Reader, claim: Claim): Message => message('scanning.claim.held', claimWords(reader, claim));

/** The refusal of work that another station holds. */
export function refuseHeld(reader: Reader, claim: Claim): Extract<Decision, { readonly ok: false }> {
  const words = claimWords(reader, claim);
  return refuse('scanning.claim.held', `${claim.subject.startsWith('order:') ? 'PO ' : ''}${String(words['name'])}`, words, 'scanning.claim.hint');
}

/** The refusal to take goods off or onto a pallet that another station has in hand; undefined where none has. */
export function heldUnit(reader: Reader, sscc: string, { station }: Context): Extract<Decision, { readonly ok: false }> | undefined {
  const held = heldElsewhere(reader, unitClaim(sscc), station);
  return held && refuseHeld(reader, held);
}

/** A supervisor frees work that a station holds; whoever is at it there is told, and what was scanned stays. */
export function decideReleaseClaim(reader: Reader, { subject, reason }: { readonly subject: string; readonly reason: string }, context: Context): Decision {
  const where = String(subjectWords(reader, subject)['name']);
  const refused = requireRight(context, 'claims', where) ?? refuseNoReason(reason, where);
  if (refused) return refused;
  if (!reader.get('claim', { subject })) return done();
  return done({ kind: 'claim.released', body: { subject, reason: reason.trim() } });
}

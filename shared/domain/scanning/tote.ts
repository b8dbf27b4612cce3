import { message } from '../../messages/say.ts';
import { placeOfTote, placesWithoutTote, waitingForTotes, withTote, type Waiting } from '../picking/totes.ts';
import type { Task } from '../state/entities.ts';
import { accepted, answered, ask, wrong, type ScanDecision } from './answer.ts';
import { placeWords } from './cart-words.ts';
import { stepOf } from './start.ts';
import { pickStep } from './steps.ts';
import { setTask, type Incoming, type Picking } from './task.ts';

/* Totes: scanned into the places of a cart, and scanned again when goods are put into them. */

/** While goods in hand wait for their tote. */
export type Putting = Picking & { readonly waiting: readonly [Waiting, ...Waiting[]] };

/** Undefined where nothing in hand waits for a tote. */
export function puttingOf(here: Picking): Putting | undefined {
  const [first, ...others] = waitingForTotes(here.reader, here.task);
  return first && { ...here, waiting: [first, ...others] };
}

/** Away from a cart: where the tote stands, if it stands on one. */
export function toteElsewhere({ reader, task }: Incoming, tote: string): ScanDecision {
  const now = stepOf(reader, task);
  const stands = placeOfTote(reader, tote);
  return stands ? answered('info', message('tote.stands', { tote, ...placeWords(stands.carried) }), now) : wrong(message('tote.onlyCart', { tote }), now);
}

/** A tote for the first place without one; one that stands on this cart is taken out when it is scanned again. */
export function placeTote(here: Picking, tote: string): ScanDecision {
  const { reader, task, code, confirmed } = here;
  const now = pickStep(reader, task);
  const stands = placeOfTote(reader, tote);
  if (stands && stands.task.station !== task.station) return wrong(message('tote.elsewhere', { tote, ...placeWords(stands.carried) }), now);
  if (stands) {
    const { carried } = stands;
    const words = { tote, ...placeWords(carried) };
    if (!confirmed) return ask(code, message('tote.askTakeOut', words), now);
    return accepted(message('tote.takenOut', words), now, [setTask(task, { totes: task.totes.filter(({ po }) => po !== carried.order.po) })]);
  }
  const [first, next] = placesWithoutTote(reader, task);
  if (!first) return wrong(message('tote.noPlace', { tote }), now);
  return accepted(message('tote.placed', { tote, ...placeWords(first) }), now, [setTask(task, { totes: withTote(task.totes, first.order.po, tote) })], {
    details: next ? [message('tote.next', placeWords(next))] : [],
  });
}

/** Goods in hand go into this tote: right, another place's, or a new one in its stead. */
export function putInto(here: Putting, tote: string): ScanDecision {
  const { reader, task, waiting, code, confirmed } = here;
  const now = pickStep(reader, task);
  const right = waiting.filter((each) => each.tote === tote);
  const [first] = right;
  if (first) {
    const { order } = first.carried;
    const rest: Task = { ...task, put: task.put.filter(({ po }) => po !== order.po) };
    const next = pickStep(reader, rest);
    const words = message('tote.in', { tote, eaches: right.reduce((sum, { eaches }) => sum + eaches, 0), ...placeWords(first.carried) });
    return answered(next.state === 'cart.done' ? 'done' : 'accepted', words, next, [setTask(rest)]);
  }
  const [{ carried, tote: wanted }] = waiting;
  const stands = placeOfTote(reader, tote);
  const words = { ...placeWords(carried), tote, wanted };
  if (stands && stands.task.station !== task.station) return wrong(message('tote.elsewhere', { tote, ...placeWords(stands.carried) }), now);
  if (stands) return wrong(message('tote.wrong', { ...words, stands: stands.carried.place ?? '' }), now);
  // The label cannot be read, or the tote is full: another one takes its place.
  if (!confirmed) return ask(code, message('tote.askReplace', words), now);
  const replaced: Task = { ...task, totes: withTote(task.totes, carried.order.po, tote), put: task.put.filter(({ po }) => po !== carried.order.po) };
  return accepted(message('tote.replaced', words), pickStep(reader, replaced), [setTask(replaced)]);
}

/** Anything else waits until what is in hand has come into its tote. */
export const toteFirst = ({ reader, task, waiting: [{ carried, tote }] }: Putting): ScanDecision =>
  wrong(message('tote.first', { tote, ...placeWords(carried) }), pickStep(reader, task));

/** More of what is in hand for the places that wait may come before the tote; anything else waits until that is in it. */
export function onlySame(here: Putting, picked: ScanDecision): ScanDecision {
  const fits = picked.operations.every((draft) =>
    draft.kind !== 'pick.confirmed' || here.waiting.some(({ sku, carried }) => sku === draft.body.sku && carried.order.po === draft.body.po));
  return fits ? picked : toteFirst(here);
}

import type { MessageKey } from '../../../messages/catalogue.ts';
import { message } from '../../../messages/say.ts';
import { answered, wrong, type ScanDecision } from '../answer.ts';
import { nothingAsked, notDone } from '../commands.ts';
import { beginMove, onlyMoving } from '../move.ts';
import { asks, counts, informs, only, refuses, type AnswerRule, type Rows, type ScanEvent } from '../machine.ts';
import { scanPaper } from '../paper.ts';
import type { ResolvedOf } from '../resolve.ts';
import { scanOrder, stepOf } from '../start.ts';
import type { StateName } from '../states.ts';
import type { Incoming } from '../task.ts';
import { toteElsewhere } from '../tote.ts';
import { decideUndo, UNDONE } from '../undo.ts';

/* What every state answers alike: orders, papers, badges, codes that nobody knows, and the commands that belong to no task. */

/** Why work on an order that had begun stops (`notWorkable`). */
export const STOPPED = [
  'scanning.order.cancelled', 'scanning.order.cancelledPutBack', 'scanning.order.closed', 'scanning.order.shipped', 'scanning.order.rejected',
] as const satisfies readonly MessageKey[];

/** Where a task on an order can begin. */
const BEGINNINGS: readonly StateName[] = [
  'pick.toBin', 'pick.product', 'pick.restIsShort', 'pick.done', 'pack.openUnit', 'pack.onto', 'pack.pickMore', 'pack.restIsShort', 'pack.close', 'pack.done', 'load.pallet', 'load.done',
  'load.noShipment', 'count.bin', 'receive.bin',
];

/** Where a walk that an order joined can stand: there is something left to pick, or to put into its tote. */
const WALKING: readonly StateName[] = ['cart.toBin', 'cart.product', 'cart.tote'];
/** In the middle of a walk, of one order or of several. */
const ON_A_WALK: readonly StateName[] = ['pick.toBin', 'pick.product', ...WALKING];

const WHY_UNDO_IS_REFUSED = [
  'scanning.undo.packedSince', 'scanning.undo.notWantedNow', 'scanning.undo.takenSince', 'scanning.undo.notOpen', 'scanning.undo.packedElsewhere', 'scanning.undo.departed',
  'scanning.undo.loadedSince', 'scanning.undo.notEmpty',
] as const satisfies readonly MessageKey[];

/** What `faultWords` says of a code that is none, with the names of nothing here. */
const UNKNOWN = [
  'scanning.unknown', 'scanning.unknownOrder', 'scanning.fault.tooLong', 'scanning.fault.controlCharacters', 'scanning.fault.checkDigit', 'scanning.fault.checkCharacters',
  'scanning.fault.incompletePart', 'scanning.fault.unknownIdentifier', 'scanning.fault.notElements', 'scanning.fault.characters', 'scanning.fault.valueTooLong',
  'scanning.fault.date', 'scanning.fault.time', 'scanning.fault.value', 'scanning.fault.link', 'scanning.fault.contradiction', 'scanning.fault.command', 'scanning.fault.quantity', 'scanning.fault.countsNothing',
] as const satisfies readonly MessageKey[];

type Anywhere = Extract<ScanEvent, 'order' | 'paper' | 'badge' | 'tote' | 'attributes' | 'unknown' | 'undo' | 'move' | 'new' | 'yes' | 'no'>;

export const anywhere: Pick<Rows<Incoming>, Anywhere> = {
  order: {
    run: ({ reader, context, code, confirmed, wanted }, { order, revision }) => scanOrder(reader, { order, revision, code, confirmed, wanted }, context),
    answers: [
      refuses(...STOPPED, 'scanning.order.notAcknowledged'),
      { result: 'wrong', says: ['scanning.order.outdatedList', 'scanning.order.newerList'], next: 'same', asks: true },
      informs('scanning.order.already'),
      counts('scanning.order.started', BEGINNINGS, ['task.set']),
      only(asks('cart.askJoin'), ...ON_A_WALK),
      only(asks('cart.askLeaveFor'), ...WALKING),
      only(refuses('cart.full'), ...WALKING),
      counts('cart.joined', WALKING, ['task.set'], { from: ON_A_WALK }),
    ],
  },
  paper: {
    run: ({ reader, task }, paper) => scanPaper(reader, paper, stepOf(reader, task)),
    answers: [informs('scanning.paper.current'), refuses('scanning.paper.outdated', 'scanning.paper.unknown', 'cartList.over')],
  },
  tote: { run: (incoming, { tote }) => toteElsewhere(incoming, tote), answers: [informs('tote.stands'), refuses('tote.onlyCart')] },
  badge: { run: signIn, answers: [informs('scanning.badge')] },
  attributes: { run: ({ reader, task }) => wrong(message('scanning.wrong.secondBarcode'), stepOf(reader, task)), answers: [refuses('scanning.wrong.secondBarcode')] },
  unknown: {
    run: unknown,
    answers: [{ result: 'unknown', says: UNKNOWN, next: 'same', writes: ['scan.unknown'] }, refuses('scanning.fault.empty', 'scanning.fault.incomplete')],
  },
  undo: {
    // Out of a question UNDO is a no: nothing was written yet, and what was before it is not meant.
    run: (incoming) => (incoming.afterQuestion && !incoming.confirmed ? notDone(incoming) : decideUndo(incoming)),
    answers: [informs('scanning.undo.nothing', 'scanning.command.notDone'), asks('scanning.undo.ask'), refuses(...WHY_UNDO_IS_REFUSED), counts([...new Set(Object.values(UNDONE))], 'same', ['scan.undone'])],
  },
  move: { run: beginMove, answers: [counts('scanning.move.begun', ['move.from', 'move.goods'], ['task.set'])] },
  new: { run: onlyMoving, answers: [refuses('scanning.move.onlyMoving')] },
  yes: { run: nothingAsked, answers: [informs('scanning.command.nothingAsked')] },
  no: { run: notDone, answers: [informs('scanning.command.notDone')] },
};

/** Whatever would begin or take up work that another station holds is asked for first, in every row that writes. */
export const HELD: AnswerRule = asks('scanning.claim.held');

function signIn({ reader, task }: Incoming, { badge, staff }: ResolvedOf<'badge'>): ScanDecision {
  return answered('info', message('scanning.badge', { name: staff?.name ?? badge, known: staff ? 'yes' : 'no', working: task ? 'yes' : 'no' }), stepOf(reader, task), [], {
    followUp: { kind: 'sign-in', badge, staffId: staff?.staffId ?? null },
  });
}

/** A picker asks at the desk for a new list; labels anybody prints. */
export const LISTS_AT_DESK: AnswerRule = refuses('scanning.command.listsAtDesk');

export const PRINTS_LIST: readonly AnswerRule[] = [informs('scanning.command.printList'), LISTS_AT_DESK];

/** A task that the caller names and that has not begun is not ended: in every row that ends one. */
export const NOT_BEGUN: AnswerRule = refuses('scanning.command.noTask');

/** Nothing here has the code: it is kept for later, and nothing else changes. */
function unknown({ reader, task, code }: Incoming, { why }: ResolvedOf<'unknown'>): ScanDecision {
  const next = stepOf(reader, task);
  const words = why ?? message('scanning.unknown', { code });
  if (code === '') return wrong(words, next);
  return answered('unknown', words, next, [{ kind: 'scan.unknown', body: { code, task: task?.kind ?? null } }], { expected: next.instruction });
}

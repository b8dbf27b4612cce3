import { endPick, nextLine, printOnWalk, shortHere } from '../commands.ts';
import { damagedInBin } from '../damage.ts';
import { asks, counts, finishes, group, informs, only, refuses, type AnswerRule, type Group, type Row } from '../machine.ts';
import { goTo, pickKeyed, pickProducts, unitWhilePicking } from '../pick.ts';
import type { StateName } from '../states.ts';
import type { Incoming } from '../task.ts';
import { onlySame, placeTote, putInto, puttingOf, toteFirst, type Putting } from '../tote.ts';
import { anywhere, PRINTS_LIST } from './anywhere.ts';
import { onWalk } from './stopped.ts';

const OPEN: readonly StateName[] = ['cart.toBin', 'cart.product', 'cart.restIsShort'];

/** Of several orders: to which place it goes, and shared out where one scan is for more than one of them. */
const PICKED: readonly AnswerRule[] = [
  counts(['cart.picked', 'cart.split'], ['cart.product', 'cart.nextLine', 'cart.tote'], ['pick.confirmed', 'task.set']),
  finishes(['cart.picked', 'cart.split'], ['cart.done'], ['pick.confirmed'], { from: OPEN }),
];

const LEAVING: readonly AnswerRule[] = [
  only(asks('cart.askLeave'), 'cart.toBin', 'cart.product'),
  counts('scanning.command.left', ['idle'], ['task.left']),
  finishes('scanning.command.toPacking', ['pack.openUnit', 'pack.onto'], ['task.set'], { from: ['cart.done', 'cart.restIsShort'] }),
];

/** What an order that has dropped out still wanted. */
const DROPPED = refuses('scanning.order.cancelled', 'scanning.order.cancelledPutBack', 'scanning.order.closed', 'scanning.order.shipped', 'scanning.order.rejected', 'scanning.order.notAcknowledged');

const unit: readonly AnswerRule[] = [refuses('scanning.wrong.unitWhilePicking')];

const WRONG_PRODUCT = [
  'scanning.wrong.expired', 'cart.notOnCart', 'scanning.wrong.notOnOrder', 'scanning.wrong.allPicked', 'scanning.wrong.keyQuantity', 'scanning.wrong.tooMany', 'scanning.wrong.binFirst', 'scanning.wrong.otherBin',
] as const;

/** More of the same for the same tote. */
const MORE = counts(['cart.picked', 'cart.split'], ['cart.tote'], ['pick.confirmed', 'task.set']);

const puttingNow = (incoming: Incoming): Putting | undefined => {
  const here = onWalk('cart')(incoming);
  return here && puttingOf(here);
};

const waits: Row<Putting> = { run: toteFirst, answers: [refuses('tote.first')] };

/** Picking several orders in one walk (batch picking): the hot orders' bins first, each piece to its order's own place on the cart. */
export const cart: readonly Group[] = [
  group(['cart.tote'], puttingNow, {
    ...anywhere,
    tote: {
      run: (scanned, { tote }) => putInto(scanned, tote),
      answers: [
        counts('tote.in', ['cart.toBin', 'cart.product', 'cart.restIsShort', 'cart.tote'], ['task.set']),
        finishes('tote.in', ['cart.done'], ['task.set']),
        refuses('tote.wrong', 'tote.elsewhere'),
        asks('tote.askReplace'),
        counts('tote.replaced', ['cart.toBin', 'cart.product', 'cart.restIsShort', 'cart.tote', 'cart.done'], ['task.set']),
      ],
    },
    product: {
      run: (scanned, { matches, label }) => onlySame(scanned, pickProducts(scanned, matches, scanned.quantity, label)),
      answers: [asks('scanning.label.askShelfLife'), refuses('tote.first', ...WRONG_PRODUCT), DROPPED, MORE],
    },
    quantity: { run: (scanned, { quantity }) => onlySame(scanned, pickKeyed(scanned, quantity)), answers: [refuses('tote.first', 'scanning.wrong.quantityOfWhat', 'scanning.wrong.tooMany'), MORE] },
    location: waits, unit: waits, carton: waits, sscc: waits, next: waits, done: waits, short: waits, damaged: waits,
    print: { run: printOnWalk, answers: [informs('cartList.printing'), ...PRINTS_LIST] },
  }),
  group(['cart.toBin', 'cart.product', 'cart.restIsShort', 'cart.done'], onWalk('cart'), {
    ...anywhere,
    location: {
      run: (scanned, { location }) => goTo(scanned, location),
      answers: [informs('scanning.pick.alreadyAt'), refuses('cart.wrongBin'), counts('scanning.pick.at', ['cart.product'], ['task.set'], { from: OPEN })],
    },
    product: {
      run: (scanned, { matches, label }) => pickProducts(scanned, matches, scanned.quantity, label),
      answers: [
        asks('scanning.label.askShelfLife'),
        refuses(...WRONG_PRODUCT),
        DROPPED, ...PICKED,
      ],
    },
    quantity: { run: (scanned, { quantity }) => pickKeyed(scanned, quantity), answers: [refuses('scanning.wrong.quantityOfWhat', 'scanning.wrong.tooMany'), ...PICKED] },
    tote: {
      run: (scanned, { tote }) => placeTote(scanned, tote),
      answers: [counts('tote.placed', 'same', ['task.set']), asks('tote.askTakeOut'), counts('tote.takenOut', 'same', ['task.set']), refuses('tote.elsewhere', 'tote.noPlace')],
    },
    unit: { run: (scanned, resolved) => unitWhilePicking(scanned, resolved.unit.sscc), answers: unit },
    carton: { run: (scanned, resolved) => unitWhilePicking(scanned, resolved.carton.carton), answers: unit },
    sscc: { run: (scanned, resolved) => unitWhilePicking(scanned, resolved.sscc), answers: unit },
    next: {
      run: nextLine,
      answers: [
        only(informs('cart.goToBin'), 'cart.toBin'),
        only(informs('cart.pickProduct'), 'cart.product'),
        counts('scanning.command.nextLine', ['cart.nextLine'], ['task.set'], { from: ['cart.toBin', 'cart.product'] }),
        ...LEAVING.filter(({ asks: question }) => question !== true),
      ],
    },
    done: { run: endPick, answers: LEAVING },
    short: {
      run: shortHere,
      answers: [refuses('scanning.command.nothingShort'), only(asks('cart.askShort'), 'cart.toBin', 'cart.product'), counts('scanning.command.short', ['cart.nextLine'], ['pick.short'], { from: ['cart.toBin', 'cart.product'] })],
    },
    damaged: {
      run: damagedInBin,
      answers: [refuses('scanning.command.nothingDamaged'), only(asks('scanning.command.askDamaged'), 'cart.product'), counts('scanning.damaged.done', 'same', ['goods.damaged'], { from: ['cart.product'] })],
    },
    print: { run: printOnWalk, answers: [informs('cartList.printing'), ...PRINTS_LIST] },
  }),
];

import { endPick, nextLine, printOnWalk, shortHere } from '../commands.ts';
import { damagedInBin } from '../damage.ts';
import { asks, counts, finishes, group, informs, only, refuses, type AnswerRule, type Group } from '../machine.ts';
import { goTo, pickKeyed, pickProducts, unitWhilePicking } from '../pick.ts';
import type { StateName } from '../states.ts';
import { anywhere, PRINTS_LIST } from './anywhere.ts';
import { onWalk } from './stopped.ts';

const OPEN: readonly StateName[] = ['cart.toBin', 'cart.product', 'cart.restIsShort'];

/** Of several orders: to which place it goes, and shared out where one scan is for more than one of them. */
const PICKED: readonly AnswerRule[] = [
  counts(['cart.picked', 'cart.split'], ['cart.product', 'cart.nextLine'], ['pick.confirmed']),
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

/** Picking several orders in one walk (batch picking): the hot orders' bins first, each piece to its order's own place on the cart. */
export const cart: readonly Group[] = [
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
        refuses('scanning.wrong.expired', 'cart.notOnCart', 'scanning.wrong.notOnOrder', 'scanning.wrong.allPicked', 'scanning.wrong.keyQuantity', 'scanning.wrong.tooMany', 'scanning.wrong.binFirst', 'scanning.wrong.otherBin'),
        DROPPED, ...PICKED,
      ],
    },
    quantity: { run: (scanned, { quantity }) => pickKeyed(scanned, quantity), answers: [refuses('scanning.wrong.quantityOfWhat', 'scanning.wrong.tooMany'), ...PICKED] },
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
    print: { run: printOnWalk, answers: PRINTS_LIST },
  }),
];

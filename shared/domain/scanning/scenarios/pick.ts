import { endPick, nextLine, printOnWalk, shortHere } from '../commands.ts';
import { damagedInBin } from '../damage.ts';
import { asks, counts, finishes, group, informs, only, refuses, type AnswerRule, type Group } from '../machine.ts';
import { goTo, pickKeyed, pickProducts, unitWhilePicking } from '../pick.ts';
import type { StateName } from '../states.ts';
import { anywhere, PRINTS_LIST } from './anywhere.ts';
import { onWalk, stopped } from './stopped.ts';

const OPEN: readonly StateName[] = ['pick.toBin', 'pick.product', 'pick.restIsShort'];

const PICKED: readonly AnswerRule[] = [
  counts('scanning.pick.picked', ['pick.product', 'pick.nextLine'], ['pick.confirmed'], { from: OPEN }),
  finishes('scanning.pick.picked', ['pick.done'], ['pick.confirmed'], { from: OPEN }),
];

const LEAVING: readonly AnswerRule[] = [
  only(asks('scanning.command.askLeavePick'), 'pick.toBin', 'pick.product'),
  counts('scanning.command.left', ['idle'], ['task.left']),
  finishes('scanning.command.toPacking', ['pack.openUnit', 'pack.onto'], ['task.set'], { from: ['pick.done', 'pick.restIsShort'] }),
];

const unit: readonly AnswerRule[] = [refuses('scanning.wrong.unitWhilePicking')];

/** Picking one order: its bins in walking order, their products, what is missing. */
export const pick: readonly Group[] = [
  group(['pick.toBin', 'pick.product', 'pick.restIsShort', 'pick.done'], onWalk('order'), {
    ...anywhere,
    location: {
      run: (scanned, { location }) => goTo(scanned, location),
      answers: [informs('scanning.pick.alreadyAt'), refuses('scanning.wrong.bin'), counts('scanning.pick.at', ['pick.product'], ['task.set'], { from: OPEN })],
    },
    product: {
      run: (scanned, { matches, label }) => pickProducts(scanned, matches, scanned.quantity, label),
      answers: [
        asks('scanning.label.askShelfLife'),
        refuses('scanning.wrong.expired', 'scanning.wrong.notOnOrder', 'scanning.wrong.allPicked', 'scanning.wrong.keyQuantity', 'scanning.wrong.tooMany', 'scanning.wrong.binFirst', 'scanning.wrong.otherBin'),
        ...PICKED,
      ],
    },
    quantity: { run: (scanned, { quantity }) => pickKeyed(scanned, quantity), answers: [refuses('scanning.wrong.quantityOfWhat', 'scanning.wrong.tooMany'), ...PICKED] },
    unit: { run: (scanned, resolved) => unitWhilePicking(scanned, resolved.unit.sscc), answers: unit },
    carton: { run: (scanned, resolved) => unitWhilePicking(scanned, resolved.carton.carton), answers: unit },
    sscc: { run: (scanned, resolved) => unitWhilePicking(scanned, resolved.sscc), answers: unit },
    next: {
      run: nextLine,
      answers: [
        only(informs('scanning.step.goToBin'), 'pick.toBin'),
        only(informs('scanning.step.pickProduct'), 'pick.product'),
        counts('scanning.command.nextLine', ['pick.nextLine'], ['task.set'], { from: ['pick.toBin', 'pick.product'] }),
        ...LEAVING.filter(({ asks: question }) => question !== true),
      ],
    },
    done: { run: endPick, answers: LEAVING },
    short: {
      run: shortHere,
      answers: [refuses('scanning.command.nothingShort'), only(asks('scanning.command.askShort'), 'pick.toBin', 'pick.product'), counts('scanning.command.short', ['pick.nextLine'], ['pick.short'], { from: ['pick.toBin', 'pick.product'] })],
    },
    damaged: {
      run: damagedInBin,
      answers: [refuses('scanning.command.nothingDamaged'), only(asks('scanning.command.askDamaged'), 'pick.product'), counts('scanning.damaged.done', 'same', ['goods.damaged'], { from: ['pick.product'] })],
    },
    print: { run: printOnWalk, answers: PRINTS_LIST },
  }),
  stopped('pick.stopped', 'pick', 'scanning.command.printList'),
];

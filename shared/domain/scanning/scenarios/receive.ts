import { leaveDone, nextBin, onlyPicking, printFor } from '../commands.ts';
import { onlyWithGoods } from '../damage.ts';
import { asks, counts, finishes, group, informs, only, refuses, type Group } from '../machine.ts';
import { receiveAt, receiveProduct, receiveQuantity } from '../receive.ts';
import type { Incoming, Scanned } from '../task.ts';
import { anywhere, PRINTS_LIST } from './anywhere.ts';
import { unwanted } from './unwanted.ts';

const receiving = (incoming: Incoming): Scanned | undefined => {
  const { task } = incoming;
  return task?.kind === 'receive' ? { ...incoming, task } : undefined;
};

const RECEIVED = counts('scanning.receive.received', ['receive.product'], ['stock.received', 'task.set']);
const LEFT = finishes('scanning.command.left', ['idle'], ['task.left']);

/** Receiving boxed goods into the bins. */
export const receive: readonly Group[] = [
  group(['receive.bin', 'receive.product', 'receive.quantity'], receiving, {
    ...anywhere,
    location: {
      run: (scanned, { location }) => receiveAt(scanned, location),
      answers: [only(informs('scanning.pick.alreadyAt'), 'receive.product'), counts('scanning.receive.at', ['receive.product'], ['task.set'])],
    },
    product: {
      run: (scanned, { matches }) => receiveProduct(scanned, matches),
      answers: [
        only(refuses('scanning.wrong.binFirstToReceive'), 'receive.bin'),
        only(informs('scanning.step.receiveQuantity'), 'receive.quantity'),
        counts('scanning.receive.product', ['receive.quantity'], ['task.set'], { from: ['receive.product', 'receive.quantity'] }),
        only(refuses('scanning.wrong.whichProduct', 'scanning.wrong.receiveTooMany'), 'receive.product', 'receive.quantity'),
        only(asks('scanning.receive.askMany'), 'receive.product', 'receive.quantity'),
        only(RECEIVED, 'receive.product', 'receive.quantity'),
      ],
    },
    quantity: {
      run: (scanned, { quantity }) => receiveQuantity(scanned, quantity),
      answers: [only(refuses('scanning.wrong.quantityOfWhat'), 'receive.bin', 'receive.product'), only(refuses('scanning.wrong.receiveNothing'), 'receive.quantity'), only(asks('scanning.receive.askMany'), 'receive.quantity'), only(RECEIVED, 'receive.quantity')],
    },
    unit: unwanted('scanning.wrong.unitWhereProducts'),
    carton: unwanted('scanning.wrong.unitWhereProducts'),
    sscc: unwanted('scanning.wrong.unitWhereProducts'),
    next: {
      run: nextBin,
      answers: [counts('scanning.command.nextBin', ['receive.bin'], ['task.set'], { from: ['receive.product', 'receive.quantity'] }), only(LEFT, 'receive.bin')],
    },
    done: { run: leaveDone, answers: [LEFT] },
    short: { run: onlyPicking, answers: [refuses('scanning.command.onlyPicking')] },
    damaged: { run: onlyWithGoods, answers: [refuses('scanning.command.onlyWithGoods')] },
    print: { run: printFor, answers: [...PRINTS_LIST, refuses('scanning.command.nothingToPrint')] },
  }),
];

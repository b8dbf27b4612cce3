import { leaveDone, nextBin, onlyPicking, printFor } from '../commands.ts';
import { onlyWithGoods } from '../damage.ts';
import { countAt, countProduct, countQuantity } from '../count.ts';
import { counts, finishes, group, informs, only, refuses, type Group } from '../machine.ts';
import type { Incoming, Scanned } from '../task.ts';
import { anywhere, PRINTS_LIST } from './anywhere.ts';
import { unwanted } from './unwanted.ts';

const counting = (incoming: Incoming): Scanned | undefined => {
  const { task } = incoming;
  return task?.kind === 'count' ? { ...incoming, task } : undefined;
};

const COUNTED = counts('scanning.count.counted', ['count.product'], ['stock.set', 'task.set']);
const LEFT = finishes('scanning.command.left', ['idle'], ['task.left']);

/** Counting what lies boxed in the bins. */
export const count: readonly Group[] = [
  group(['count.bin', 'count.product', 'count.quantity'], counting, {
    ...anywhere,
    location: {
      run: (scanned, { location }) => countAt(scanned, location),
      answers: [only(informs('scanning.pick.alreadyAt'), 'count.product'), counts('scanning.count.at', ['count.product'], ['task.set'])],
    },
    product: {
      run: (scanned, { matches }) => countProduct(scanned, matches),
      answers: [
        only(refuses('scanning.wrong.binFirstToCount'), 'count.bin'),
        only(informs('scanning.step.countQuantity'), 'count.quantity'),
        counts('scanning.count.product', ['count.quantity'], ['task.set'], { from: ['count.product', 'count.quantity'] }),
        { ...COUNTED, from: ['count.product', 'count.quantity'] },
      ],
    },
    quantity: {
      run: (scanned, { quantity }) => countQuantity(scanned, quantity),
      answers: [only(refuses('scanning.wrong.quantityOfWhat'), 'count.bin', 'count.product'), { ...COUNTED, from: ['count.quantity'] }],
    },
    unit: unwanted('scanning.wrong.unitWhereProducts'),
    carton: unwanted('scanning.wrong.unitWhereProducts'),
    sscc: unwanted('scanning.wrong.unitWhereProducts'),
    next: {
      run: nextBin,
      answers: [counts('scanning.command.nextBin', ['count.bin'], ['task.set'], { from: ['count.product', 'count.quantity'] }), only(LEFT, 'count.bin')],
    },
    done: { run: leaveDone, answers: [LEFT] },
    short: { run: onlyPicking, answers: [refuses('scanning.command.onlyPicking')] },
    damaged: { run: onlyWithGoods, answers: [refuses('scanning.command.onlyWithGoods')] },
    print: { run: printFor, answers: [...PRINTS_LIST, refuses('scanning.command.nothingToPrint')] },
  }),
];

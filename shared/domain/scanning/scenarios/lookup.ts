import { leaveDone, noTask, onlyPicking, printFor } from '../commands.ts';
import { onlyWithGoods } from '../damage.ts';
import { lookUpBin, lookUpCarton, lookUpOrder, lookUpProduct, lookUpUnit, takeUpUnit } from '../lookup.ts';
import { counts, finishes, group, informs, refuses, type Group, type Row } from '../machine.ts';
import type { ResolvedOf } from '../resolve.ts';
import type { Incoming, Scanned } from '../task.ts';
import { anywhere, STOPPED } from './anywhere.ts';
import { unwanted } from './unwanted.ts';

const lookingUp = (incoming: Incoming): Scanned | undefined => {
  const { task } = incoming;
  return task?.kind === 'lookup' ? { ...incoming, task } : undefined;
};

const product: Row<Incoming, ResolvedOf<'product'>> = { run: (scanned, { matches }) => lookUpProduct(scanned, matches), answers: [informs('scanning.lookup.product')] };
const location: Row<Incoming, ResolvedOf<'location'>> = { run: (scanned, resolved) => lookUpBin(scanned, resolved.location), answers: [informs('scanning.lookup.location')] };
const carton: Row<Incoming, ResolvedOf<'carton'>> = { run: (scanned, resolved) => lookUpCarton(scanned, resolved.carton), answers: [informs('scanning.lookup.carton')] };

const leaving = { run: leaveDone, answers: [finishes('scanning.command.left', ['idle'], ['task.left'])] };
const nothingToEnd = { run: noTask, answers: [refuses('scanning.command.noTask')] };

/** What a code is. A station without a task, or with one that names no order it has, answers so too and begins what it is shown. */
export const lookup: readonly Group[] = [
  group<Scanned>(['lookup'], lookingUp, {
    ...anywhere,
    product, location, carton,
    unit: { run: (scanned, { unit }) => lookUpUnit(scanned, unit), answers: [informs('scanning.lookup.unit')] },
    order: { run: lookUpOrder, answers: [informs('scanning.lookup.order')] },
    quantity: unwanted('scanning.wrong.notHere'),
    sscc: unwanted('scanning.wrong.unknownSscc'),
    done: leaving,
    next: leaving,
    short: { run: onlyPicking, answers: [refuses('scanning.command.onlyPicking')] },
    damaged: { run: onlyWithGoods, answers: [refuses('scanning.command.onlyWithGoods')] },
    print: { run: printFor, answers: [refuses('scanning.command.nothingToPrint')] },
  }),
  group<Incoming>(['idle'], (incoming) => incoming, {
    ...anywhere,
    product, location, carton,
    unit: {
      run: (scanned, { unit }) => takeUpUnit(scanned, unit),
      answers: [
        informs('scanning.lookup.unit'),
        refuses(...STOPPED, 'scanning.wrong.oldLabel'),
        counts('scanning.pack.labelConfirmed', 'same', ['unit.label-confirmed']),
        counts('scanning.pack.takenInHand', ['pack.onto', 'pack.pickMore', 'pack.restIsShort', 'pack.close'], ['task.set']),
      ],
    },
    quantity: unwanted('scanning.wrong.noOrder'),
    sscc: unwanted('scanning.wrong.noOrder'),
    done: nothingToEnd, next: nothingToEnd, short: nothingToEnd, damaged: nothingToEnd, print: nothingToEnd,
  }),
];

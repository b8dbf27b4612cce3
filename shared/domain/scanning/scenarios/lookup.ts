import { noTask } from '../commands.ts';
import { lookUpBin, lookUpProduct, takeUpUnit } from '../lookup.ts';
import { counts, group, informs, refuses, repeats, type Group } from '../machine.ts';
import { packedAlready } from '../pack.ts';
import { idleStep } from '../steps.ts';
import type { Incoming } from '../task.ts';
import { anywhere, NOT_WORKABLE } from './anywhere.ts';
import { unwanted } from './unwanted.ts';

const command = { run: noTask, answers: [refuses('scanning.command.noTask')] };

/** A station without a task, or with one that names no order it has. */
export const lookup: readonly Group[] = [
  group<Incoming>(['idle'], (incoming) => incoming, {
    ...anywhere,
    product: { run: (scanned, { matches }) => lookUpProduct(scanned, matches), answers: [informs('scanning.idle.product')] },
    location: { run: (scanned, { location }) => lookUpBin(scanned, location), answers: [informs('scanning.idle.location')] },
    unit: {
      run: (scanned, { unit }) => takeUpUnit(scanned, unit),
      answers: [
        informs('scanning.idle.unit'),
        refuses(...NOT_WORKABLE),
        counts('scanning.pack.labelConfirmed', 'same', ['unit.label-confirmed']),
        counts('scanning.pack.takenInHand', ['pack.onto', 'pack.cartonProduct', 'pack.pickMore', 'pack.restIsShort', 'pack.close'], ['task.set']),
      ],
    },
    carton: { run: ({ reader }, { carton }) => packedAlready(reader, carton, idleStep()), answers: [repeats('scanning.duplicate.carton')] },
    quantity: unwanted('scanning.wrong.noOrder'),
    sscc: unwanted('scanning.wrong.noOrder'),
    done: command,
    next: command,
    short: command,
    print: command,
  }),
];

import { endLoad, leaveLoad, onlyPicking, printFor } from '../commands.ts';
import { onlyWithGoods } from '../damage.ts';
import { cartonWhileLoading, loadUnit, unknownWhileLoading } from '../load.ts';
import { asks, counts, finishes, group, only, refuses, repeats, type Group } from '../machine.ts';
import type { Incoming, Scanned } from '../task.ts';
import { anywhere, PRINTS_LIST } from './anywhere.ts';
import { unwanted } from './unwanted.ts';

const loading = (incoming: Incoming): Scanned | undefined => {
  const { task } = incoming;
  return task?.kind === 'load' ? { ...incoming, task } : undefined;
};

const LEFT = counts(['scanning.command.left', 'scanning.command.leftLoading'], ['idle'], ['task.left']);

/** Loading the pallets of one shipment, and sending it off. */
export const load: readonly Group[] = [
  group(['load.pallet', 'load.done', 'load.noShipment'], loading, {
    ...anywhere,
    unit: {
      run: (scanned, { unit }) => loadUnit(scanned, unit),
      answers: [
        only(refuses('scanning.wrong.noShipment'), 'load.noShipment'),
        refuses('scanning.wrong.unitOfOtherShipment', 'scanning.wrong.unitLoaded', 'scanning.wrong.unitDeparted', 'scanning.wrong.unitVoided', 'scanning.wrong.unitOpen', 'scanning.order.cancelledPutBack', 'scanning.order.closed'),
        refuses('scanning.wrong.cartonOnPallet'),
        repeats('scanning.duplicate.loaded'),
        counts('scanning.load.loaded', ['load.pallet'], ['unit.loaded', 'task.set']),
        finishes('scanning.load.loaded', ['load.done'], ['unit.loaded', 'task.set']),
      ],
    },
    carton: { run: (scanned, { carton }) => cartonWhileLoading(scanned, carton), answers: [refuses('scanning.wrong.cartonOnPallet')] },
    sscc: { run: (scanned, { sscc }) => unknownWhileLoading(scanned, sscc), answers: [refuses('scanning.wrong.unknownUnit')] },
    location: unwanted('scanning.wrong.palletWanted'),
    product: unwanted('scanning.wrong.palletWanted'),
    quantity: unwanted('scanning.wrong.palletWanted'),
    next: { run: leaveLoad, answers: [only(asks('scanning.command.askLeaveLoad'), 'load.pallet'), LEFT] },
    done: {
      run: endLoad,
      answers: [
        only(asks('scanning.command.askLeaveLoad'), 'load.pallet'),
        only(asks('scanning.command.askDepart'), 'load.done'),
        finishes('scanning.command.departed', ['idle'], ['shipment.departed', 'task.left'], { from: ['load.done'] }),
        LEFT,
      ],
    },
    short: { run: onlyPicking, answers: [refuses('scanning.command.onlyPicking')] },
    damaged: { run: onlyWithGoods, answers: [refuses('scanning.command.onlyWithGoods')] },
    print: { run: printFor, answers: [...PRINTS_LIST, refuses('scanning.command.nothingToPrint')] },
  }),
];

import type { OperationKind } from '../../../contracts/operations.ts';
import { message } from '../../../messages/say.ts';
import { onlyPicking } from '../commands.ts';
import { onlyWithGoods } from '../damage.ts';
import { asks, counts, group, informs, only, refuses, repeats, type AnswerRule, type Group } from '../machine.ts';
import {
  cartonWhileMoving, endMove, moveOnto, nextSource, noteLabel, noteProduct, notWhileMoving, printSource, repeatNoted, unitWhileMoving, whereItStands, type Moving,
} from '../move.ts';
import type { StateName } from '../states.ts';
import type { Incoming } from '../task.ts';
import { anywhere, STOPPED } from './anywhere.ts';

const moving = (incoming: Incoming): Moving | undefined => {
  const { task } = incoming;
  return task?.move ? { ...incoming, task, move: task.move } : undefined;
};

/** With a pallet that goods come from. */
const FROM: readonly StateName[] = ['move.goods', 'move.to'];

const STEPS = ['scanning.step.moveFrom', 'scanning.step.moveGoods', 'scanning.step.moveTo'] as const;

const PALLET_FIRST = only(refuses('scanning.move.palletFirst'), 'move.from');
const ALL_NOTED = only(informs('scanning.move.allNoted'), 'move.to');
const NOTED = counts('scanning.move.noted', ['move.to'], ['task.set'], { from: FROM });
const CARTON_NOTED: readonly AnswerRule[] = [counts('scanning.move.carton', ['move.to'], ['task.set']), only(repeats('scanning.move.notedAlready'), 'move.to')];
const NOT_THAT_MUCH = only(refuses('handlingUnits.refused.notThatMuchOf'), ...FROM);

const ENOUGH = only(refuses('scanning.move.enough'), 'move.to');

/** Why nothing can come off a unit. */
const NO_SOURCE = refuses(...STOPPED, 'handlingUnits.refused.nothingOnIt', 'scanning.wrong.unitLoaded', 'scanning.wrong.unitDeparted', 'scanning.wrong.unitVoided');

/** Why what is noted cannot be moved there, or no longer. */
const NOT_MOVED = only(
  refuses(
    'scanning.order.cancelledPutBack', 'scanning.order.closed', 'handlingUnits.refused.state', 'handlingUnits.refused.onPallet', 'handlingUnits.refused.otherOrder', 'handlingUnits.refused.cartonOnCarton',
    'handlingUnits.refused.cartonNotThere', 'handlingUnits.refused.notThatMuchOf', 'handlingUnits.refused.whichLot', 'handlingUnits.refused.nothingOnIt', 'handlingUnits.refused.changedMeanwhile',
    'handlingUnits.refused.tooManyPieces', 'handlingUnits.refused.noPrefix', 'handlingUnits.refused.exhausted',
  ),
  'move.to',
);

const MOVED_WRITES = ['task.set', 'unit.unpacked', 'unit.packed', 'unit.unnested', 'unit.nested', 'unit.voided', 'unit.reopened'] as const;
const moved = (...also: readonly OperationKind[]): AnswerRule => counts(['handlingUnits.moved.some', 'handlingUnits.moved.all'], ['move.goods', 'move.from'], [...MOVED_WRITES, ...also], { from: ['move.to'] });

/** Where a task can stand that a move ends in, or that begins again beneath it. */
const BENEATH: readonly StateName[] = [
  'pick.toBin', 'pick.product', 'pick.restIsShort', 'pick.done', 'pick.stopped', 'cart.toBin', 'cart.product', 'cart.restIsShort', 'cart.done', 'cart.tote',
  'pack.openUnit', 'pack.onto', 'pack.cartonProduct', 'pack.trace', 'pack.pickMore', 'pack.restIsShort', 'pack.close', 'pack.done', 'pack.stopped',
  'load.pallet', 'load.done', 'load.noShipment', 'count.bin', 'count.product', 'count.quantity', 'receive.bin', 'receive.product', 'receive.quantity', 'lookup',
];

/** Moving goods from pallet to pallet, and splitting one, on top of whatever task goes on here. */
export const move: readonly Group[] = [
  group<Moving>(['move.from', 'move.goods', 'move.to'], moving, {
    ...anywhere,
    unit: {
      run: (scanned, { unit }) => unitWhileMoving(scanned, unit),
      answers: [
        NO_SOURCE, NOT_MOVED, ENOUGH,
        counts('scanning.move.from', ['move.goods'], ['task.set'], { from: ['move.from', 'move.goods'] }),
        ...CARTON_NOTED,
        counts('scanning.move.all', ['move.to'], ['task.set'], { from: FROM }),
        ALL_NOTED,
        moved(),
      ],
    },
    carton: {
      run: (scanned, { carton }) => cartonWhileMoving(scanned, carton),
      answers: [NO_SOURCE, only(refuses('handlingUnits.refused.cartonNotThere'), 'move.to'), ENOUGH, ...CARTON_NOTED],
    },
    product: {
      run: (scanned, { matches, label }) => noteProduct(scanned, matches, label),
      answers: [PALLET_FIRST, ALL_NOTED, only(refuses('scanning.move.notOnIt', 'scanning.move.lotNotOnIt', 'handlingUnits.refused.whichLot', 'scanning.wrong.keyQuantity'), ...FROM), NOT_THAT_MUCH, ENOUGH, NOTED],
    },
    attributes: {
      run: (scanned, { label }) => noteLabel(scanned, label),
      answers: [PALLET_FIRST, ALL_NOTED, only(refuses('scanning.move.labelNotOnIt', 'scanning.move.labelOfSeveral'), ...FROM), NOT_THAT_MUCH, ENOUGH, NOTED],
    },
    quantity: { run: (scanned, { quantity }) => repeatNoted(scanned, quantity), answers: [refuses('scanning.wrong.quantityOfWhat'), only(NOT_THAT_MUCH, 'move.to'), only(NOTED, 'move.to')] },
    sscc: { run: notWhileMoving(message('scanning.wrong.unknownSscc')), answers: [refuses('scanning.wrong.unknownSscc')] },
    location: { run: notWhileMoving(message('scanning.wrong.palletWanted')), answers: [refuses('scanning.wrong.palletWanted')] },
    order: { run: notWhileMoving(message('scanning.move.orderMeanwhile')), answers: [refuses('scanning.move.orderMeanwhile')] },
    new: {
      run: (scanned) => moveOnto(scanned, null),
      answers: [
        PALLET_FIRST,
        only(refuses('scanning.move.whatFirst'), 'move.goods'),
        NOT_MOVED,
        moved('unit.opened'),
      ],
    },
    move: { run: whereItStands, answers: [informs(...STEPS)] },
    next: {
      run: nextSource,
      answers: [only(informs('scanning.step.moveFrom'), 'move.from'), only(refuses('scanning.move.whereFirst'), 'move.to'), counts('scanning.move.nextSource', ['move.from'], ['task.set'], { from: ['move.goods'] })],
    },
    done: { run: endMove, answers: [only(asks('scanning.move.askLeave'), 'move.to'), counts('scanning.move.ended', ['idle', ...BENEATH], ['task.set', 'task.left'])] },
    short: { run: onlyPicking, answers: [refuses('scanning.command.onlyPicking')] },
    damaged: { run: onlyWithGoods, answers: [refuses('scanning.command.onlyWithGoods')] },
    print: { run: printSource, answers: [only(refuses('scanning.command.nothingToPrint'), 'move.from'), only(informs('scanning.command.printLabel'), ...FROM)] },
  }),
];

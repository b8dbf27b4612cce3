import { endPack, nextPallet, onlyPicking, printFor } from '../commands.ts';
import { damagedOnUnit } from '../damage.ts';
import { asks, counts, finishes, group, informs, only, refuses, repeats, type AnswerRule, type Group } from '../machine.ts';
import { binWhilePacking, packCarton, packedAlready, packKeyed, packProducts, scanUnit } from '../pack.ts';
import { scanLabel } from '../second-bar-code.ts';
import { stepOf } from '../start.ts';
import type { StateName } from '../states.ts';
import { anywhere, PRINTS_LIST } from './anywhere.ts';
import { onWorkable, stopped } from './stopped.ts';

/** Where no scan waits for the rest of its label. */
const AWAY_FROM_LABEL: readonly StateName[] = ['pack.openUnit', 'pack.onto', 'pack.cartonProduct', 'pack.pickMore', 'pack.restIsShort', 'pack.close', 'pack.done'];

/** With a pallet in hand, and more to come onto it. */
const UNFINISHED: readonly StateName[] = ['pack.onto', 'pack.cartonProduct', 'pack.pickMore', 'pack.restIsShort'];
/** With a pallet in hand. */
const ON_PALLET: readonly StateName[] = [...UNFINISHED, 'pack.close'];

/** What keeps goods from being packed because of their lot, expiry or serial number. */
const TRACED: readonly AnswerRule[] = [
  refuses('scanning.wrong.expired', 'scanning.wrong.serialOneEach'),
  asks('scanning.label.askShelfLife', 'scanning.label.askLot'),
  repeats('scanning.duplicate.serial', 'scanning.duplicate.carton'),
  only(informs('scanning.step.trace'), 'pack.trace'),
  counts('scanning.label.wanted', ['pack.trace'], ['task.set']),
];

const TOO_MANY = refuses('scanning.wrong.morePackedThanPicked', 'scanning.wrong.pickFirst', 'scanning.wrong.allPacked');
const CARTON_OVER_LINES = refuses('scanning.wrong.cartonOverLines');
const NO_UNIT = refuses('handlingUnits.refused.noPrefix', 'handlingUnits.refused.exhausted');

/** The first product opens a pallet, or takes up the one that waits. */
const PACKED: readonly AnswerRule[] = [
  counts('scanning.pack.packed', ['pack.onto', 'pack.cartonProduct', 'pack.pickMore', 'pack.restIsShort'], ['unit.packed', 'unit.opened', 'task.set']),
  finishes('scanning.pack.packed', ['pack.close'], ['unit.packed', 'unit.opened', 'task.set']),
];

const CLOSED = counts('scanning.command.closed', ['pack.openUnit', 'pack.cartonProduct', 'pack.pickMore', 'pack.restIsShort', 'pack.done'], ['unit.closed']);

/** Packing what is picked of one order onto pallets and into cartons. */
export const pack: readonly Group[] = [
  group(['pack.openUnit', 'pack.onto', 'pack.cartonProduct', 'pack.trace', 'pack.pickMore', 'pack.restIsShort', 'pack.close', 'pack.done'], onWorkable('pack'), {
    ...anywhere,
    product: {
      run: (scanned, { matches, label }) => packProducts(scanned, { matches, keyed: scanned.quantity, carton: scanned.task.carton, label, code: scanned.code }),
      answers: [
        ...TRACED, refuses('scanning.wrong.notOnOrder', 'scanning.wrong.keyQuantity'), TOO_MANY, CARTON_OVER_LINES, NO_UNIT, ...PACKED],
    },
    quantity: {
      run: (scanned, { quantity }) => packKeyed(scanned, quantity),
      answers: [...TRACED, refuses('scanning.wrong.quantityOfWhat'), TOO_MANY, NO_UNIT, ...PACKED],
    },
    attributes: {
      run: (scanned, { label }) => scanLabel(scanned, label),
      answers: [
        refuses('scanning.wrong.secondBarcode', 'scanning.wrong.labelSaysNothing'),
        only(refuses('scanning.wrong.otherLabel'), 'pack.trace'),
        counts('scanning.label.noted', 'same', ['task.set'], { from: AWAY_FROM_LABEL }),
        ...[...TRACED, refuses('scanning.wrong.notOnOrder', 'scanning.wrong.keyQuantity'), TOO_MANY, CARTON_OVER_LINES, NO_UNIT, ...PACKED].map((rule) => only(rule, 'pack.trace')),
      ],
    },
    carton: { run: ({ reader, task }, { carton }) => packedAlready(reader, carton, stepOf(reader, task)), answers: [repeats('scanning.duplicate.carton')] },
    sscc: {
      run: (scanned, { sscc, contents, label }) => packCarton(scanned, sscc, contents, label),
      answers: [
        ...TRACED,
        refuses('scanning.wrong.notOnOrder', 'scanning.wrong.nothingLeftToPack'), TOO_MANY, CARTON_OVER_LINES, NO_UNIT,
        only(informs('scanning.step.cartonProduct'), 'pack.cartonProduct'),
        counts('scanning.pack.cartonNoted', ['pack.cartonProduct'], ['task.set'], { from: ['pack.openUnit', 'pack.onto', 'pack.cartonProduct', 'pack.trace'] }),
        ...PACKED,
      ],
    },
    unit: {
      run: (scanned, { unit }) => scanUnit(scanned, unit),
      answers: [
        refuses('scanning.wrong.oldLabel', 'scanning.wrong.unitOfOtherOrder', 'scanning.wrong.unitLoaded', 'scanning.wrong.unitDeparted', 'scanning.wrong.unitVoided'),
        only(informs('scanning.pack.inHand'), ...ON_PALLET, 'pack.trace'),
        repeats('scanning.duplicate.carton', 'scanning.duplicate.label'),
        counts('scanning.pack.nested', 'same', ['unit.nested', 'unit.label-confirmed'], { from: [...ON_PALLET, 'pack.trace'] }),
        asks('scanning.pack.askReopen'),
        counts('scanning.pack.labelConfirmed', 'same', ['unit.label-confirmed']),
        counts(['scanning.pack.takenInHand'], ON_PALLET, ['task.set']),
        counts(['scanning.pack.reopened'], ON_PALLET, ['unit.reopened']),
      ],
    },
    location: { run: (scanned, { location }) => binWhilePacking(scanned, location), answers: [refuses('scanning.wrong.binWhilePacking')] },
    next: {
      run: nextPallet,
      answers: [
        refuses('scanning.command.nothingToPack'), NO_UNIT,
        only(informs('scanning.command.stillEmpty'), ...ON_PALLET, 'pack.trace'),
        counts('scanning.pack.opened', UNFINISHED, ['unit.opened']),
        counts('scanning.command.nextPallet', UNFINISHED, ['unit.closed', 'unit.opened'], { from: [...UNFINISHED, 'pack.trace'] }),
        CLOSED,
      ],
    },
    done: {
      run: endPack,
      answers: [
        CLOSED,
        asks('scanning.command.askLeavePack'),
        finishes(['scanning.command.left', 'scanning.command.packedNoShipment'], ['idle'], ['task.left', 'unit.voided']),
        finishes('scanning.command.toLoading', ['load.pallet', 'load.done'], ['task.set', 'unit.voided']),
      ],
    },
    short: { run: onlyPicking, answers: [refuses('scanning.command.onlyPicking')] },
    damaged: {
      run: damagedOnUnit,
      answers: [
        refuses('scanning.command.nothingDamaged', 'handlingUnits.refused.notThatMuchOf'),
        only(asks('scanning.command.askDamaged'), ...ON_PALLET),
        counts('scanning.damaged.done', ['pack.onto', 'pack.pickMore'], ['unit.unpacked', 'goods.damaged'], { from: ON_PALLET }),
      ],
    },
    print: { run: printFor, answers: [...PRINTS_LIST, informs('scanning.command.printLabel')] },
  }),
  stopped('pack.stopped', 'pack', 'scanning.command.printLabel', 'scanning.command.printList'),
];

import { decideCloseUnit, decideUnpack, decideUnpackCarton } from '../../../../shared/domain/handling-units/decide.ts';
import { decideLabelPrinted } from '../../../../shared/domain/handling-units/labels.ts';
import { decideUnnest } from '../../../../shared/domain/handling-units/decide-nesting.ts';
import { decideOpenUnit } from '../../../../shared/domain/handling-units/open.ts';
import { decideReturnToStock } from '../../../../shared/domain/picking/return-to-stock.ts';
import { decideStartWalk } from '../../../../shared/domain/scanning/join.ts';
import { decideStartTask } from '../../../../shared/domain/scanning/start.ts';
import { decideDepart } from '../../../../shared/domain/shipment/depart.ts';
import { decideShipmentCreate } from '../../../../shared/domain/shipment/decide.ts';
import type { Role, TaskKind } from '../../../../shared/domain/state/entities.ts';
import { checkDigit } from '../../../../shared/lib/gtin.ts';
import { documentId, location, poNumber } from '../../../../shared/lib/ids.ts';
import { orderDocument } from '../../../support/domain.ts';
import { codes, command, foreignCarton, HOT, PLAIN, warehouse, type ScanFloor } from '../floor.ts';

/** An order of another station: 12 mugs, one case of them a carton with a label of its own, on a closed pallet. */
export const OTHER = 'OTH00001';
/** Its pallet, and the first that the station itself opens. */
export const OTHER_PALLET = '006141410000000012';
export const OWN_PALLET = '006141410000000029';
export const OTHER_CARTON = foreignCarton(1);
/** The two orders of the warehouse untouched, and OTHER packed. */
function dock(): ScanFloor {
  const floor = warehouse();
  floor.received(orderDocument(OTHER, [{ vendorSku: 'MUG', quantity: 12 }]));
  floor.accept(OTHER);
  floor.station = 'station-9';
  floor.scans(OTHER, codes.mugCase, codes.mugCase, command.done, OTHER_CARTON, codes.mugCase, command.done);
  floor.apply([{ kind: 'task.left', body: {} }]);
  floor.station = 'station-1';
  return floor;
}

type Do = (floor: ScanFloor) => void;

const as = (role: Role): Do => (floor) => {
  floor.role = role;
};

const scan = (...all: readonly string[]): Do => (floor) => void floor.scans(...all);
const start = (kind: TaskKind, po: string | null = null): Do => (floor) =>
  void floor.perform(decideStartTask(floor.world, { kind, po: po === null ? null : poNumber(po), shipmentId: null }, floor.context('picker')));
const ship = (...pos: readonly string[]): Do => (floor) => void floor.perform(decideShipmentCreate(floor.world, { pos: pos.map(poNumber), freightTerm: 'prepaid' }, floor.context()));
const cancel = (po: string): Do => (floor) => void floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(po), documentId: null, reason: 'customer', by: 'customer' } }]);

/** A dock after these things were done in their order. */
const scene = (...all: readonly Do[]) => (): ScanFloor => {
  const floor = dock();
  for (const each of all) each(floor);
  return floor;
};

const picked = (cases: number): Do => scan(PLAIN, ...Array.from({ length: cases }, () => codes.mugCase));
const packing = start('pack', PLAIN);
const packed = (cases: number): Do => scan(...Array.from({ length: cases }, () => codes.mugCase));
const short = scan(command.short, command.short);
/** The pallet in hand, where there is one, is what goods come from. */
const moving = scan(command.move);
const keyed = (sku: string, quantity: number): Do => (floor) => void floor.scan(sku, { quantity });
const walk: Do = (floor) => void floor.perform(decideStartWalk(floor.world, { pos: [PLAIN, HOT].map(poNumber), share: false }, floor.context()));
const mugsNeedLot: Do = (floor) => {
  const product = floor.world.get('product', { sku: 'MUG' as never });
  floor.product('MUG', { ...product, needs: { lot: true, expiry: false, serial: false, shelfLifeDays: null } });
};

/** How a station comes into each state. */
export const scenes = {
  idle: scene(),

  'pick.toBin': scene(scan(HOT)),
  'pick.product': scene(scan(HOT, 'A-01-01')),
  'pick.restIsShort': scene(picked(2), short),
  'pick.done': scene(picked(4)),
  'pick.stopped': scene(picked(1), cancel(PLAIN)),

  'cart.toBin': scene(walk),
  'cart.product': scene(walk, scan('A-01-01')),
  'cart.tote': scene(walk, scan('HD:TOTE:T-001', 'HD:TOTE:T-002', 'A-01-02', codes.mugCase)),
  'cart.restIsShort': scene(walk, ...Array.from({ length: 6 }, () => short)),
  'cart.done': scene(walk, scan('A-01-01', codes.grinderCase, codes.grinderCase, codes.grinderCase, 'B-02-01'), keyed('GRIND', 4), scan('A-01-02'), keyed('MUG', 6), keyed('MUG', 24)),

  'pack.openUnit': scene(picked(4), packing),
  'pack.onto': scene(picked(4), packing, packed(1)),
  'pack.cartonProduct': scene(scan(HOT, codes.mugCase, 'A-01-01', codes.grinderCase), start('pack', HOT), scan(codes.mugCase, foreignCarton(2))),
  'pack.trace': scene(mugsNeedLot, picked(4), packing, packed(1)),
  'pack.pickMore': scene(picked(2), packing, packed(2)),
  'pack.restIsShort': scene(picked(2), short, packing, packed(2)),
  'pack.close': scene(picked(4), packing, packed(4)),
  'pack.done': scene(picked(4), packing, packed(4), scan(command.done)),
  'pack.stopped': scene(picked(2), packing, packed(1), cancel(PLAIN)),

  'load.noShipment': scene(start('load')),
  'load.pallet': scene(picked(4), packing, packed(4), scan(command.done), ship(OTHER, PLAIN), start('load', OTHER), scan(OTHER_PALLET)),
  'load.done': scene(ship(OTHER), start('load', OTHER), scan(OTHER_PALLET)),

  'count.bin': scene(start('count')),
  'count.product': scene(start('count'), scan('A-01-02')),
  'count.quantity': scene(start('count'), scan('A-01-02', 'MUG')),

  'receive.bin': scene(start('receive')),
  'receive.product': scene(start('receive'), scan('A-01-02')),
  'receive.quantity': scene(start('receive'), scan('A-01-02', 'MUG')),

  'move.from': scene(moving),
  'move.goods': scene(picked(4), packing, packed(2), moving),
  'move.to': scene(picked(4), packing, packed(2), moving, packed(1)),

  lookup: scene(start('lookup')),
} as const;

const left: Do = (floor) => void floor.apply([{ kind: 'task.left', body: {} }]);
/** Another station does these things, and leaves. */
const elsewhere = (...all: readonly Do[]): Do => (floor) => {
  const { station } = floor;
  floor.station = 'station-2';
  for (const each of [...all, left]) each(floor);
  floor.station = station;
};
const openUnit: Do = (floor) => void floor.perform(decideOpenUnit(floor.world, { po: poNumber(PLAIN), kind: 'pallet' }, floor.context('picker')));
const closeUnit = (sscc: string): Do => (floor) => void floor.perform(decideCloseUnit(floor.world, { sscc, weightGrams: null, heightMm: null }, floor.context('picker')));
const closeOrder = (po: string): Do => (floor) => void floor.apply([{ kind: 'order.closed', body: { po: poNumber(po), documentId: documentId('d') } }]);
const unpack = (eaches: number): Do => (floor) => floor.perform(decideUnpack(floor.world, { sscc: OWN_PALLET, line: '1', eaches }, floor.context('picker')));
const putBack = (eaches: number): Do => (floor) => floor.perform(decideReturnToStock(floor.world, { po: poNumber(PLAIN), line: '1', eaches, location: location('A-01-02') }, floor.context('picker')));
const accept = (po: string, accepted: number, rejected: number): Do => (floor) =>
  void floor.apply([{ kind: 'order.acknowledged', body: { po: poNumber(po), version: 2, lines: [{ line: '1', accepted, rejected, backordered: 0, rejectionReason: rejected > 0 ? 'TemporarilyUnavailable' : null, shipDate: null }], override: null } }]);
const change = (po: string): Do => (floor) => void floor.apply([{ kind: 'order.changed', body: { ...orderDocument(po, [{ vendorSku: 'GRIND', quantity: 30 }, { vendorSku: 'MUG', quantity: 6 }, { vendorSku: 'GRIND', quantity: 10 }], { hpo: true, rush: true }), what: [] } }]);
/** The truck of the one shipment leaves, without the pallets named; the orders named are over. */
const depart = (leftBehind: readonly string[] = [], finished: readonly string[] = []): Do => (floor) => {
  const shipment = floor.world.find('shipment', { state: 'loading' })[0];
  if (shipment) floor.perform(decideDepart(floor.world, { shipmentId: shipment.shipmentId, finished: finished.map(poNumber), leftBehind, departedAt: null }, floor.context()));
};
const plan = (shipmentId: string, ...pos: readonly string[]): Do => (floor) =>
  void floor.apply([{ kind: 'shipment.created', body: { shipmentId: shipmentId as never, serial: 99, pos: pos.map(poNumber), freightTerm: 'prepaid' } }]);
const labelPrinted: Do = (floor) => void floor.apply([{ kind: 'unit.label-printed', body: { sscc: OWN_PALLET, reprint: false } }]);
/** Its label was printed before it was closed. */
const labelPrintedOpen: Do = (floor) => void floor.perform(decideLabelPrinted(floor.world, { sscc: OWN_PALLET }, floor.context()));
const palletGtin: Do = (floor) => void floor.product('MUG', { ...floor.world.get('product', { sku: 'MUG' as never }), gtinPallet: PALLET_GTIN });
const bowls: Do = (floor) => {
  floor.product('BOWL');
  floor.received(orderDocument(BOWLS, [{ vendorSku: 'BOWL', quantity: 5 }]));
  floor.accept(BOWLS);
};
const enrol: Do = (floor) => {
  for (const [index, station] of ['station-1', 'station-2'].entries()) floor.apply([{ kind: 'station.enrolled', body: { station, name: `Station ${station}`, number: index + 1 } }]);
};
/** The other station goes on with it. */
const held = (...all: readonly Do[]): Do => (floor) => {
  floor.station = 'station-2';
  for (const each of all) each(floor);
  floor.station = 'station-1';
};
/** A carton of our own, packed and closed, and a pallet in hand with a case on it. */
const cartonBeside: Do = (floor) => {
  floor.perform(decideOpenUnit(floor.world, { po: poNumber(PLAIN), kind: 'carton' }, floor.context('picker')));
  for (const each of [packed(1), closeUnit(OWN_PALLET), openUnit, packed(1)]) each(floor);
};
const takeCartonOff: Do = (floor) => floor.perform(decideUnnest(floor.world, { sscc: OWN_PALLET }, floor.context('picker')));
const ofLot = (lot: string): string => `(01)${codes.mugCase.padStart(14, '0')}(10)${lot}`;
const twoPallets = (cases: number): Do => (floor) => {
  packed(cases)(floor);
  openUnit(floor);
  packed(cases)(floor);
};
const grindersPicked = scan(HOT, codes.mugCase, 'A-01-01', codes.grinderCase, codes.grinderCase, codes.grinderCase);

const unpackCarton = (carton: string): Do => (floor) => floor.perform(decideUnpackCarton(floor.world, { carton }, floor.context('picker')));
const noPrefix: Do = (floor) => floor.settings({ companyPrefix: '' });
const lastNumber: Do = (floor) => void floor.apply([{ kind: 'unit.opened', body: { sscc: '006141419999999998', serial: 999_999_999, kind: 'pallet', po: poNumber(OTHER) } }]);
const openCarton: Do = (floor) => void floor.perform(decideOpenUnit(floor.world, { po: poNumber(PLAIN), kind: 'carton' }, floor.context('picker')));
const mugsNeedSerial: Do = (floor) => {
  const product = floor.world.get('product', { sku: 'MUG' as never });
  floor.product('MUG', { ...product, needs: { lot: true, expiry: false, serial: true, shelfLifeDays: null } });
};
/** More numbered pieces on the pallet than one act may be. */
const numbered: Do = (floor) =>
  void floor.apply(Array.from({ length: 250 }, (_, at) => ({ kind: 'unit.packed' as const, body: { sscc: OWN_PALLET, po: poNumber(PLAIN), line: '1', sku: 'MUG' as never, eaches: 1, cartons: 0, carton: null, code: '', keyed: true, trace: { lot: 'A', expiry: null, serial: `S${at}` } } })));
const pieces = (count: number): Do => scan(...Array.from({ length: count }, (_, at) => `(21)S${at}`));
/** A case of mugs noted, to go off the pallet in hand. */
const caseNoted: readonly Do[] = [picked(4), packing, packed(2), moving, packed(1)];
/** A pallet in hand with two cases on it, and a carton of ours. */
const cartonOn: readonly Do[] = [picked(4), packing, cartonBeside, scan(OWN_PALLET)];

/** An order of a product that lies nowhere. */
export const BOWLS = 'BWL00001';
export const PALLET_GTIN = `5061414100029${checkDigit('5061414100029')}`;
export const SECOND_PALLET = '006141410000000036';
export const THIRD_PALLET = '006141410000000043';

/** What else there is to answer, each by one scene. */
const variations = {
  'picking, one mug left': scene(picked(3), keyed('MUG', 5)),
  'picking at the bin of mugs': scene(scan(PLAIN, 'A-01-02')),
  'picking mugs that have a pallet GTIN': scene(palletGtin, scan(PLAIN)),
  'picking what lies nowhere': scene(bowls, scan(BOWLS)),
  'picked, a pallet waits': scene(picked(2), packing, packed(1), start('pick', PLAIN), scan(codes.mugCase, codes.mugCase)),
  'picking begun, then cancelled': scene(scan(PLAIN), cancel(PLAIN)),
  'picking begun, then closed': scene(scan(PLAIN), closeOrder(PLAIN)),
  'picking begun, then rejected': scene(scan(PLAIN), accept(PLAIN, 0, 24)),
  'packed here, then shipped': scene(picked(4), packing, packed(4), scan(command.done), ship(PLAIN), elsewhere(start('load', PLAIN), scan(OWN_PALLET), depart())),
  'picked, then packed elsewhere': scene(picked(4), elsewhere(packing, packed(4))),
  'put back, then less is wanted': scene(picked(2), putBack(6), accept(PLAIN, 6, 18)),
  'put back': scene(picked(2), putBack(6)),
  'received, then taken': scene(start('receive'), scan('C-01-01', codes.mugCase), elsewhere(scan(PLAIN, 'C-01-01', codes.mugCase))),
  'received': scene(start('receive'), scan('C-01-01', codes.mugCase)),
  'counted': scene(start('count'), scan('A-01-02', 'MUG', '55')),

  'packing a picked case and a mug': scene(scan(PLAIN, codes.mugCase, codes.mugEach), packing, packed(1)),
  'packing mugs that have a pallet GTIN': scene(palletGtin, picked(4), packing),
  'packing grinders whose lines have six and ten left': scene(grindersPicked, keyed('GRIND', 4), start('pack', HOT), scan(codes.mugCase, codes.grinderCase, codes.grinderCase, foreignCarton(2))),
  'packing the last grinders': scene(scan(HOT, codes.mugCase), start('pack', HOT), scan(codes.mugCase)),
  'packing without a company prefix': scene(picked(4), packing, (floor) => floor.settings({ companyPrefix: '' })),
  'packing with the last number used': scene(picked(4), packing, (floor) => void floor.apply([{ kind: 'unit.opened', body: { sscc: '006141419999999998', serial: 999_999_999, kind: 'pallet', po: poNumber(OTHER) } }])),
  'packing while a carton is noted': scene(scan(HOT, codes.mugCase, 'A-01-01', codes.grinderCase, codes.grinderCase), start('pack', HOT), scan(codes.mugCase, foreignCarton(2))),
  'packing the last of a short order': scene(picked(2), short, packing, packed(1)),
  'packing beside a pallet that waits': scene(picked(4), packing, elsewhere(packing, packed(1))),
  'packing the last case': scene(picked(4), packing, packed(3)),
  'packing the second pallet': scene(picked(4), packing, packed(2), scan(command.next)),
  'packing the second pallet, the first is loaded': scene(picked(4), packing, packed(2), scan(command.next), ship(PLAIN), elsewhere(start('load', PLAIN), scan(OWN_PALLET))),
  'packing the second pallet, the first has left': scene(picked(4), packing, packed(2), scan(command.next, codes.mugCase), ship(PLAIN), elsewhere(start('load', PLAIN), scan(OWN_PALLET), depart([SECOND_PALLET]))),
  'packing, the first pallet given up': scene(picked(4), packing, scan(command.next, command.undo)),
  'packing, the label printed': scene(picked(4), packing, packed(4), scan(command.done), labelPrinted),
  'packing, the label is of before it was closed': scene(picked(4), packing, packed(4), labelPrintedOpen, scan(command.done)),
  'packing with a closed pallet': scene(picked(4), packing, packed(1), scan(command.done)),
  'packed what is picked, pallet closed': scene(picked(2), packing, packed(2), scan(command.done)),
  'packed all but what is short, pallet closed': scene(picked(2), short, packing, packed(2), scan(command.done)),
  'carton noted, pallet closed': scene(scan(HOT, codes.mugCase, 'A-01-01', codes.grinderCase), start('pack', HOT), scan(codes.mugCase, foreignCarton(2), command.done)),
  'two pallets, more to pack': scene(picked(4), packing, twoPallets(1)),
  'two pallets, all packed': scene(picked(4), packing, twoPallets(2)),
  'two pallets, more to pick': scene(picked(2), packing, twoPallets(1)),
  'two pallets, the rest is short': scene(picked(2), short, packing, twoPallets(1)),
  'two pallets, a carton noted': scene(picked(4), left, scan(HOT, codes.mugCase, 'A-01-01', codes.grinderCase), start('pack', HOT), scan(codes.mugEach), (floor) => void floor.perform(decideOpenUnit(floor.world, { po: poNumber(HOT), kind: 'pallet' }, floor.context('picker'))), scan(codes.mugEach, foreignCarton(2))),
  'an empty pallet': scene(picked(4), packing, scan(command.next)),
  'packing before anything is picked': scene(start('pack', PLAIN)),
  'an empty pallet before anything is picked': scene(start('pack', PLAIN), scan(command.next)),
  'packing before any of a short order is picked': scene(scan(PLAIN), short, start('pack', PLAIN)),
  'a carton noted before a pallet is open': scene(scan(HOT, codes.mugCase, 'A-01-01', codes.grinderCase), start('pack', HOT), scan(foreignCarton(2))),
  'all packed, the truck is planned': scene(picked(4), packing, packed(4), scan(command.done), ship(PLAIN)),
  'all packed and loaded elsewhere': scene(picked(4), packing, packed(4), scan(command.done), ship(PLAIN), elsewhere(start('load', PLAIN), scan(OWN_PALLET))),
  'all packed, an empty pallet in hand, the truck is planned': scene(picked(4), packing, packed(4), scan(command.done), openUnit, ship(PLAIN)),
  'packing stopped before a pallet was open': scene(picked(2), packing, cancel(PLAIN)),
  'packed, then closed elsewhere': scene(picked(4), packing, packed(1), elsewhere(closeUnit(OWN_PALLET))),
  'a closed carton beside the pallet': scene(picked(4), packing, cartonBeside),
  'a closed carton beside the pallet, its label printed': scene(picked(4), packing, cartonBeside, labelPrinted),
  'a closed carton beside the pallet, all packed': scene(picked(4), packing, cartonBeside, packed(2)),
  'a carton on the pallet': scene(picked(4), packing, cartonBeside, scan(OWN_PALLET)),
  'a carton taken off the pallet': scene(picked(4), packing, cartonBeside, scan(OWN_PALLET), takeCartonOff),
  'loading a pallet with a carton on it': scene(picked(4), packing, cartonBeside, scan(OWN_PALLET), packed(2), scan(command.done), ship(PLAIN), start('load', PLAIN)),
  'packed two lots': scene(mugsNeedLot, picked(4), packing, scan(ofLot('A'), ofLot('B'))),
  'packed, then taken off elsewhere': scene(picked(4), packing, packed(1), elsewhere(unpack(6))),
  'packed all that is picked of it, one case': scene(picked(1), packing, packed(1)),
  'packed two cases of four': scene(picked(4), packing, packed(2)),
  'taken off, then packed elsewhere': scene(picked(4), packing, packed(4), unpack(6), elsewhere(start('pack', PLAIN), openUnit, packed(1))),
  'taken off': scene(picked(4), packing, packed(4), unpack(6)),
  'closed, then loaded elsewhere': scene(picked(4), packing, packed(4), scan(command.done), ship(PLAIN), elsewhere(start('load', PLAIN), scan(OWN_PALLET))),
  'opened, then packed on elsewhere': scene(picked(4), packing, scan(command.next), elsewhere(packing, scan(OWN_PALLET), packed(1))),

  'loaded, then left': scene(ship(OTHER), start('load', OTHER), scan(OTHER_PALLET), held(depart())),
  'loading another truck': scene(picked(4), packing, packed(4), scan(command.done), ship(OTHER), start('load', OTHER)),
  'loading, the pallet stands on the first of two trucks': scene(ship(OTHER), elsewhere(start('load', OTHER), scan(OTHER_PALLET)), plan('S-2', OTHER), (floor) => void floor.perform(decideStartTask(floor.world, { kind: 'load', po: null, shipmentId: 'S-2' as never }, floor.context()))),
  'loading the second truck': scene(picked(4), packing, packed(2), scan(command.next), packed(2), scan(command.done), ship(PLAIN), elsewhere(start('load', PLAIN), scan(OWN_PALLET), depart([SECOND_PALLET])), ship(PLAIN), start('load', PLAIN)),
  'loading, a pallet was given up': scene(picked(4), packing, scan(command.next, command.undo), ship(PLAIN), start('load', PLAIN)),
  'loading, a pallet is open': scene(picked(4), packing, packed(1), ship(PLAIN), start('load', PLAIN)),
  'loading a cancelled order': scene(ship(OTHER), start('load', OTHER), cancel(OTHER)),
  'loading a closed order': scene(ship(OTHER), start('load', OTHER), closeOrder(OTHER)),
  'loading the first of two': scene(picked(4), packing, packed(4), scan(command.done), ship(OTHER, PLAIN), start('load', OTHER)),
  'loading without a truck named, one pallet': scene(ship(OTHER), start('load')),
  'loading without a truck named, two pallets': scene(picked(4), packing, packed(4), scan(command.done), ship(OTHER, PLAIN), start('load')),
  'counting for an order': scene(start('count', PLAIN)),
  'receiving, two products have one code': scene((floor) => floor.product('BOWL', { gtinCase: codes.mugCase }), start('receive'), scan('C-01-01')),
  'receiving for an order': scene(start('receive', PLAIN)),

  'an open pallet was left': scene(picked(4), packing, packed(1), left),
  'an open pallet was left, all is packed': scene(picked(4), packing, packed(4), left),
  'an open pallet was left, more is to pick': scene(picked(2), packing, packed(2), left),
  'an open pallet was left, the rest is short': scene(picked(2), short, packing, packed(2), left),
  'an open pallet was left, then cancelled': scene(picked(4), packing, packed(1), left, cancel(PLAIN)),
  'an open pallet was left, then closed': scene(picked(4), packing, packed(1), left, closeOrder(PLAIN)),
  'an empty pallet was left, then cancelled': scene(start('pack', PLAIN), scan(command.next), left, cancel(PLAIN)),
  'an empty pallet was left, then rejected': scene(start('pack', PLAIN), scan(command.next), left, accept(PLAIN, 0, 24)),
  'an empty pallet was left, then shipped': scene(picked(4), packing, openUnit, openUnit, packed(4), scan(command.done), left, ship(PLAIN), elsewhere(start('load', PLAIN), scan(SECOND_PALLET), depart())),
  'a printed label waits to be confirmed': scene(picked(4), packing, packed(4), scan(command.done), labelPrinted, left),
  'a label was confirmed just now': scene(picked(4), packing, packed(4), scan(command.done), labelPrinted, scan(OWN_PALLET)),
  'a picker picks': scene(as('picker'), scan(PLAIN)),
  'a printed label is of before the pallet was closed': scene(picked(4), packing, packed(4), labelPrintedOpen, scan(command.done), left),
  'moving from an empty pallet, cancelled': scene(start('pack', PLAIN), scan(command.next), left, cancel(PLAIN), moving),
  'moving from an empty pallet, rejected': scene(start('pack', PLAIN), scan(command.next), left, accept(PLAIN, 0, 24), moving),
  'moving from an empty pallet, shipped': scene(picked(4), packing, openUnit, openUnit, packed(4), scan(command.done), left, ship(PLAIN), elsewhere(start('load', PLAIN), scan(SECOND_PALLET), depart()), moving),
  'moving from an empty pallet': scene(picked(4), packing, scan(command.next), left, moving),
  'moving from a pallet, cancelled': scene(picked(4), packing, packed(1), left, cancel(PLAIN), moving),
  'moving from a pallet, closed by the customer': scene(picked(4), packing, packed(1), left, closeOrder(PLAIN), moving),
  'moving, the pallet is loaded': scene(ship(OTHER), elsewhere(start('load', OTHER), scan(OTHER_PALLET)), moving),
  'moving, the pallet has left': scene(ship(OTHER), elsewhere(start('load', OTHER), scan(OTHER_PALLET), depart()), moving),
  'moving, the pallet was given up': scene(picked(4), packing, scan(command.next, command.undo), moving),
  'moving a carton': scene(moving, scan(OTHER_CARTON)),
  'moving a carton, then cancelled': scene(moving, scan(OTHER_CARTON), cancel(OTHER)),
  'moving all of a pallet': scene(picked(4), packing, packed(2), openUnit, moving, scan(OWN_PALLET, OWN_PALLET)),
  'moving mugs that have a pallet GTIN': scene(palletGtin, picked(4), packing, packed(2), moving),
  'moving, two lots': scene(mugsNeedLot, picked(4), packing, scan(ofLot('A'), ofLot('B')), moving),
  'moving, one lot noted': scene(mugsNeedLot, picked(4), packing, scan(ofLot('A'), ofLot('B')), moving, scan('(10)A')),
  'moving numbered pieces': scene(picked(4), packing, packed(1), mugsNeedSerial, numbered, moving),
  'moving numbered pieces, enough of them': scene(picked(4), packing, packed(1), mugsNeedSerial, numbered, moving, pieces(60)),
  'moving more numbered pieces than one act may be': scene(picked(4), packing, packed(1), mugsNeedSerial, numbered, moving, scan(OWN_PALLET)),
  'a case to move, then cancelled': scene(...caseNoted, cancel(PLAIN)),
  'a case to move, then closed by the customer': scene(...caseNoted, closeOrder(PLAIN)),
  'a case to move, then taken off elsewhere': scene(...caseNoted, elsewhere(unpack(12))),
  'a case to move, without a company prefix': scene(...caseNoted, noPrefix),
  'a case to move, with the last number used': scene(...caseNoted, lastNumber),
  'a case to move, beside a closed pallet': scene(picked(4), packing, packed(1), scan(command.next), packed(2), moving, packed(1)),
  'a case to move, beside an open pallet': scene(picked(4), packing, packed(2), openUnit, scan(OWN_PALLET), moving, packed(1)),
  'a case to move off a closed pallet': scene(picked(4), packing, packed(2), closeUnit(OWN_PALLET), openUnit, moving, scan(OWN_PALLET), packed(1)),
  'two cases to move, then others of several lots instead of one': scene(picked(4), packing, packed(2), moving, packed(2), mugsNeedLot, elsewhere(packing, scan(OWN_PALLET, ofLot('A'), ofLot('B')), unpack(6))),
  'all to move, then emptied elsewhere': scene(picked(4), packing, packed(1), moving, scan(OWN_PALLET), elsewhere(unpack(6))),
  'all to move, then less elsewhere': scene(picked(4), packing, packed(2), moving, scan(OWN_PALLET), elsewhere(unpack(6))),
  'goods to move, then loaded elsewhere': scene(picked(4), packing, packed(4), scan(command.done), ship(PLAIN), moving, scan(OWN_PALLET), packed(1), elsewhere(start('load', PLAIN), scan(OWN_PALLET))),
  'a carton to move, then taken off elsewhere': scene(picked(4), packing, packed(1), scan(foreignCarton(2)), moving, scan(foreignCarton(2)), elsewhere(unpackCarton(foreignCarton(2)))),
  'goods to move out of a carton, then put on a pallet elsewhere': scene(picked(4), packing, cartonBeside, moving, scan(OWN_PALLET, codes.mugEach), elsewhere(packing, scan(SECOND_PALLET, OWN_PALLET))),
  'moving from a pallet with a carton of ours': scene(...cartonOn, moving),
  'a carton of ours to move': scene(...cartonOn, moving, scan(OWN_PALLET)),
  'a carton of ours to move, beside an open carton': scene(...cartonOn, openCarton, moving, scan(SECOND_PALLET, OWN_PALLET)),
  'all of a pallet with a carton of ours to move': scene(...cartonOn, openUnit, moving, scan(SECOND_PALLET, SECOND_PALLET)),
  'a truck is planned for the other order': scene(ship(OTHER)),
  'the other order is loaded': scene(ship(OTHER), elsewhere(start('load', OTHER), scan(OTHER_PALLET))),
  'all was packed and left': scene(picked(4), packing, packed(4), scan(command.done), left),
  'what is picked was packed and left': scene(picked(2), packing, packed(2), scan(command.done), left),
  'all but what is short was packed and left': scene(picked(2), short, packing, packed(2), scan(command.done), left),
  'all is picked': scene(picked(4), left),
  'what lies nowhere is ordered': scene(bowls),
  'an order that is not acknowledged': scene((floor) => floor.received(orderDocument(BOWLS, [{ vendorSku: 'MUG' }]))),
  'an order is cancelled': scene(cancel(PLAIN)),
  'a picked order is cancelled': scene(picked(1), left, cancel(PLAIN)),
  'an order is closed': scene(closeOrder(PLAIN)),
  'an order is rejected': scene(accept(PLAIN, 0, 24)),
  'an order has shipped': scene(picked(4), packing, packed(4), scan(command.done), left, ship(PLAIN), elsewhere(start('load', PLAIN), scan(OWN_PALLET), depart())),
  'the list of HOT is outdated': scene(change(HOT)),
  'another station of the site holds PLAIN': scene(enrol, held(scan(PLAIN))),
} as const;

export const everyScene = { ...scenes, ...variations };
export type SceneName = keyof typeof everyScene;

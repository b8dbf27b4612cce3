import { message, type Message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import { unitName } from '../../handling-units/names.ts';
import { mayStandOn } from '../../handling-units/nesting.ts';
import { serialOf } from '../../handling-units/traces.ts';
import { movedBy } from '../../scanning/record.ts';
import type { Case, HandlingUnit, PackedSerial, Trace } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { unseenOf } from '../act.ts';
import type { Finding } from './finding.ts';
import { judgeLineWork } from './line-work.ts';
import { packedBy } from './shares.ts';

/** Goods that come to stand on a unit: packed, or put back by the undo of a taking off. */
export type Packing = Pick<BodyOf<'unit.packed'>, 'sscc' | 'po' | 'line' | 'sku' | 'eaches' | 'carton' | 'part' | 'takes'> & { readonly trace?: Trace | null | undefined };

/** Packing against what others packed, closed, loaded, sent off or gave up meanwhile. */
export function judgePacking(reader: Reader, body: Packing, occurrence: Occurrence): readonly Finding[] {
  const { sscc, po, line: name, sku, carton } = body;
  const { eaches } = movedBy(reader, body, occurrence);
  const unit = reader.get('unit', { sscc });
  const order = reader.get('order', { po });
  const line = reader.get('line', { po, line: name });
  if (!unit || !order || !line) return [];
  const packed = carton === null ? undefined : reader.get('carton', { carton });
  // A carton that stands somewhere already adds nothing, so nothing else can be wrong with it.
  if (packed) return cartonTwice(reader, body, packed.sscc, occurrence);
  const numbered = serialOf(reader, sku, body.trace);
  if (numbered) return serialTwice(reader, body, numbered, occurrence);
  const moved = body.takes === undefined ? [] : putDown(reader, body, occurrence);
  // Another station took them off first, which was judged where they should have come off.
  if (eaches === 0) return moved;
  const limit = Math.min(line.picked, line.accepted);
  const over = Math.max(0, line.packed + eaches - limit) - Math.max(0, line.packed - limit);
  const done = line.packed + eaches;
  const onUnit = (sum: number): Message => message('cases.side.packed', { eaches: sum, unit: unitName(reader, sscc) });
  const work = judgeLineWork({
    order, line, eaches, done, over, type: 'over-pack', about: { sscc },
    what: () => message('cases.overPack.what', { po, sku, picked: line.picked, done }),
    did: () => onUnit(eaches),
    own: () => ({ before: packedBy(reader, occurrence.station, { po, line: name }), did: onUnit(packedBy(reader, occurrence.station, { po, line: name, sscc }) + eaches) }),
    others: (sum) => message('cases.side.packedInAll', { eaches: sum }),
  }, occurrence);
  return [...moved, ...reused(reader, body, unit, occurrence), ...onTaken(reader, { ...body, eaches }, unit, occurrence), ...work];
}

function cartonTwice(reader: Reader, { sscc, po, line, sku, eaches, carton, trace = null }: Packing, standsOn: string, occurrence: Occurrence): readonly Finding[] {
  const act = unseenOf(reader.get('unit', { sscc: standsOn })?.touchedBy, occurrence) ?? unseenOf(reader.get('line', { po, line })?.workedBy, occurrence);
  if (!act || carton === null) return [];
  return [{
    type: 'packed-twice',
    what: message('cases.packedTwice.carton', { carton: unitName(reader, carton), sku, po }),
    first: { act, what: message('cases.side.packed', { eaches, unit: unitName(reader, standsOn) }) },
    second: message('cases.side.packed', { eaches, unit: unitName(reader, sscc) }),
    stakes: [{ po, line, sku, units: eaches }],
    about: { po, line, sku, sscc: carton },
    detail: { carton, trace, ssccs: [...new Set([standsOn, sscc])], firstPlace: standsOn, secondPlace: sscc, lines: [{ po, line, sku, first: eaches, second: eaches }] },
    // Scanned once more it is still the one carton.
    joins: 'restated',
  }];
}

/** The same each, by its serial number, on two pallets: like a carton it adds nothing the second time. */
function serialTwice(reader: Reader, { sscc, po, line, sku, eaches, trace = null }: Packing, { serial, sscc: standsOn }: PackedSerial, occurrence: Occurrence): readonly Finding[] {
  const act = unseenOf(reader.get('unit', { sscc: standsOn })?.touchedBy, occurrence) ?? unseenOf(reader.get('line', { po, line })?.workedBy, occurrence);
  if (!act) return [];
  return [{
    type: 'packed-twice',
    what: message('cases.packedTwice.serial', { serial, sku, po }),
    first: { act, what: message('cases.side.packed', { eaches, unit: unitName(reader, standsOn) }) },
    second: message('cases.side.packed', { eaches, unit: unitName(reader, sscc) }),
    stakes: [{ po, line, sku, units: eaches }],
    about: { po, line, sku, sscc: standsOn },
    detail: { serial, trace, ssccs: [...new Set([standsOn, sscc])], firstPlace: standsOn, secondPlace: sscc, lines: [{ po, line, sku, first: eaches, second: eaches }] },
    joins: 'restated',
  }];
}

/** Who closed, loaded, sent off or gave up the unit, in words. */
export const finishedSide = (words: { readonly unit: string; readonly state: HandlingUnit['state'] }): Message => message('cases.side.unit', words);

/** Moved goods that came off against what another station did: the case of that learns where they were put down here. The parts of an act are of one moment. */
function putDown(reader: Reader, { sscc, po, line, sku }: Packing, { station, occurredAt }: Occurrence): readonly Finding[] {
  const isOfAct = ({ state, what, second, line: of, sku: goods }: Case): boolean => state === 'open' && TAKEN_OFF.has(what.key) && second.station === station && second.at === occurredAt && of === line && goods === sku;
  const open = reader.find('case', { po }).filter(isOfAct).at(-1);
  if (!open?.first || open.detail.secondPlace !== null) return [];
  const { type, what, first, second } = open;
  return [{
    type, what, first: { act: first, what: first.what }, second: message(second.what.key, { ...second.what.params, eaches: 0 }), stakes: [],
    about: { po, line, sku, sscc: open.sscc }, detail: { secondPlace: sscc },
  }];
}

const TAKEN_OFF: ReadonlySet<Message['key']> = new Set(['cases.packedTwice.unpacked', 'cases.packedTwice.offFinished']);

/** On a pallet that another station had closed, loaded, sent off or given up. */
function onTaken(reader: Reader, { sscc, po, line, sku, eaches }: Packing, unit: HandlingUnit, occurrence: Occurrence): readonly Finding[] {
  const act = unit.state === 'open' ? undefined : unseenOf(unit.touchedBy, occurrence);
  if (!act) return [];
  const words = { unit: unitName(reader, sscc), state: unit.state };
  return [{
    type: 'packed-twice',
    what: message('cases.packedTwice.unit', { ...words, sku }),
    first: { act, what: finishedSide(words) },
    second: message('cases.side.packed', { eaches, unit: words.unit }),
    stakes: [{ po, line, sku, units: eaches }],
    about: { po, sscc },
    detail: { ssccs: [sscc], firstPlace: sscc, secondPlace: sscc, lines: [{ po, line, sku, first: 0, second: eaches }] },
  }];
}

/** Goods of a second pallet that bears the same number: they stand in the books of the first until somebody gives it a number of its own. */
function reused(reader: Reader, { sscc, po, line, sku, eaches }: Packing, unit: HandlingUnit, { station }: Occurrence): readonly Finding[] {
  const about = (each: Case): boolean => each.state === 'open' && each.type === 'sscc-reused' && each.sscc === sscc && each.second.station === station;
  // A pallet of one station only needs no search: most are.
  const others = unit.touchedBy !== null && (unit.touchedBy.station !== station || unit.touchedBy.other !== null);
  const open = others ? reader.find('case', { po }).find(about) : undefined;
  if (!open) return [];
  return [{
    type: 'sscc-reused',
    what: open.what,
    first: null,
    second: open.second.what,
    stakes: [{ po, line, sku, units: eaches }],
    about: { po, sscc },
    detail: { lines: [{ po, line, sku, first: 0, second: eaches }] },
  }];
}

/** A carton of our own onto a pallet although another station had put it onto one, opened it, loaded it or sent it off. The first stands. */
export function judgeNesting(reader: Reader, { sscc, on, po }: Pick<BodyOf<'unit.nested'>, 'sscc' | 'on' | 'po'>, occurrence: Occurrence): readonly Finding[] {
  const carton = reader.get('unit', { sscc });
  const pallet = reader.get('unit', { sscc: on });
  const act = unseenOf(carton?.touchedBy, occurrence) ?? unseenOf(pallet?.touchedBy, occurrence);
  if (!carton || !pallet || !act || carton.parent === on || mayStandOn(carton, pallet)) return [];
  const contents = reader.find('content', { sscc });
  const place = carton.parent ?? carton.shipmentId;
  return [{
    type: 'packed-twice',
    what: message('cases.packedTwice.nested', { carton: unitName(reader, sscc), unit: unitName(reader, on), po }),
    first: { act, what: carton.parent === null ? message('cases.side.unit', { unit: unitName(reader, sscc), state: carton.state }) : message('cases.side.packed', { eaches: carton.eaches, unit: unitName(reader, carton.parent) }) },
    second: message('cases.side.packed', { eaches: carton.eaches, unit: unitName(reader, on) }),
    stakes: contents.map(({ line, sku, eaches }) => ({ po, line, sku, units: eaches })),
    about: { po, sscc },
    detail: { ssccs: [sscc, on], firstPlace: place, secondPlace: on, lines: contents.map(({ line, sku, eaches }) => ({ po, line, sku, first: eaches, second: eaches })) },
    joins: 'restated',
  }];
}

/** Given up as empty although another station packed on it. */
export function judgeVoid(reader: Reader, { sscc }: Pick<BodyOf<'unit.voided'>, 'sscc'>, occurrence: Occurrence): readonly Finding[] {
  const unit = reader.get('unit', { sscc });
  const act = unseenOf(unit?.touchedBy, occurrence);
  if (!unit || !act || unit.eaches === 0 || unit.state === 'voided') return [];
  const words = { unit: unitName(reader, sscc) };
  const contents = reader.find('content', { sscc });
  return [{
    type: 'packed-twice',
    what: message('cases.packedTwice.voided', words),
    first: { act, what: message('cases.side.onUnit', { ...words, eaches: unit.eaches }) },
    second: message('cases.side.voided', words),
    stakes: contents.map(({ po, line, sku, eaches }) => ({ po, line, sku, units: eaches })),
    about: { po: unit.po, sscc },
    detail: { ssccs: [sscc], lines: contents.map(({ po, line, sku, eaches }) => ({ po, line, sku, first: eaches, second: 0 })) },
  }];
}

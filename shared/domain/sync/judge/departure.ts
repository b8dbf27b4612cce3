import type { PoNumber } from '../../../lib/ids.ts';
import { message, type Message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import { unitName } from '../../handling-units/names.ts';
import { cartonsOn, standingOn } from '../../handling-units/nesting.ts';
import type { Act, CaseType, Content, HandlingUnit, Line, Order } from '../../state/entities.ts';
import { isFinal } from '../../state/totals.ts';
import type { Reader } from '../../state/world.ts';
import { unseenOf } from '../act.ts';
import type { Finding, Stake } from './finding.ts';
import { sentBy } from './shares.ts';

type Departed = BodyOf<'shipment.departed'>;

/** A truck that left against what others sent off, shipped, changed or ended meanwhile. */
export function judgeDeparture(reader: Reader, body: Departed, occurrence: Occurrence): readonly Finding[] {
  const units = body.ssccs.flatMap((sscc) => reader.get('unit', { sscc }) ?? []);
  return [...goneAlready(reader, body, units, occurrence), ...beyondOrders(reader, units, occurrence), ...changedUnseen(reader, body, units, occurrence)];
}

/** Pallets that another station had sent off: with the same truck, or with another one. */
function goneAlready(reader: Reader, { shipmentId, departedAt }: Departed, units: readonly HandlingUnit[], occurrence: Occurrence): readonly Finding[] {
  const gone = units.flatMap((unit) => {
    const act = unit.state === 'departed' ? unseenOf(unit.touchedBy, occurrence) : undefined;
    return act ? [{ unit, act }] : [];
  });
  const [first] = gone;
  if (!first) return [];
  const contents = gone.flatMap(({ unit }) => standingOn(reader, unit.sscc));
  const before = first.unit.shipmentId ?? '';
  return [{
    type: 'departed-twice',
    what: message('cases.departedTwice.what', { pallets: gone.length, unit: unitName(reader, first.unit.sscc), first: before, second: shipmentId, same: before === shipmentId ? 'yes' : 'no' }),
    first: { act: first.act, what: message('cases.side.departed', { shipment: before }) },
    second: message('cases.side.departedAt', { shipment: shipmentId, departedAt }),
    stakes: contents.map(({ po, line, sku, eaches }): Stake => ({ po, line, sku, units: eaches })),
    about: { po: first.unit.po },
    detail: { ssccs: gone.map(({ unit }) => unit.sscc), firstPlace: before, secondPlace: shipmentId, lines: contents.map(({ po, line, sku, eaches }) => ({ po, line, sku, first: eaches, second: eaches })) },
  }];
}

/** Units on which other stations put goods, or from which they took some, without the truck's station knowing: its papers say something else. */
function changedUnseen(reader: Reader, { shipmentId, stood = [] }: Departed, units: readonly HandlingUnit[], occurrence: Occurrence): Finding[] {
  return units.flatMap((unit): Finding[] => {
    const { sscc, po, state } = unit;
    const seen = stood.filter((each) => each.sscc === sscc);
    const act = unseenOf(unit.touchedBy, occurrence) ?? firstUnseen(cartonsOn(reader, sscc), occurrence);
    if (state === 'departed' || seen.length === 0 || !act) return [];
    const now = standingOn(reader, sscc);
    const names = [...new Set([...now, ...seen].map(({ line }) => line))];
    const eachesOf = (of: readonly { readonly line: string; readonly eaches: number }[], name: string): number => of.find(({ line }) => line === name)?.eaches ?? 0;
    const lines = names
      .map((line) => ({ po, line, sku: reader.get('line', { po, line })?.sku ?? null, first: eachesOf(now, line), second: eachesOf(seen, line) }))
      .filter(({ first, second }) => first !== second);
    if (lines.length === 0) return [];
    const all = (of: readonly { readonly eaches: number }[]): number => of.reduce((total, { eaches }) => total + eaches, 0);
    const words = { unit: unitName(reader, sscc), shipment: shipmentId };
    return [{
      type: 'shipped-after-change',
      what: message('cases.shippedAfterChange.unit', { ...words, there: all(now), seen: all(seen) }),
      first: { act, what: message('cases.side.changedUnit', words) },
      second: message('cases.side.departed', words),
      stakes: lines.map(({ line, sku, first, second }): Stake => ({ po, line, sku, units: Math.abs(first - second) })),
      about: { po, sscc },
      detail: { ssccs: [sscc], firstPlace: sscc, secondPlace: shipmentId, lines },
      joins: 'restated',
    }];
  });
}

function firstUnseen(units: readonly HandlingUnit[], occurrence: Occurrence): Act | undefined {
  for (const { touchedBy } of units) {
    const act = unseenOf(touchedBy, occurrence);
    if (act) return act;
  }
  return undefined;
}

interface Beyond {
  readonly type: Extract<CaseType, 'over-ship' | 'shipped-after-change'>;
  readonly act: Act;
  readonly order: Order;
  readonly line: Line;
  readonly leaving: number;
  /** What this station had sent off of the line before. */
  readonly before: number;
  readonly units: number;
}

/** Units that leave beyond what their orders want by now. */
function beyondOrders(reader: Reader, units: readonly HandlingUnit[], occurrence: Occurrence): readonly Finding[] {
  const leaving = units.filter(({ state }) => state !== 'departed').flatMap(({ sscc }) => standingOn(reader, sscc));
  const found = perLine(leaving).flatMap((content): Beyond[] => {
    const order = reader.get('order', { po: content.po });
    const line = reader.get('line', { po: content.po, line: content.line });
    const beyond = order && line && beyondOrder(order, line, content.eaches, occurrence);
    return beyond ? [{ ...beyond, before: sentBy(reader, occurrence.station, line) }] : [];
  });
  const groups = new Map<string, Beyond[]>();
  for (const each of found) groups.set(`${each.order.po} ${each.type}`, [...(groups.get(`${each.order.po} ${each.type}`) ?? []), each]);
  return [...groups.values()].flatMap((same) => (same[0] ? [beyondFinding(same[0], same)] : []));
}

function perLine(contents: readonly Content[]): Pick<Content, 'po' | 'line' | 'eaches'>[] {
  const lines = new Map<string, { po: PoNumber; line: string; eaches: number }>();
  for (const { po, line, eaches } of contents) {
    const key = `${po} ${line}`;
    lines.set(key, { po, line, eaches: (lines.get(key)?.eaches ?? 0) + eaches });
  }
  return [...lines.values()];
}

function beyondOrder(order: Order, line: Line, leaving: number, occurrence: Occurrence): Omit<Beyond, 'before'> | undefined {
  const changed = unseenOf(order.changedBy, occurrence);
  const units = Math.max(0, line.shipped + leaving - line.accepted) - Math.max(0, line.shipped - line.accepted);
  // A truck that took all of it ended the order: a second one that takes it again is no change of the order but goods too many.
  const isSecondTruck = order.state === 'shipped' && units > 0;
  if (changed && !isSecondTruck && isFinal(order.state) && order.state !== 'rejected') return { type: 'shipped-after-change', act: changed, order, line, leaving, units: leaving };
  if (units <= 0) return undefined;
  if (changed && !isSecondTruck) return { type: 'shipped-after-change', act: changed, order, line, leaving, units };
  const act = unseenOf(line.workedBy, occurrence) ?? unseenOf(order.acknowledgedBy, occurrence);
  return act && { type: 'over-ship', act, order, line, leaving, units };
}

function beyondFinding(beyond: Beyond, same: readonly Beyond[]): Finding {
  return beyond.type === 'over-ship' ? overShipped(beyond, same) : afterChange(beyond, same);
}

const sum = (same: readonly Beyond[], of: (each: Beyond) => number): number => same.reduce((total, each) => total + of(each), 0);
const stakesOf = (same: readonly Beyond[]): readonly Stake[] => same.map(({ order, line, units }) => ({ po: order.po, line: line.line, sku: line.sku, units }));

/** What each side has sent off stands beside the other's. */
function overShipped({ act, order }: Beyond, same: readonly Beyond[]): Finding {
  const { po } = order;
  const others = ({ line, before }: Beyond): number => Math.max(0, line.shipped - before);
  const accepted = sum(same, ({ line }) => line.accepted);
  const second = ({ before, leaving }: Beyond): number => before + leaving;
  return {
    type: 'over-ship',
    what: message('cases.overShip.what', { po, accepted, done: sum(same, ({ line, leaving }) => line.shipped + leaving) }),
    first: { act, what: sideWords(sum(same, others), same) },
    second: message('cases.side.shipped', { eaches: sum(same, second) }),
    stakes: stakesOf(same),
    about: { po },
    joins: 'totals',
    detail: { lines: same.map((each) => ({ po, line: each.line.line, sku: each.line.sku, first: others(each), second: second(each) })) },
  };
}

/** Where the other side has sent off none of it, what it did is all its work on it. */
function sideWords(sent: number, same: readonly Beyond[]): Message {
  if (sent > 0) return message('cases.side.shipped', { eaches: sent });
  return message('cases.side.worked', { picked: sum(same, ({ line }) => line.picked), packed: sum(same, ({ line }) => line.packed), of: sum(same, ({ line }) => line.accepted) });
}

function afterChange({ act, order: { po, state } }: Beyond, same: readonly Beyond[]): Finding {
  const ended = isFinal(state) && state !== 'rejected';
  return {
    type: 'shipped-after-change',
    what: message('cases.shippedAfterChange.what', { po, state: ended ? state : 'changed' }),
    first: { act, what: ended ? message('cases.side.ended', { state }) : message('cases.side.changed', { eaches: sum(same, ({ line }) => line.requested) }) },
    second: message('cases.side.shipped', { eaches: sum(same, ({ leaving }) => leaving) }),
    stakes: stakesOf(same),
    about: { po },
    detail: { lines: same.map(({ line, leaving }) => ({ po, line: line.line, sku: line.sku, first: line.accepted, second: leaving })) },
  };
}

import type { PoNumber } from '../../../lib/ids.ts';
import { message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import { unitName } from '../../handling-units/names.ts';
import type { Act, CaseType, Content, HandlingUnit, Line, Order } from '../../state/entities.ts';
import { isFinal } from '../../state/totals.ts';
import type { Reader } from '../../state/world.ts';
import { unseenOf } from '../act.ts';
import type { Finding, Stake } from './finding.ts';

type Departed = BodyOf<'shipment.departed'>;

/** A truck that left against what others sent off, shipped, changed or ended meanwhile. */
export function judgeDeparture(reader: Reader, body: Departed, occurrence: Occurrence): readonly Finding[] {
  const units = body.ssccs.flatMap((sscc) => reader.get('unit', { sscc }) ?? []);
  return [...goneAlready(reader, body, units, occurrence), ...beyondOrders(reader, units, occurrence)];
}

/** Pallets that another station had sent off: with the same truck, or with another one. */
function goneAlready(reader: Reader, { shipmentId, departedAt }: Departed, units: readonly HandlingUnit[], occurrence: Occurrence): readonly Finding[] {
  const gone = units.flatMap((unit) => {
    const act = unit.state === 'departed' ? unseenOf(unit.touchedBy, occurrence) : undefined;
    return act ? [{ unit, act }] : [];
  });
  const [first] = gone;
  if (!first) return [];
  const contents = gone.flatMap(({ unit }) => reader.find('content', { sscc: unit.sscc }));
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

interface Beyond {
  readonly type: Extract<CaseType, 'over-ship' | 'shipped-after-change'>;
  readonly act: Act;
  readonly order: Order;
  readonly line: Line;
  readonly leaving: number;
  readonly units: number;
}

/** Units that leave beyond what their orders want by now. */
function beyondOrders(reader: Reader, units: readonly HandlingUnit[], occurrence: Occurrence): readonly Finding[] {
  const leaving = units.filter(({ state }) => state !== 'departed').flatMap(({ sscc }) => reader.find('content', { sscc }));
  const found = perLine(leaving).flatMap((content): Beyond[] => {
    const order = reader.get('order', { po: content.po });
    const line = reader.get('line', { po: content.po, line: content.line });
    const beyond = order && line && beyondOrder(order, line, content.eaches, occurrence);
    return beyond ? [beyond] : [];
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

function beyondOrder(order: Order, line: Line, leaving: number, occurrence: Occurrence): Beyond | undefined {
  const changed = unseenOf(order.changedBy, occurrence);
  if (changed && isFinal(order.state) && order.state !== 'rejected') return { type: 'shipped-after-change', act: changed, order, line, leaving, units: leaving };
  const units = Math.max(0, line.shipped + leaving - line.accepted) - Math.max(0, line.shipped - line.accepted);
  if (units <= 0) return undefined;
  if (changed) return { type: 'shipped-after-change', act: changed, order, line, leaving, units };
  const act = unseenOf(line.workedBy, occurrence) ?? unseenOf(order.acknowledgedBy, occurrence);
  return act && { type: 'over-ship', act, order, line, leaving, units };
}

function beyondFinding({ type, act, order }: Beyond, same: readonly Beyond[]): Finding {
  const { po, state } = order;
  const sum = (of: (each: Beyond) => number): number => same.reduce((total, each) => total + of(each), 0);
  const wanted = message('cases.side.worked', { picked: sum(({ line }) => line.picked), packed: sum(({ line }) => line.packed), of: sum(({ line }) => line.accepted) });
  const ended = isFinal(state) && state !== 'rejected';
  return {
    type,
    what: type === 'over-ship' ? message('cases.overShip.what', { po, accepted: sum(({ line }) => line.accepted), done: sum(({ line, leaving }) => line.shipped + leaving) }) : message('cases.shippedAfterChange.what', { po, state: ended ? state : 'changed' }),
    first: { act, what: type === 'over-ship' ? wanted : ended ? message('cases.side.ended', { state }) : message('cases.side.changed', { eaches: sum(({ line }) => line.requested) }) },
    second: message('cases.side.shipped', { eaches: sum(({ leaving }) => leaving) }),
    stakes: same.map(({ line, units }): Stake => ({ po, line: line.line, sku: line.sku, units })),
    about: { po },
    detail: { lines: same.map(({ line, leaving }) => ({ po, line: line.line, sku: line.sku, first: line.accepted, second: leaving })) },
  };
}

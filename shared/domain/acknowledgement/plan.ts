import type { RejectionReason } from '../../documents/outgoing.ts';
import type { PoNumber, Sku } from '../../lib/ids.ts';
import { extend, type Money, type UnitCost } from '../../lib/money.ts';
import { dateIn, type CalendarDate, type Instant } from '../../lib/time.ts';
import type { Message } from '../../messages/say.ts';
import { lineCost, sumMoney } from '../chargebacks/line-cost.ts';
import type { Context } from '../decision.ts';
import type { ChargebackRule, Settings } from '../settings/settings.ts';
import type { Line, Order } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import { adviseLine, type LineAdvice } from './advice.ts';
import { SharedStock, availabilities, type Availability } from './availability.ts';
import { consequenceOf, type Consequence } from './consequence.ts';
import { clockMessage, notAnswerable } from './may-answer.ts';
import { changeableUntil, phaseOf, type Phase } from './phase.ts';

export type Missing = 'product' | 'case-size' | 'cost';

export interface PlanLine {
  readonly line: string;
  readonly position: number;
  readonly asin: string | null;
  readonly vendorSku: string | null;
  readonly sku: Sku | null;
  readonly title: string;
  readonly unit: Line['unit'];
  /** Eaches in one ordered unit; null until somebody says. Answers are whole units of it. */
  readonly unitSize: number | null;
  readonly backOrderAllowed: boolean;
  readonly finallyRejected: boolean;
  readonly requested: number;
  readonly picked: number;
  /** What stands now of an earlier answer; null before the first. */
  readonly current: { readonly accepted: number; readonly rejected: number; readonly backordered: number; readonly reason: RejectionReason | null; readonly shipDate: CalendarDate | null } | null;
  readonly boxed: number;
  /** Promised to other orders. */
  readonly allocated: number;
  readonly safety: number;
  /** Units of the product this order may count on, before any of its lines takes some. */
  readonly free: number;
  readonly advised: LineAdvice;
  /** What the consequence is about: the advice, or what the person is trying. */
  readonly chosen: number;
  readonly unitCost: UnitCost | null;
  /** Cost of all that was asked for. */
  readonly value: Money | null;
  readonly consequence: Consequence;
  readonly missing: readonly Missing[];
}

export interface AcknowledgementPlan {
  readonly po: PoNumber;
  readonly hpo: boolean;
  readonly phase: Phase;
  /** Why it cannot be answered at all; null when it can. */
  readonly refusal: Message | null;
  readonly clock: {
    readonly answerDue: Instant;
    readonly answered: boolean;
    readonly overdue: boolean;
    readonly changeableUntil: Instant | null;
    readonly sentence: Message;
  };
  readonly lines: readonly PlanLine[];
  /** Lines that cannot be accepted, or not be answered at all, until something is completed. */
  readonly incomplete: readonly { readonly line: string; readonly product: string; readonly missing: readonly Missing[] }[];
  /** More is chosen than is there: it takes a supervisor and a reason. */
  readonly needsOverride: boolean;
  readonly totals: {
    readonly requested: number;
    readonly advisedAccept: number;
    readonly advisedReject: number;
    readonly chosen: number;
    readonly rejected: number;
    readonly short: number;
    readonly value: Money | null;
    /** Expected cost of accepting what is chosen. */
    readonly accepting: Money | null;
    /** Cost of rejecting now all that is not there. */
    readonly rejectingNow: Money | null;
  };
}

/**
 * The advice for every line of an order and the money behind it. Changes nothing. Undefined when there is no such order.
 * @param chosen eaches to accept by line, for a what-if; lines not named take the advice.
 */
export function planAcknowledgement(
  reader: Reader,
  po: PoNumber,
  context: Pick<Context, 'now'>,
  rules: readonly ChargebackRule[],
  chosen: Readonly<Record<string, number>> = {},
): AcknowledgementPlan | undefined {
  const order = reader.get('order', { po });
  if (!order) return undefined;
  const settings = settingsOf(reader);
  const { now } = context;
  const phase = phaseOf(order, settings, now);
  const rows = linesInOrder(reader, po);
  const available = availabilities(reader, order, rows);
  const stock = new SharedStock(available);
  const day = dateIn(settings.zone, now);
  const lines = adviseLines(rows, available, phase).map(([line, advised]): PlanLine => {
    const accept = (Object.hasOwn(chosen, line.line) ? chosen[line.line] : undefined) ?? advised.accept;
    const wanted = Math.max(0, accept - line.picked);
    const short = wanted - stock.take(line.sku, wanted);
    return planLine(reader, line, settings, available, { advised, chosen: accept, short }, rules, day);
  });
  return {
    po,
    hpo: order.hpo,
    phase,
    refusal: notAnswerable(order),
    clock: clockOf(order, settings, now),
    lines,
    incomplete: lines.filter(({ missing }) => missing.length > 0).map(({ line, title, missing }) => ({ line, product: title, missing })),
    needsOverride: lines.some((line) => line.consequence.short > 0 && line.chosen > (line.current?.accepted ?? 0)),
    totals: totalsOf(lines),
  };
}

/** Lines as the document has them. */
export const linesInOrder = (reader: Reader, po: PoNumber): readonly Line[] => reader.find('line', { po }).sort((left, right) => left.position - right.position);

/** Each line with its advice; lines share the free units of their products in the document's order. */
function adviseLines(lines: readonly Line[], available: ReadonlyMap<Sku, Availability>, phase: Phase): readonly (readonly [Line, LineAdvice])[] {
  const stock = new SharedStock(available);
  return lines.map((line) => [line, adviseLine(line, line.sku === null ? undefined : available.get(line.sku), stock, phase)]);
}

/** What a line lacks before it can be accepted (product, case size) or even answered: Amazon refuses a file with a cost missing. */
function missingOf(line: Line, cost: UnitCost | null): readonly Missing[] {
  if (line.requested === 0) return [];
  return [...(line.sku === null ? (['product'] as const) : []), ...(line.unitSize === null ? (['case-size'] as const) : []), ...(cost === null ? (['cost'] as const) : [])];
}

/** What people call a line's product. */
export const productName = (line: Line, title = ''): string => title || line.title || (line.vendorSku ?? line.asin ?? line.gtin ?? line.buyerPart ?? line.line);

function planLine(
  reader: Reader,
  line: Line,
  settings: Settings,
  available: ReadonlyMap<Sku, Availability>,
  { advised, chosen, short }: { readonly advised: LineAdvice; readonly chosen: number; readonly short: number },
  rules: readonly ChargebackRule[],
  day: CalendarDate,
): PlanLine {
  const product = line.sku === null ? undefined : reader.get('product', { sku: line.sku });
  const unitCost = lineCost(line, product, settings.currency);
  const there = line.sku === null ? undefined : available.get(line.sku);
  return {
    line: line.line, position: line.position, asin: line.asin, vendorSku: line.vendorSku, sku: line.sku, title: productName(line, product?.title),
    unit: line.unit, unitSize: line.unitSize, backOrderAllowed: line.backOrderAllowed, finallyRejected: line.finallyRejected,
    requested: line.requested, picked: line.picked,
    current: line.acknowledged
      ? { accepted: line.accepted, rejected: line.rejected, backordered: line.backordered, reason: line.rejectionReason, shipDate: line.shipDate }
      : null,
    boxed: there?.boxed ?? 0, allocated: there?.allocated ?? 0, safety: there?.safety ?? 0, free: there?.free ?? 0,
    advised, chosen, unitCost,
    value: unitCost === null ? null : extend(unitCost, line.requested),
    consequence: consequenceOf({ requested: line.requested, accept: chosen, short, unitCost }, rules, day),
    missing: missingOf(line, unitCost),
  };
}

function clockOf(order: Order, settings: Settings, now: Instant): AcknowledgementPlan['clock'] {
  const answered = order.acknowledgementVersion > 0;
  return {
    answerDue: order.acknowledgeBy,
    answered,
    overdue: !answered && now >= order.acknowledgeBy,
    changeableUntil: changeableUntil(order, settings),
    sentence: clockMessage(order, settings, now),
  };
}

function totalsOf(lines: readonly PlanLine[]): AcknowledgementPlan['totals'] {
  const sum = (of: (line: PlanLine) => number): number => lines.reduce((total, line) => total + of(line), 0);
  const money = (of: (line: PlanLine) => Money | null): Money | null => sumMoney(lines.flatMap((line) => of(line) ?? []));
  return {
    requested: sum((line) => line.requested),
    advisedAccept: sum((line) => line.advised.accept),
    advisedReject: sum((line) => line.advised.reject),
    chosen: sum((line) => line.chosen),
    rejected: sum((line) => line.consequence.reject),
    short: sum((line) => line.consequence.short),
    value: money((line) => line.value),
    accepting: money((line) => line.consequence.accepting),
    rejectingNow: money((line) => line.consequence.rejectingNow?.total ?? null),
  };
}

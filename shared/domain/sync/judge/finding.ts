import type { PoNumber, Sku } from '../../../lib/ids.ts';
import { addMoney, extend, moneyText, parseAmount, type Money } from '../../../lib/money.ts';
import { message, type Message } from '../../../messages/say.ts';
import { lineCost, sumMoney } from '../../chargebacks/line-cost.ts';
import type { Occurrence } from '../../decision.ts';
import type { Act, Case, CaseDetail, CaseLine, CaseType } from '../../state/entities.ts';
import { settingsOf } from '../../state/totals.ts';
import type { Reader } from '../../state/world.ts';
import { actOf, plain } from '../act.ts';

/** Eaches at stake, and of what. */
export interface Stake {
  readonly po: PoNumber | null;
  readonly line: string | null;
  readonly sku: Sku | null;
  readonly units: number;
}

type About = Partial<Pick<Case, 'po' | 'line' | 'sku' | 'sscc' | 'location'>>;

/** A contradiction that a judge has found, before it is a row. */
export interface Finding {
  readonly type: CaseType;
  /** In words; its `units` is filled in, with all that is at stake by then. */
  readonly what: Message;
  readonly first: { readonly act: Act; readonly what: Message } | null;
  /** What the operation judged did. */
  readonly second: Message;
  readonly stakes: readonly Stake[];
  readonly about: About;
  readonly detail?: Partial<CaseDetail>;
  /**
   * How it joins an open case of its kind. Left out: what the second side did adds up. `totals`: its words and lines say all that it has
   * done by now, only the stakes add up. `restated`: stakes, lines and both sides are as they are told now. `answer`: an answer replaces the one before, so the stakes are what the lines still differ by.
   */
  readonly joins?: 'totals' | 'answer' | 'restated';
}

const unitsOf = (stakes: readonly Stake[]): number => stakes.reduce((sum, { units }) => sum + units, 0);

/** Findings as rows. What adds to a case that is still open joins it: forty scans of one mistake are one decision. */
export function casesOf(reader: Reader, occurrence: Occurrence, findings: readonly Finding[]): readonly Case[] {
  const opened = new Map<CaseType, number>();
  return findings.map((finding) => {
    const open = openCase(reader, finding, occurrence.station);
    if (open) return grown(reader, open, finding);
    const nth = (opened.get(finding.type) ?? 0) + 1;
    opened.set(finding.type, nth);
    return newCase(reader, occurrence, finding, `${occurrence.opId}:${finding.type}${nth === 1 ? '' : `:${nth}`}`);
  });
}

const NOTHING: CaseDetail = { lines: [], ssccs: [], firstPlace: null, secondPlace: null, carton: null };
const NOWHERE = { po: null, line: null, sku: null, sscc: null, location: null } as const;

function newCase(reader: Reader, occurrence: Occurrence, { type, what, first, second, stakes, about, detail }: Finding, caseId: string): Case {
  const units = unitsOf(stakes);
  return {
    ...NOWHERE,
    ...about,
    caseId, type, openedAt: occurrence.occurredAt,
    what: message(what.key, { ...what.params, units }),
    first: first && { ...plain(first.act), what: first.what },
    second: { ...actOf(occurrence), what: second },
    units,
    ...costText(costOf(reader, stakes)),
    detail: { ...NOTHING, ...detail },
    state: 'open', decision: null, note: null, resolvedBy: null,
  };
}

function openCase(reader: Reader, { type, what, about, detail }: Finding, station: string): Case | undefined {
  const wanted = { ...NOWHERE, ...about };
  // What is about no order, product or pallet is about a station.
  const place = Object.values(wanted).every((value) => value === null) ? (detail?.firstPlace ?? null) : undefined;
  const candidates = wanted.po === null ? reader.find('case', { state: 'open' }) : reader.find('case', { po: wanted.po });
  return candidates.find(
    (each) =>
      each.state === 'open' && each.type === type && each.what.key === what.key && each.second.station === station && each.po === wanted.po && each.line === wanted.line && each.sku === wanted.sku &&
      each.sscc === wanted.sscc && each.location === wanted.location && (place === undefined || each.detail.firstPlace === place),
  );
}

function grown(reader: Reader, open: Case, finding: Finding): Case {
  const { what, first, second, stakes, detail, joins } = finding;
  if (joins === 'restated') {
    const units = unitsOf(stakes);
    return { ...open, what: message(what.key, { ...what.params, units }), first: first && { ...plain(first.act), what: first.what }, second: { ...open.second, what: second }, units, ...costText(costOf(reader, stakes)), detail: { ...open.detail, ...detail } };
  }
  const lines = joinLines(open.detail.lines, detail?.lines ?? [], joins);
  const answered = joins === 'answer' ? lines.map(({ po, line, sku, ...sides }): Stake => ({ po, line, sku, units: Math.abs(sides.second - sides.first) })) : null;
  const units = answered ? unitsOf(answered) : open.units + unitsOf(stakes);
  return {
    ...open,
    what: message(what.key, { ...what.params, ...(answered ? { first: sumOf(lines, 'first'), second: sumOf(lines, 'second') } : {}), units }),
    second: { ...open.second, what: answered ? withEaches(second, sumOf(lines, 'second')) : joins === 'totals' ? second : added(open.second.what, second) },
    units,
    ...costText(answered ? costOf(reader, answered) : costWith(reader, open, stakes)),
    detail: { ...open.detail, carton: detail?.carton ?? open.detail.carton, secondPlace: open.detail.secondPlace ?? detail?.secondPlace ?? null, lines, ssccs: [...new Set([...open.detail.ssccs, ...(detail?.ssccs ?? [])])] },
  };
}

function costWith(reader: Reader, open: Case, stakes: readonly Stake[]): Money | null {
  const more = costOf(reader, stakes);
  // A case may open before anything is at stake: a pallet number given twice, and goods packed under it later.
  if (open.units === 0) return more;
  const known = open.cost === null || open.currency === null ? null : extend({ amount: open.cost, currency: open.currency }, 1);
  if (stakes.length === 0) return known;
  return known !== null && more !== null && known.currency === more.currency ? addMoney(known, more) : null;
}

/** Forty scans are told as one: "Packed 240 on ...". */
function added(before: Message, now: Message): Message {
  const [had, more] = [before.params['eaches'], now.params['eaches']];
  return before.key === now.key && typeof had === 'number' && typeof more === 'number' ? withEaches(now, had + more) : now;
}

const withEaches = ({ key, params }: Message, eaches: number): Message => message(key, { ...params, eaches });

const sumOf = (lines: readonly CaseLine[], side: 'first' | 'second'): number => lines.reduce((sum, line) => sum + line[side], 0);

/** The first side stays as it was when the case opened. */
function joinLines(known: readonly CaseLine[], more: readonly CaseLine[], joins: Finding['joins']): readonly CaseLine[] {
  const lines = new Map(known.map((line) => [`${line.po} ${line.line}`, line]));
  for (const line of more) {
    const before = lines.get(`${line.po} ${line.line}`);
    lines.set(`${line.po} ${line.line}`, before ? { ...line, first: before.first, second: joins === undefined ? before.second + line.second : line.second } : line);
  }
  return [...lines.values()];
}

/** What the eaches cost together; null where one of them has no known cost. */
function costOf(reader: Reader, stakes: readonly Stake[]): Money | null {
  const amounts: Money[] = [];
  for (const { po, line, sku, units } of stakes) {
    if (units === 0) continue;
    const { currency } = settingsOf(reader);
    const row = po === null || line === null ? undefined : reader.get('line', { po, line });
    const code = row?.sku ?? sku;
    const product = code === null ? undefined : reader.get('product', { sku: code });
    const cost = row ? lineCost(row, product, currency) : product?.cost ? { amount: product.cost, currency: product.currency ?? currency } : null;
    // Another version's product may carry a cost that this one cannot read.
    if (cost === null || parseAmount(cost.amount) === undefined) return null;
    amounts.push(extend(cost, units));
  }
  return sumMoney(amounts);
}

function costText(cost: Money | null): Pick<Case, 'cost' | 'currency'> {
  const [amount] = cost === null ? [] : moneyText(cost).split(' ');
  return cost === null || amount === undefined ? { cost: null, currency: null } : { cost: amount, currency: cost.currency };
}

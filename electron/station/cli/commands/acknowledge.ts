import type { AcknowledgementPlan, PlanLine } from '../../../../shared/domain/acknowledgement/plan.ts';
import { answersOf } from '../../../../shared/domain/acknowledgement/answers.ts';
import type { RejectionReason } from '../../../../shared/documents/outgoing.ts';
import { message } from '../../../../shared/messages/say.ts';
import { atDesk } from '../desk.ts';
import { refused, UsageError } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { amountJson, orderDetailJson } from '../json.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { iso, selector, type Words } from '../words.ts';
import { documentLine, orderLines } from './queue.ts';

export interface AcknowledgeOptions {
  readonly plan?: boolean;
  readonly accept?: readonly string[];
  readonly advice?: boolean;
  readonly rejectReason?: readonly string[];
  readonly override?: string;
}

const REASONS: readonly RejectionReason[] = ['TemporarilyUnavailable', 'InvalidProductIdentifier', 'ObsoleteProduct'];

/** Shows the plan, or answers every line: by what `--accept` names, and where `--advice` stands by the advice for the rest. */
export async function acknowledgeCommand(globals: Globals, po: string, options: AcknowledgeOptions): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    const accept = readAccept(options.accept ?? []);
    const reasons = readReasons(options.rejectReason ?? []);
    if (options.plan !== true && options.advice !== true && accept.size === 0) throw new UsageError(message('cli.usage.acknowledge'), po);
    const plan = await client.acknowledgement.consequences({ po, accept: Object.fromEntries(accept) });
    refuseUnknownLines(plan, [...accept.keys(), ...[...reasons.keys()].filter((line) => line !== EVERY_LINE)]);
    if (options.plan === true) return planAnswer(words, plan);
    const lines = answersOf(plan)
      .filter(({ line }) => options.advice === true || accept.has(line))
      .map(({ line, accept: units, backorder, rejectionReason }) => ({
        line, accept: units, backorder: backorder ?? 0,
        rejectionReason: rejectionReason === null || rejectionReason === undefined ? null : (reasons.get(line) ?? reasons.get(EVERY_LINE) ?? rejectionReason),
      }));
    refuseLeftOut(plan, new Set(lines.map(({ line }) => line)));
    const view = await client.acknowledgement.send({ po: plan.po, lines, overrideReason: options.override ?? null });
    const prepared = view.documents.filter(({ kind }) => kind === 'acknowledgement-json' || kind === 'acknowledgement-855');
    return {
      json: orderDetailJson(words, view),
      lines: [...orderLines(words, view), '', ...prepared.map((document) => documentLine(words, document)), ...(view.noX12 === null ? [] : [words.say(view.noX12)])],
    };
  });
}

const EVERY_LINE = '';

/** `LINE=UNITS`, in eaches. A line number may hold any sign but the last `=`. */
function readAccept(pairs: readonly string[]): Map<string, number> {
  const accept = new Map<string, number>();
  for (const pair of pairs) {
    const shape = /^(.+)=(\d{1,9})$/.exec(pair);
    if (!shape?.[1]) throw new UsageError(message('cli.usage.accept'), `--accept ${pair}`);
    if (accept.has(shape[1])) throw new UsageError(message('cli.usage.twice', { line: shape[1] }), `--accept ${pair}`);
    accept.set(shape[1], Number(shape[2]));
  }
  return accept;
}

/** `REASON` for every rejected line, or `LINE=REASON`. */
function readReasons(texts: readonly string[]): Map<string, RejectionReason> {
  const reasons = new Map<string, RejectionReason>();
  for (const text of texts) {
    const cut = text.lastIndexOf('=');
    const named = text.slice(cut + 1).toLowerCase();
    const reason = REASONS.find((each) => each.toLowerCase() === named);
    if (!reason) throw new UsageError(message('cli.usage.reason', { reasons: REASONS.join(', ') }), `--reject-reason ${text}`);
    reasons.set(cut === -1 ? EVERY_LINE : text.slice(0, cut), reason);
  }
  return reasons;
}

function refuseUnknownLines(plan: AcknowledgementPlan, named: readonly string[]): void {
  const known = new Set(plan.lines.map(({ line }) => line));
  const stranger = named.find((line) => !known.has(line));
  if (stranger !== undefined) throw refused('acknowledgement.refused.unknownLine', `PO ${plan.po}`, { line: stranger }, message('acknowledgement.hint.seePlan'));
}

/** A line left out counts as rejected at Amazon, for ever: so it is never left out unsaid. */
function refuseLeftOut(plan: AcknowledgementPlan, answered: ReadonlySet<string>): void {
  const missing = plan.lines.filter(({ line, requested }) => requested > 0 && !answered.has(line)).map(({ line }) => line);
  if (missing.length === 0) return;
  throw refused('acknowledgement.refused.linesMissing', `PO ${plan.po}`, { count: missing.length, lines: missing.join(', ') }, message('cli.hint.answerAll', { line: missing[0] ?? '' }));
}

function planAnswer(words: Words, plan: AcknowledgementPlan): Answer {
  return {
    json: planJson(words, plan),
    lines: [
      words.say(plan.clock.sentence),
      ...(plan.refusal === null ? [] : [words.say(plan.refusal)]),
      ...table(plan.lines, [
        { title: words.text('cli.column.line'), value: ({ line }) => line },
        { title: words.text('cli.column.what'), value: ({ title }) => title, widest: 32 },
        { title: words.text('cli.column.requested'), value: ({ requested }) => words.count(requested), right: true },
        { title: words.text('cli.column.boxed'), value: ({ boxed }) => words.count(boxed), right: true },
        { title: words.text('cli.column.free'), value: ({ free }) => words.count(free), right: true },
        { title: words.text('cli.column.accept'), value: ({ chosen }) => words.count(chosen), right: true },
        { title: words.text('cli.column.reject'), value: ({ consequence }) => words.count(consequence.reject), right: true },
        { title: words.text('cli.column.why'), value: (line) => `${words.say(line.advised.why)} ${words.say(line.consequence.sentence)}`, widest: 200 },
      ]),
      ...(plan.needsOverride ? [words.text('cli.plan.override')] : []),
      ...plan.incomplete.map(({ line, product, missing }) => words.text('cli.plan.incomplete', { line, product, missing: missing.map((each) => words.text('cli.plan.missing', { missing: selector(each) })).join(', ') })),
    ],
  };
}

const planJson = (words: Words, { po, hpo, phase, refusal, clock, lines, incomplete, needsOverride, totals }: AcknowledgementPlan) => ({
  po,
  hpo,
  phase,
  refusal: refusal === null ? null : words.say(refusal),
  acknowledgeBy: iso(clock.answerDue),
  answered: clock.answered,
  overdue: clock.overdue,
  changeableUntil: iso(clock.changeableUntil),
  clock: words.say(clock.sentence),
  needsOverride,
  lines: lines.map((line) => planLineJson(words, line)),
  incomplete: incomplete.map(({ line, missing }) => ({ line, missing })),
  totals: { ...totals, value: amountJson(totals.value), accepting: amountJson(totals.accepting), rejectingNow: amountJson(totals.rejectingNow) },
});

const planLineJson = (words: Words, line: PlanLine) => ({
  line: line.line, asin: line.asin, vendorSku: line.vendorSku, sku: line.sku, title: line.title, unit: line.unit, unitSize: line.unitSize,
  requested: line.requested, boxed: line.boxed, allocated: line.allocated, safety: line.safety, free: line.free,
  advised: { accept: line.advised.accept, backorder: line.advised.backorder, reject: line.advised.reject, reason: line.advised.reason, why: words.say(line.advised.why) },
  chosen: line.chosen,
  value: amountJson(line.value),
  consequence: {
    short: line.consequence.short,
    accepting: amountJson(line.consequence.accepting),
    rejectingNow: amountJson(line.consequence.rejectingNow?.total ?? null),
    sentence: words.say(line.consequence.sentence),
  },
  missing: line.missing,
});

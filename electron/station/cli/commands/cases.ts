import type { CaseView } from '../../../../shared/contracts/views.ts';
import type { CaseDecision } from '../../../../shared/domain/state/entities.ts';
import { atDesk } from '../desk.ts';
import type { Globals } from '../globals.ts';
import { iso, type Words } from '../words.ts';

export interface CasesOptions {
  readonly state: 'open' | 'resolved';
}

export interface ResolveOptions {
  readonly decision: CaseDecision;
  readonly note?: string;
}

const PAGE = 200;

/** What is contradicted, by whom, what it costs and what can be decided. */
export async function casesCommand(globals: Globals, { state }: CasesOptions): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    const { rows, total, open } = await client.cases.list({ state, limit: PAGE });
    return {
      json: { cases: rows.map((row) => caseJson(words, row)), total, open },
      lines: rows.length === 0 ? [words.text('cli.cases.none', { state })] : rows.flatMap((row) => [...caseLines(words, row), '']),
    };
  });
}

export async function resolveCommand(globals: Globals, caseId: string, { decision, note }: ResolveOptions): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    const row = await client.cases.resolve({ caseId, decision, note: note ?? null });
    const next = row.next === null ? null : words.say(row.next);
    return { json: { case: caseJson(words, row), next }, lines: [...caseLines(words, row), ...(next === null ? [] : [next])] };
  });
}

const caseJson = (words: Words, row: CaseView) => ({
  caseId: row.caseId, type: row.type, state: row.state, openedAt: iso(row.openedAt),
  po: row.po, line: row.line, sku: row.sku, sscc: row.sscc, location: row.location,
  what: words.say(row.what),
  first: row.first === null ? null : { station: row.firstStation, person: row.firstPerson?.name ?? null, at: iso(row.first.at), what: words.say(row.first.what) },
  second: { station: row.secondStation, person: row.secondPerson.name, at: iso(row.second.at), what: words.say(row.second.what) },
  units: row.units, cost: row.cost, currency: row.currency,
  proposals: row.proposals.map(({ decision, label, consequence }) => ({ decision, label: words.say(label), consequence: words.say(consequence) })),
  decision: row.decision, note: row.note, resolvedAt: iso(row.resolvedBy?.at ?? null),
});

function caseLines(words: Words, row: CaseView): string[] {
  const side = (station: string, person: string, act: CaseView['second']): string => words.text('cli.cases.side', { station, person, at: words.moment(act.at), what: words.say(act.what) });
  return [
    `${row.caseId}  ${words.say(row.what)}`,
    ...(row.first === null ? [] : [side(row.firstStation ?? '–', row.firstPerson?.name ?? '–', row.first)]),
    side(row.secondStation, row.secondPerson.name, row.second),
    words.text('cli.cases.stake', { units: row.units, cost: row.cost ?? 'none', currency: row.currency ?? '' }),
    ...row.proposals.map(({ decision, label, consequence }) => words.text('cli.cases.proposal', { decision, label: words.say(label), consequence: words.say(consequence) })),
    ...(row.decision === null ? [] : [words.text('cli.cases.decided', { decision: row.decision, person: row.resolvedBy?.actor ?? '–', at: words.moment(row.resolvedBy?.at ?? null), note: row.note ?? '' })]),
  ];
}

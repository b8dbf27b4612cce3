import { commandNames } from '../../shared/lib/barcode/scanned-code.ts';
import type { AnswerRule, Group, ScanEvent } from '../../shared/domain/scanning/machine.ts';
import { anywhere } from '../../shared/domain/scanning/scenarios/anywhere.ts';
import { scenarios } from '../../shared/domain/scanning/scenarios/scenarios.ts';
import { states, type StateName } from '../../shared/domain/scanning/states.ts';
import { catalogue, type MessageKey } from '../../shared/messages/catalogue.ts';

/** What a scan may be, as a person would say it. The shared answers stand once, at the top. */
const EVENTS: readonly (readonly [ScanEvent, string])[] = [
  ['order', 'order or pick list'], ['location', 'bin'], ['tote', 'tote'], ['product', 'product'], ['quantity', 'quantity'], ['unit', 'pallet or carton of ours'], ['carton', 'packed carton'],
  ['sscc', 'unknown SSCC'], ['paper', 'packing list or manifest'], ['badge', 'badge'], ['attributes', 'second bar code of a label'], ['unknown', 'unknown code'],
  ...commandNames.map((name) => [name, name.toUpperCase()] as const),
];

const HEAD = `# Scan scenarios

Written by \`scripts/scan-scenarios.ts\` from \`shared/domain/scanning\`; do not edit. For each state and each kind of scan: every answer that may come,
as *result* "words" -> next state [what is written]. No next state: it stays as it was. **asks**: nothing counts until the same is scanned again.
An answer that writes may instead ask "${text('scanning.claim.held')}", where another station holds the work.
`;

/** The whole of docs/scan-scenarios.md. */
export function scanScenarios(): string {
  const shared = [`## In every state`, ``, `Where a table below says nothing else.`, ``, ...table(EVENTS.flatMap(([event, name]) => (Object.hasOwn(anywhere, event) ? [row([name], (anywhere as Partial<Record<ScanEvent, { readonly answers: readonly AnswerRule[] }>>)[event]?.answers ?? [])] : [])), ['scan', 'answers'])];
  const each = Object.entries(scenarios).flatMap(([name, groups]) => [`## ${name}`, ``, ...diagram(groups), ``, ...groups.flatMap(groupTables)]);
  return `${[HEAD, ...shared, ``, ...each].join('\n').trimEnd()}\n`;
}

function groupTables(group: Group): string[] {
  return group.states.flatMap((state) => [
    `### ${state}`, ``, `${states[state].instruction === null ? 'The reason why the order is not worked on.' : `"${text(states[state].instruction)}"`} Takes: ${states[state].accepts.join(', ')}.`, ``,
    ...table(EVENTS.flatMap(([event, name]) => {
      const own = group.answers(event);
      const isShared = Object.entries(anywhere).some(([key, { answers }]) => key === event && answers === own);
      const here = own.filter(({ from }) => from?.includes(state) !== false);
      return isShared ? [] : [row([name], here)];
    }), ['scan', 'answers']),
    ``,
  ]);
}

const table = (rows: readonly string[], head: readonly string[]): string[] => [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows];

const row = (cells: readonly string[], rules: readonly AnswerRule[]): string => `| ${[...cells, rules.map(answer).join('<br>')].join(' | ')} |`;

function answer({ result, says, next, asks, writes }: AnswerRule): string {
  const words = says.map((key) => `"${text(key)}"`).join(' / ');
  const leads = next === 'same' ? '' : ` -> ${next.join(', ')}`;
  return `*${result}*${asks ? ' **asks**' : ''} ${words}${leads}${writes ? ` [${writes.join(', ')}]` : ''}`.replaceAll('|', '\\|');
}

/** The words as the catalogue has them, with the names of what stands in the braces and the last of the choices. */
function text(key: MessageKey): string {
  return simple(catalogue.en[key]);
}

/** ICU text for a reader: {name} stays, {n, number} is {n}, of a choice its general case stands. */
function simple(icu: string): string {
  let out = '';
  for (let at = 0; at < icu.length; at += 1) {
    if (icu[at] !== '{') {
      out += icu.charAt(at);
      continue;
    }
    const end = closing(icu, at);
    out += argument(icu.slice(at + 1, end));
    at = end;
  }
  return out;
}

function argument(inside: string): string {
  const [, name = '', kind = ''] = /^\s*(\w+)\s*(?:,\s*(\w+))?/.exec(inside) ?? [];
  if (kind !== 'plural' && kind !== 'select') return `{${name}}`;
  const other = inside.lastIndexOf('other {');
  const chosen = inside.slice(other + 'other {'.length, closing(inside, other + 'other '.length));
  return simple(chosen).replaceAll('#', `{${name}}`);
}

/** Where the brace that opens at `from` closes. */
function closing(icu: string, from: number): number {
  let depth = 0;
  for (let at = from; at < icu.length; at += 1) {
    if (icu[at] === '{') depth += 1;
    if (icu[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return icu.length;
}

/** Which states lead to which, by what they are scanned. */
function diagram(groups: readonly Group[]): string[] {
  const arrows = new Map<string, Set<string>>();
  for (const { states: here, answers } of groups) {
    for (const state of here) {
      for (const [event, name] of EVENTS) {
        if (Object.hasOwn(anywhere, event)) continue;
        for (const { next, from } of answers(event)) {
          if (next === 'same' || from?.includes(state) === false) continue;
          for (const to of next) if (to !== state) arrows.set(`${id(state)} --> ${id(to)}`, (arrows.get(`${id(state)} --> ${id(to)}`) ?? new Set()).add(name));
        }
      }
    }
  }
  const names = new Set([...groups.flatMap(({ states: here }) => here), ...groups.flatMap(({ states: here, answers }) => here.flatMap(() => EVENTS.flatMap(([event]) => (Object.hasOwn(anywhere, event) ? [] : answers(event).flatMap(({ next }) => (next === 'same' ? [] : next))))))]);
  return ['```mermaid', 'stateDiagram-v2', ...[...names].map((name) => `  state "${name}" as ${id(name)}`), ...[...arrows].map(([arrow, scans]) => `  ${arrow} : ${[...scans].join(', ')}`), '```'];
}

const id = (state: StateName): string => state.replace('.', '_');

import type { LogEntry } from '../../../central/sync/port.ts';

/** Numbers that people's words and figures carry here, to find them again in what became of them: seven digits and nothing else has them. */
const MARK = /(?<!\d)[1-9]\d{6}(?!\d)/g;
const FIRST_MARK = 1_000_000;

/** The callers' own record of what stations said they had done, to hold the site's order against. */
export class Ledger {
  readonly #acknowledged = new Set<string>();
  readonly #marks = new Map<string, 'acknowledged' | 'unanswered'>();
  #last = FIRST_MARK;

  get size(): number {
    return this.#acknowledged.size + [...this.#marks.values()].filter((state) => state === 'acknowledged').length;
  }

  nextMark(): number {
    this.#last += 1;
    return this.#last;
  }

  /** A station said that this operation is saved. */
  acknowledged(opId: string): void {
    this.#acknowledged.add(opId);
  }

  /** A call that makes one operation of this kind with this mark was answered, or nobody knows. */
  marked(kind: string, mark: number, state: 'acknowledged' | 'unanswered'): void {
    this.#marks.set(`${kind} ${mark}`, state);
  }

  /** What the order lacks of it, or has too often. */
  faults(order: readonly LogEntry[]): readonly string[] {
    const places = countOf(order.map(({ opId }) => opId));
    const marks = countOf(order.flatMap(({ kind, envelope }) => [...new Set(envelope.match(MARK))].map((mark) => `${kind} ${mark}`)));
    return [
      ...[...this.#acknowledged].filter((opId) => places.get(opId) !== 1).map((opId) => `operation ${opId} was acknowledged and is in the order ${places.get(opId) ?? 0} times`),
      ...[...this.#marks].flatMap(([mark, state]) => {
        const times = marks.get(mark) ?? 0;
        return times === 1 || (times === 0 && state === 'unanswered') ? [] : [`'${mark}' was ${state} and is in the order ${times} times`];
      }),
    ];
  }
}

function countOf(all: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

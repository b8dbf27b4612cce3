import type { EntityKind } from '../../shared/domain/state/entities.ts';
import type { ProjectionTable } from './projection-table.ts';
import type { Row } from './row-codec.ts';

/** A row of the file in memory. */
export interface Entry {
  readonly kind: EntityKind;
  readonly key: string;
  /** As decisions see it; undefined where there is none. */
  row: Row | undefined;
  /** As the file has it; undefined where it has none, `unread` where nobody has looked. */
  stored: Row | undefined | 'unread';
}

/** The rows found by certain fields, by the fields' values. */
interface Lookup {
  readonly fields: readonly string[];
  readonly answers: Map<string, readonly Entry[]>;
}

/**
 * What is kept in memory of one projection: rows by key, and answers to searches for rows equal in some fields. An answer holds entries,
 * so that a row that changes is seen in it; one that enters or leaves takes the answer away. Every entry of an answer is kept
 * under its key: a row that is not kept is in no answer.
 */
export class KeptRows {
  readonly table: ProjectionTable;
  readonly #entries = new Map<string, Entry>();
  readonly #lookups: Lookup[] = [];
  #answered = 0;

  constructor(table: ProjectionTable) {
    this.table = table;
  }

  /** Rows and answers held, rows in answers counted once more. */
  get size(): number {
    return this.#entries.size + this.#answered;
  }

  get(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  keep(entry: Entry): Entry {
    this.#entries.set(entry.key, entry);
    return entry;
  }

  answer(fields: readonly string[], where: Row): readonly Entry[] | undefined {
    return this.#lookup(fields)?.answers.get(valuesOf(fields, where));
  }

  keepAnswer(fields: readonly string[], where: Row, entries: readonly Entry[]): void {
    let lookup = this.#lookup(fields);
    if (!lookup) {
      lookup = { fields, answers: new Map() };
      this.#lookups.push(lookup);
    }
    lookup.answers.set(valuesOf(fields, where), entries);
    // An answer of no row is held as well.
    this.#answered += entries.length + 1;
  }

  /** An entry is about to change: answers that it leaves or enters hold no longer. */
  leaveAnswers({ row }: Entry, next: Row | undefined): void {
    for (const { fields, answers } of this.#lookups) {
      if (row && next && fields.every((field) => row[field] === next[field])) continue;
      for (const each of [row, next]) {
        if (!each || answers.size === 0) continue;
        const values = valuesOf(fields, each);
        const answer = answers.get(values);
        if (!answer) continue;
        this.#answered -= answer.length + 1;
        answers.delete(values);
      }
    }
  }

  clear(): void {
    this.#entries.clear();
    for (const { answers } of this.#lookups) answers.clear();
    this.#answered = 0;
  }

  #lookup(fields: readonly string[]): Lookup | undefined {
    return this.#lookups.find((each) => each.fields.length === fields.length && each.fields.every((field, index) => field === fields[index]));
  }
}

const SEPARATOR = '\u001f';
const NULL = '\u0000';

function valuesOf(fields: readonly string[], row: Row): string {
  let text = '';
  for (const field of fields) {
    const value = row[field] ?? NULL;
    text += `${SEPARATOR}${typeof value === 'string' ? value : JSON.stringify(value)}`;
  }
  return text;
}

import type { Entities, EntityKind } from '../../../shared/domain/state/entities.ts';
import { keyText, type Key, type Where } from '../../../shared/domain/state/world.ts';

const SEPARATOR = '\u001f';

/**
 * What the pending operations read when they were folded: rows by key, and searches. A confirmed operation of another station that
 * changed none of it would have changed nothing for them either, so they need not be folded again.
 */
export class Footprint {
  readonly #keys = new Set<string>();
  /** Kind, then the fields of a search, then the values it asked for. */
  readonly #searches = new Map<EntityKind, Map<string, { readonly fields: readonly string[]; readonly values: Set<string> }>>();

  read<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void {
    this.#keys.add(`${kind} ${keyText(kind, key)}`);
  }

  searched<Kind extends EntityKind>(kind: Kind, where: Where<Kind>): void {
    const fields = Object.keys(where).sort();
    const searches = this.#searches.get(kind) ?? new Map<string, { readonly fields: readonly string[]; readonly values: Set<string> }>();
    this.#searches.set(kind, searches);
    const name = fields.join(SEPARATOR);
    const search = searches.get(name) ?? { fields, values: new Set<string>() };
    searches.set(name, search);
    search.values.add(valuesOf(fields, where));
  }

  /** Whether a row that changed from `before` to `after` is one that was read, or found, or would be found now. */
  meets<Kind extends EntityKind>(kind: Kind, key: Key<Kind>, before: Entities[Kind] | undefined, after: Entities[Kind] | undefined): boolean {
    if (this.#keys.has(`${kind} ${keyText(kind, key)}`)) return true;
    for (const { fields, values } of this.#searches.get(kind)?.values() ?? []) {
      if (before && values.has(valuesOf(fields, before))) return true;
      if (after && values.has(valuesOf(fields, after))) return true;
    }
    return false;
  }

  clear(): void {
    this.#keys.clear();
    this.#searches.clear();
  }
}

const valuesOf = (fields: readonly string[], row: object): string => JSON.stringify(fields.map((field) => Reflect.get(row, field) as unknown));

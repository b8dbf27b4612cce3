import type { WireOperation } from '../../shared/contracts/sync.ts';
import type { LogEntry, SiteTransaction } from './port.ts';

/** A life of central that has ended, and how far its order is that of the present one. */
interface FormerLife {
  /** Null where there were several, whose orders part in more than one place. */
  readonly epoch: string | null;
  readonly common: number;
}

/** In which lives of central operations were written, as far as their station knows. */
export interface Written {
  /** The life that the station knows; null where it does not say. */
  readonly epoch: string | null;
  /** Those up to a number of its own were written before that life. */
  readonly before: (FormerLife & { readonly stationSeq: number }) | null;
}

export const HERE: Written = { epoch: null, before: null };

/** What a batch adds to an order that ends at `head`. */
interface Added {
  readonly head: number;
  readonly entries: readonly LogEntry[];
}

const keyOf = ({ epoch, common }: FormerLife): string => `${common} ${epoch ?? ''}`;

/**
 * What a person had seen is a number of the order. One of a former life counts what this life has not, or has at other places: of this
 * order it says no more than what both share, and what stands right behind that because stations offered it again and it came to its old place.
 */
export class FormerLives {
  readonly #commons: ReadonlyMap<string, number>;
  readonly #firstOther: ReadonlyMap<string, number | null>;

  private constructor(commons: ReadonlyMap<string, number>, firstOther: ReadonlyMap<string, number | null>) {
    this.#commons = commons;
    this.#firstOther = firstOther;
  }

  /** Looks up what operations written like this need; nothing for those of this life. */
  static async of(transaction: SiteTransaction, all: readonly Written[]): Promise<FormerLives> {
    const commons = new Map<string, number>();
    for (const { epoch } of all) if (epoch !== null && epoch !== transaction.state.epoch && !commons.has(epoch)) commons.set(epoch, await transaction.common(epoch));
    const former: readonly FormerLife[] = [...[...commons].map(([epoch, common]) => ({ epoch, common })), ...all.flatMap(({ before }) => before ?? [])];
    const firstOther = new Map<string, number | null>();
    for (const life of former) {
      if (life.epoch !== null && !firstOther.has(keyOf(life))) firstOther.set(keyOf(life), await transaction.firstOther(life.epoch, life.common));
    }
    return new FormerLives(commons, firstOther);
  }

  /** How far the order of a former life that was looked up is that of this one. */
  common(epoch: string): number {
    return this.#commons.get(epoch) ?? 0;
  }

  /**
   * What the person had seen of this order, where the envelope does not say it.
   * @param had what central had said of it in that life, where the envelope did not say it there either
   */
  seenBy(op: WireOperation, written: Written, had: number | undefined, added: Added): number | null {
    const life = this.#lifeOf(op, written);
    if (!life) return null;
    const base = had ?? op.baseSeq;
    const seen = base <= life.common ? base : Math.min(base, this.#alike(life, added));
    return seen === op.baseSeq ? null : seen;
  }

  #lifeOf({ stationSeq }: WireOperation, { epoch, before }: Written): FormerLife | undefined {
    const common = epoch === null ? undefined : this.#commons.get(epoch);
    if (common !== undefined) return { epoch, common };
    return before !== null && stationSeq <= before.stationSeq ? before : undefined;
  }

  /** How far the order of that life is this one, with what came back to its old place. */
  #alike(life: FormerLife, { head, entries }: Added): number {
    const { epoch, common } = life;
    if (epoch === null) return common;
    const other = this.#firstOther.get(keyOf(life)) ?? entries.find(({ siteSeq, again }) => siteSeq > common && again !== epoch)?.siteSeq;
    return (other ?? head + entries.length + 1) - 1;
  }
}

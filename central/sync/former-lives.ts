import type { WireOperation } from '../../shared/contracts/sync.ts';
import type { LogEntry, SiteTransaction } from './port.ts';

/** In which lives of central operations were written, as far as their station knows. */
export interface Written {
  /** The life that the station knows; null where it does not say. */
  readonly epoch: string | null;
  /** Those up to a number of its own were written before that life, and share the order with it up to `common`. */
  readonly before: { readonly stationSeq: number; readonly common: number } | null;
}

export const HERE: Written = { epoch: null, before: null };

/**
 * What a person had seen is a number of the order. One of a former life counts what this life has not, or has at other places: of this
 * order it says no more than what both share, and what stands right behind that because stations offered it again in its old order.
 */
export class FormerLives {
  readonly #commons: ReadonlyMap<string, number>;
  readonly #firstNew: ReadonlyMap<number, number | null>;

  private constructor(commons: ReadonlyMap<string, number>, firstNew: ReadonlyMap<number, number | null>) {
    this.#commons = commons;
    this.#firstNew = firstNew;
  }

  /** Looks up what operations written like this need; nothing for those of this life. */
  static async of(transaction: SiteTransaction, all: readonly Written[]): Promise<FormerLives> {
    const commons = new Map<string, number>();
    for (const { epoch } of all) if (epoch !== null && epoch !== transaction.state.epoch && !commons.has(epoch)) commons.set(epoch, await transaction.common(epoch));
    const shared = new Set([...commons.values(), ...all.flatMap(({ before }) => (before === null ? [] : [before.common]))]);
    const firstNew = new Map<number, number | null>();
    for (const common of shared) firstNew.set(common, await transaction.firstNew(common));
    return new FormerLives(commons, firstNew);
  }

  /** How far the order of a former life that was looked up is that of this one. */
  common(epoch: string): number {
    return this.#commons.get(epoch) ?? 0;
  }

  /** What the person had seen of this order, where the envelope does not say it. `added`: what the batch has ordered already, after `head`. */
  seenBy(op: WireOperation, { epoch, before }: Written, head: number, added: readonly LogEntry[]): number | null {
    const commons = [this.#commons.get(epoch ?? ''), before !== null && op.stationSeq <= before.stationSeq ? before.common : undefined].filter((each) => each !== undefined);
    if (commons.length === 0) return null;
    const common = Math.min(...commons);
    return op.baseSeq <= common ? null : Math.min(op.baseSeq, this.#offeredAgain(common, head, added));
  }

  /** The last of those that came back right behind what both lives share. */
  #offeredAgain(common: number, head: number, added: readonly LogEntry[]): number {
    const firstNew = this.#firstNew.get(common) ?? null;
    const next = firstNew ?? added.find(({ siteSeq, recovered }) => siteSeq > common && !recovered)?.siteSeq ?? head + added.length + 1;
    return next - 1;
  }
}

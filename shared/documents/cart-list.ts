import type { Locale } from '../messages/define.ts';
import type { Instant, Zone } from '../lib/time.ts';

/** An order in its place on the cart. */
export interface CartListPlace {
  /** `A`, `B`, ... */
  readonly place: string;
  readonly po: string;
  readonly hpo: boolean;
  readonly shipTo: string;
  readonly shipBy: Instant | null;
  /** Left to pick. */
  readonly eaches: number;
  /** It may not be worked on any longer: nothing more goes into its place. */
  readonly over: boolean;
}

/** One product to take at one bin. */
export interface CartListStop {
  readonly location: string | null;
  readonly vendorSku: string;
  readonly asin: string | null;
  readonly gtin: string | null;
  readonly title: string;
  readonly caseSize: number;
  /** Into which place how many eaches, the order in front first. At least one. */
  readonly shares: readonly { readonly place: string; readonly hpo: boolean; readonly eaches: number }[];
}

/** The pick list of a cart: one paper for a walk with several orders. */
export interface CartListPaper {
  readonly fileName: string;
  /** Follows from who is on the cart and wants how much. */
  readonly revision: string;
  readonly barcode: string;
  readonly picker: string;
  readonly printedAt: Instant;
  readonly printedBy: string;
  readonly reprint: boolean;
  readonly zone: Zone;
  readonly locale: Locale;
  /** A first. */
  readonly places: readonly CartListPlace[];
  /** In walking order, hot orders' bins first. */
  readonly stops: readonly CartListStop[];
}

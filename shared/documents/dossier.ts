import type { Instant, Zone } from '../lib/time.ts';
import type { Locale } from './papers.ts';

/** All that is known of an order, for a dispute with the customer: in words already, to be laid out. */
export interface DossierPaper {
  readonly title: string;
  readonly subtitle: string;
  /** Stands at the foot of every page, before the page's number. */
  readonly footer: string;
  readonly facts: readonly { readonly caption: string; readonly value: string }[];
  readonly tables: readonly DossierTable[];
  readonly photosTitle: string;
  readonly photos: readonly DossierPhoto[];
  readonly printedAt: Instant;
  readonly zone: Zone;
  readonly locale: Locale;
}

export interface DossierTable {
  readonly title: string;
  readonly columns: readonly { readonly heading: string; /** Part of the page's width, beside the others. */ readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
  /** Said where there are no rows. */
  readonly none: string;
}

export interface DossierPhoto {
  readonly words: readonly string[];
  /** Null: the bytes are at another station only; `words` say so. */
  readonly jpeg: Uint8Array | null;
}

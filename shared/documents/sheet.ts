import type { Instant } from '../lib/time.ts';
import type { Locale } from '../messages/define.ts';

/** One cell: as many lines of `text` as its table takes, and smaller lines below. */
export interface SheetCell {
  readonly text: string;
  readonly more?: readonly string[];
  readonly bold?: boolean;
  /** Letters and digits of a number or code. */
  readonly code?: boolean;
}

/** `'tick'`: an empty box to tick by hand. `'blank'`: a line to write on. */
export type SheetEntry = SheetCell | 'tick' | 'blank';

export interface SheetRow {
  readonly cells: readonly SheetEntry[];
}

/** Rows that belong together. `heading` stands over them, and again where they go on on another page. */
export interface SheetGroup {
  readonly heading: { readonly text: string; readonly note: string; readonly code?: boolean } | null;
  readonly rows: readonly SheetRow[];
}

export interface SheetTable {
  readonly title: string;
  readonly columns: readonly {
    readonly caption: string;
    /** Part of the paper's width; all columns together are 1. */
    readonly share: number;
    readonly align: 'left' | 'right';
  }[];
  readonly groups: readonly SheetGroup[];
  /** Most lines of a cell's text; absent: two. */
  readonly lines?: number;
  /** What stands in place of rows when there are none. */
  readonly empty: string;
}

/** A paper of facts and tables, in words already: packing list, pallet manifest, day sheet. */
export interface SheetPaper {
  /** File name without its ending. */
  readonly fileName: string;
  /** Follows from what it says: another one says something else. */
  readonly revision: string;
  /** This revision of it was printed before: it says so in a box. */
  readonly reprint: boolean;
  /** What kind of paper it is, and whose. */
  readonly kind: string;
  readonly heading: string;
  /** Both, for the following pages. */
  readonly title: string;
  /** The word for a hot order; null: it is none. */
  readonly hot: string | null;
  /** Text of the bar code that tells whether it is still right. */
  readonly barcode: string;
  readonly underBars: string;
  /** An SSCC as GS1-128 across the paper; null: none. */
  readonly sscc: string | null;
  /** Up to five boxes in a row; each has one or two lines. The last one is narrow. */
  readonly facts: readonly { readonly caption: string; readonly lines: readonly string[] }[];
  /** Whole sentences below the facts: addresses, references. */
  readonly remarks: readonly string[];
  readonly tables: readonly SheetTable[];
  /** Sums, in bold below the last table. */
  readonly totals: readonly string[];
  /** Lines for notes by hand under a caption; null: none. */
  readonly notes: { readonly caption: string; readonly lines: number } | null;
  readonly signatures: { readonly captions: readonly string[]; readonly time: string } | null;
  readonly footer: string;
  readonly locale: Locale;
  readonly printedAt: Instant;
}

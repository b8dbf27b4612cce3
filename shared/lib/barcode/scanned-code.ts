import type { CalendarDate, Instant } from '../time.ts';
import type { Gtin14 } from '../gtin.ts';
import type { Sscc } from '../sscc.ts';
import type { Measure } from './measures.ts';

/** One GS1 element string: an application identifier and its value. */
export interface Element {
  readonly ai: string;
  readonly value: string;
}

/** What a scan may say besides its main number. Null where it says nothing. */
export interface ElementData {
  /** Every element as scanned, in its order; empty for plain numbers. */
  readonly elements: readonly Element[];
  /** AI 10. */
  readonly lot: string | null;
  /** AI 21. */
  readonly serial: string | null;
  /** AI 17, else the day of 7003. */
  readonly expiry: CalendarDate | null;
  /** AI 15. */
  readonly bestBefore: CalendarDate | null;
  /** AI 16. */
  readonly sellBy: CalendarDate | null;
  /** AI 11, else the day of 8008. */
  readonly produced: CalendarDate | null;
  /** AI 13. */
  readonly packed: CalendarDate | null;
  /** AI 37: trade items contained in the logistic unit. */
  readonly count: number | null;
  /** AI 30: items in a trade item of variable count. */
  readonly variableCount: number | null;
  /** AI 02: what the logistic unit contains. */
  readonly content: Gtin14 | null;
  /** AI 400: the customer's purchase order number. */
  readonly customerOrder: string | null;
  /** AI 310n to 369n. */
  readonly measures: readonly Measure[];
  /** GS1's rules that this scan alone breaks; another bar code of the same label may keep them. */
  readonly remarks: readonly Remark[];
}

export type Remark =
  /** Of the AIs (or groups such as `01+21`) in `oneOf`, one must be on the label too. `n` stands for any digit. */
  | { readonly kind: 'needs'; readonly ai: string; readonly oneOf: readonly string[] }
  | { readonly kind: 'excludes'; readonly ai: string; readonly other: string };

export const commandNames = ['undo', 'done', 'next', 'short', 'damaged', 'move', 'new', 'print', 'yes', 'no'] as const;
export type CommandName = (typeof commandNames)[number];

export const paperKinds = ['packing-list', 'shipment-packing-list', 'pallet-manifest', 'bill-of-lading', 'day-sheet', 'cart-list'] as const;
/** Papers whose bar code tells whether they are still right; an order's pick list has a code of its own. */
export type PaperKind = (typeof paperKinds)[number];

/**
 * Why a scan is refused, with the values its words need:
 * - `empty`
 * - `too-long`: `length`, `max`
 * - `control-characters`: `code` of the first one
 * - `check-digit`: `expected`, `found`, `digits`, and `ai` inside element strings
 * - `check-characters`: `ai`, `expected`, `found`: the last two characters
 * - `incomplete`: `ai`, `found` and `needed` characters; without params when nothing follows the symbology identifier
 * - `unknown-ai`, `bad-characters`: `ai`
 * - `value-too-long`: `ai`, `found`, `max` (often a lost FNC1)
 * - `bad-date`, `bad-time`: `ai`, `value`
 * - `bad-value`: `ai`, `value`, `wanted` (a `WantedValue`)
 * - `bad-link`: `ai` that a GS1 Digital Link may not hold at its place
 * - `contradiction`: `ai` given twice with different values
 * - `not-elements`: `at`, the place (from 0) where no element begins
 * - `unknown-command`: `name`
 * - `bad-quantity`: `value`
 */
export type InvalidReason =
  | 'empty'
  | 'too-long'
  | 'control-characters'
  | 'check-digit'
  | 'check-characters'
  | 'incomplete'
  | 'unknown-ai'
  | 'bad-characters'
  | 'value-too-long'
  | 'bad-date'
  | 'bad-time'
  | 'bad-value'
  | 'bad-link'
  | 'contradiction'
  | 'not-elements'
  | 'unknown-command'
  | 'bad-quantity';

/** What a refused value should have been. `listed`: one of the few values that GS1 lists for the AI. */
export type WantedValue = 'account' | 'companyPrefix' | 'country' | 'currency' | 'encoding' | 'letter' | 'listed' | 'number' | 'package' | 'piece' | 'place';

export interface Fault {
  readonly reason: InvalidReason;
  readonly params: Readonly<Record<string, string | number>>;
}

/** `text` is always the scan without the scanner's own additions: any code may also be somebody's SKU or order number. */
interface Scanned<Kind extends string> {
  readonly kind: Kind;
  readonly text: string;
}

export type ScannedCode =
  | (Scanned<'sscc'> & { readonly sscc: Sscc; readonly data: ElementData })
  | (Scanned<'gtin'> & {
      readonly gtin14: Gtin14;
      /** Eight digits can be right both as EAN-8 and as UPC-E: the UPC-E reading, to try when `gtin14` is unknown. */
      readonly alternative: Gtin14 | null;
      /** False when the GTIN came by AI 02: the label speaks of what is inside a logistic unit. */
      readonly isItem: boolean;
      readonly data: ElementData;
    })
  /** Element strings without SSCC or GTIN: the second bar code of a label. */
  | (Scanned<'attributes'> & { readonly data: ElementData })
  | (Scanned<'asin'> & { readonly asin: string })
  | (Scanned<'fnsku'> & { readonly fnsku: string })
  /** Amazon's own carton number for vendors without a company prefix. */
  | (Scanned<'amazonCarton'> & { readonly carton: string })
  | (Scanned<'command'> & { readonly command: CommandName })
  | (Scanned<'quantity'> & { readonly quantity: number })
  | (Scanned<'badge'> & { readonly badge: string })
  | (Scanned<'location'> & {
      readonly location: string;
      /** True for our own printed codes; false when it only looks like a bin and may be a SKU. */
      readonly certain: boolean;
    })
  /** A tote that stands on carts. */
  | (Scanned<'tote'> & { readonly tote: string })
  | (Scanned<'orderPaper'> & { readonly po: string; readonly revision: number })
  /** `subject`: PO (of a cart's list that of place A), shipment, SSCC or day. `printedAt` is the minute. `mark`: what the paper said, in four characters. */
  | (Scanned<'printedPaper'> & { readonly paper: PaperKind; readonly subject: string; readonly printedAt: Instant; readonly mark: string })
  | Scanned<'text'>
  | (Scanned<'invalid'> &
      Fault & {
        /** True when the same characters could still be a SKU or order number: look `text` up before complaining. */
        readonly mayBeText: boolean;
      });

import type { MeasureSystem } from '../lib/mass.ts';
import type { PrinterMedia } from '../domain/printing/printer.ts';
import type { CalendarDate, Instant, Zone } from '../lib/time.ts';
import type { BillOfLadingPaper } from './bill-of-lading.ts';
import type { CartListPaper } from './cart-list.ts';
import type { SheetPaper } from './sheet.ts';

export type PaperSize = 'A4' | 'Letter';
export type Locale = 'en' | 'es';

export interface PickListPaper {
  readonly po: string;
  readonly hpo: boolean;
  /** Why it is hot, in words; empty for a standard order. */
  readonly why: readonly string[];
  readonly shipTo: string;
  readonly shipBy: Instant | null;
  readonly acknowledgeBy: Instant | null;
  /** Order revision when printed; it is in the bar code so that a scan can tell an outdated list. */
  readonly revision: number;
  /** Text of the bar code, already built (`PO|revision`). */
  readonly barcode: string;
  readonly printedAt: Instant;
  readonly printedBy: string;
  readonly reprint: boolean;
  readonly zone: Zone;
  readonly locale: Locale;
  /** Sorted in bin order already. */
  readonly lines: readonly {
    readonly line: string;
    readonly location: string | null;
    readonly vendorSku: string | null;
    readonly asin: string | null;
    readonly gtin: string | null;
    readonly title: string;
    readonly eaches: number;
    readonly caseSize: number;
  }[];
}

export interface LabelAddress {
  readonly name: string;
  readonly lines: readonly string[];
}

/** GS1 logistics label, 4 x 6 in. */
export interface LogisticsLabel {
  readonly kind: 'pallet' | 'carton';
  readonly sscc: string;
  readonly shipFrom: LabelAddress;
  readonly shipTo: LabelAddress;
  readonly pos: readonly string[];
  readonly hpo: boolean;
  readonly carrier: string | null;
  readonly pro: string | null;
  readonly bol: string | null;
  readonly arn: string | null;
  /** One product on it, or null for a mixed unit. */
  readonly product: { readonly vendorSku: string | null; readonly asin: string | null; readonly gtin: string | null; readonly title: string } | null;
  /** Lots and expiries of the one product; absent where it has none. */
  readonly lots?: readonly { readonly lot: string | null; readonly expiry: CalendarDate | null }[];
  /** What a mixed unit holds, the most first; absent where it is one product. */
  readonly items?: readonly { readonly vendorSku: string | null; readonly asin: string | null; readonly gtin: string | null; readonly eaches: number }[];
  readonly eaches: number;
  readonly cartons: number;
  readonly position: { readonly index: number; readonly of: number } | null;
  readonly weightGrams: number | null;
  /** In which the weight is written; kilograms unless told. */
  readonly system?: MeasureSystem | undefined;
  readonly reprint: boolean;
  /** Still being packed: what it says is not final. */
  readonly open?: boolean;
  /** Of what it says of the goods; absent in labels that wait since a release without it. */
  readonly mark?: string;
  readonly printedAt: Instant;
  readonly zone: Zone;
  readonly locale: Locale;
}

/** Code 128 bar codes to hang up or carry: commands, badges, locations, the scanner's test label. */
export interface CodeSheet {
  readonly title: string;
  readonly codes: readonly {
    /** What the bar code says: printable ASCII, or GS1 elements as printed for people, `(91)A(92)B`, when `gs1`. */
    readonly text: string;
    /** A GS1-128 symbol, over the whole width of the paper: it is long. */
    readonly gs1?: boolean;
    /** What it means to a person. */
    readonly label: string;
  }[];
}

/** Shows whether a printer is set up rightly: its frame stands at the edge of what is loaded. */
export interface TestPaper {
  readonly printer: string;
  readonly station: string;
  readonly media: PrinterMedia;
  readonly printedAt: Instant;
  readonly zone: Zone;
  readonly locale: Locale;
}

/** Everything a printed paper says, with no place or printer in it: made once, it prints the same whenever its printer is ready. */
export type Paper =
  | { readonly kind: 'pick-list'; readonly paper: PickListPaper }
  | { readonly kind: 'cart-list'; readonly paper: CartListPaper }
  | { readonly kind: 'sheet'; readonly paper: SheetPaper }
  | { readonly kind: 'bill-of-lading'; readonly paper: BillOfLadingPaper }
  | { readonly kind: 'label'; readonly label: LogisticsLabel }
  | { readonly kind: 'code-sheet'; readonly sheet: CodeSheet }
  | { readonly kind: 'test'; readonly test: TestPaper };

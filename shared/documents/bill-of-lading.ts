import type { Locale } from '../messages/define.ts';
import type { Instant } from '../lib/time.ts';

/** Name, address, and the party's own number of this shipment or place. Nothing in it: lines to write on. */
export interface BolParty {
  readonly lines: readonly string[];
  /** In words with its number: `SID no. SH000001`. */
  readonly references: readonly string[];
}

export interface BolOrderRow {
  readonly po: string;
  readonly packages: string;
  /** Empty: a box to write in. */
  readonly weight: string;
  readonly pallets: string;
  readonly info: string;
}

export interface BolGoodsRow {
  readonly units: string;
  readonly unitType: string;
  readonly packages: string;
  readonly packageType: string;
  readonly weight: string;
  readonly description: string;
}

/** A bill of lading in the layout of the VICS standard, in words already. What is not known is an empty box. */
export interface BillOfLadingPaper {
  /** File name without its ending. */
  readonly fileName: string;
  readonly kind: string;
  readonly heading: string;
  readonly title: string;
  /** The word for a hot order on it; null: there is none. */
  readonly hot: string | null;
  readonly revision: string;
  readonly reprint: boolean;
  /** Text of the bar code that tells whether it is still right. */
  readonly barcode: string;
  readonly underBars: string;
  /** As typed, or of the company's own: then it has 17 digits with a check digit and is a GS1-128 with AI 402. */
  readonly number: string;
  /** The day of the print at the site, in words. */
  readonly date: string;
  readonly shipFrom: BolParty;
  readonly shipTo: BolParty;
  readonly scac: string | null;
  readonly pro: string | null;
  readonly terms: 'collect' | 'prepaid';
  readonly instructions: readonly string[];
  readonly orders: readonly BolOrderRow[];
  readonly ordersTotal: Pick<BolOrderRow, 'packages' | 'weight'>;
  readonly goods: readonly BolGoodsRow[];
  readonly goodsTotal: Pick<BolGoodsRow, 'units' | 'packages' | 'weight'>;
  readonly footer: string;
  readonly locale: Locale;
  readonly printedAt: Instant;
}

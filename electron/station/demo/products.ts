import type { ProductFields } from '../../../shared/domain/stock/product-fields.ts';
import { checkDigit } from '../../../shared/lib/gtin.ts';

/** GS1's own example prefix: a demo must not number pallets of anybody real. */
export const DEMO_PREFIX = '0614141';

export interface DemoProduct extends ProductFields {
  readonly asin: string;
  readonly gtinEach: string;
  readonly gtinCase: string;
  readonly cost: string;
  readonly location: string;
  /** Eaches boxed before the demo's first order, and of them kept for HPOs. */
  readonly boxed: number;
  readonly safety: number;
}

/** SKU, title, eaches in a case, cost of one, grams of one, outer millimetres of a case, boxed, safety. */
type Row = readonly [string, string, number, string, number, number, number, number, number, number];

const rows: readonly Row[] = [
  ['CG-200', 'Ceramic coffee grinder, 200 g', 20, '18.40', 620, 480, 320, 260, 1800, 160],
  ['CG-100', 'Ceramic coffee grinder, 100 g', 24, '13.90', 430, 460, 310, 220, 1440, 96],
  ['CG-210', 'Ceramic coffee grinder, walnut lid', 20, '21.75', 660, 480, 320, 260, 800, 40],
  ['CG-300', 'Ceramic coffee grinder, travel size', 36, '9.80', 260, 420, 300, 200, 1080, 72],
  ['KT-300', 'Gooseneck kettle, 1.0 l', 6, '27.10', 980, 520, 360, 300, 90, 12],
  ['KT-310', 'Gooseneck kettle, 0.6 l', 8, '22.60', 740, 500, 340, 280, 480, 32],
  ['DR-010', 'Pour-over dripper, ceramic, size 01', 24, '8.15', 310, 440, 300, 240, 960, 48],
  ['DR-020', 'Pour-over dripper, ceramic, size 02', 24, '9.40', 380, 460, 320, 260, 1200, 48],
  ['DR-030', 'Pour-over dripper, glass, size 02', 18, '11.20', 290, 430, 310, 250, 540, 36],
  ['SV-600', 'Glass server, 600 ml', 12, '12.35', 410, 440, 330, 280, 0, 0],
  ['SV-800', 'Glass server, 800 ml', 12, '14.05', 480, 460, 340, 290, 480, 24],
  ['FP-350', 'French press, 350 ml', 12, '13.20', 520, 420, 320, 260, 720, 48],
  ['FP-800', 'French press, 800 ml', 8, '17.85', 760, 460, 360, 280, 560, 40],
  ['FL-100', 'Paper filters, size 01, 100 pieces', 48, '2.35', 110, 400, 300, 260, 2400, 192],
  ['FL-200', 'Paper filters, size 02, 100 pieces', 48, '2.80', 130, 420, 310, 270, 2880, 192],
  ['SC-010', 'Coffee scale with timer', 16, '19.95', 450, 400, 300, 240, 640, 48],
  ['SC-020', 'Espresso scale, slim', 20, '24.60', 300, 380, 280, 200, 400, 20],
  ['TM-058', 'Tamper, 58 mm', 30, '11.75', 420, 360, 260, 220, 600, 60],
  ['TM-054', 'Tamper, 54 mm', 30, '11.25', 390, 360, 260, 220, 300, 30],
  ['PT-350', 'Milk pitcher, 350 ml', 24, '7.95', 230, 430, 330, 260, 960, 72],
  ['PT-600', 'Milk pitcher, 600 ml', 18, '9.60', 310, 450, 340, 280, 720, 54],
  ['CP-080', 'Espresso cups, set of 4', 12, '10.90', 560, 400, 300, 260, 480, 36],
  ['CP-180', 'Cappuccino cups, set of 4', 8, '15.30', 980, 440, 330, 300, 320, 24],
  ['CP-250', 'Latte glasses, set of 2', 12, '12.15', 620, 420, 320, 300, 480, 36],
  ['JR-900', 'Storage jar, bamboo lid, 900 ml', 12, '8.70', 540, 460, 350, 260, 600, 48],
  ['JR-150', 'Storage jar, bamboo lid, 1.5 l', 8, '10.40', 780, 480, 360, 300, 400, 32],
  ['VC-500', 'Vacuum canister, 500 g', 12, '16.20', 450, 460, 330, 260, 480, 36],
  ['BR-010', 'Grinder brush, horsehair', 60, '3.10', 45, 340, 240, 180, 1200, 120],
  ['BR-020', 'Group head brush', 50, '3.65', 60, 340, 240, 180, 1000, 100],
  ['CL-010', 'Descaler, 500 ml', 24, '5.45', 560, 420, 300, 280, 960, 72],
  ['CL-020', 'Cleaning tablets, 40 pieces', 48, '6.15', 150, 380, 280, 220, 1440, 96],
  ['TH-350', 'Insulated mug, 350 ml', 20, '12.80', 280, 440, 340, 260, 800, 60],
  ['TH-500', 'Insulated mug, 500 ml', 20, '14.25', 340, 460, 360, 280, 800, 60],
  ['MK-001', 'Moka pot, 3 cups', 12, '15.65', 520, 420, 320, 260, 480, 36],
  ['MK-002', 'Moka pot, 6 cups', 8, '19.90', 760, 440, 340, 280, 400, 32],
  ['CB-100', 'Cold brew maker, 1 l', 8, '18.75', 690, 460, 360, 300, 400, 32],
  ['AF-010', 'Hand press coffee maker', 16, '22.10', 360, 420, 320, 260, 480, 32],
  ['WS-010', 'Workshop apron, canvas', 25, '13.45', 380, 480, 360, 240, 500, 50],
  ['MT-010', 'Tamping mat, silicone', 40, '4.90', 210, 360, 260, 200, 800, 80],
  ['KB-010', 'Knock box, 10 cm', 16, '12.05', 640, 440, 340, 280, 480, 32],
];

const five = (index: number): string => String(index + 1).padStart(5, '0');
const withCheckDigit = (digits: string): string => `${digits}${checkDigit(digits)}`;

/** Aisles A to E, eight bays each, on level 01 or 02: neighbours in the list are neighbours on the walk. */
const binOf = (index: number): string => `${'ABCDE'.charAt(Math.floor(index / 8))}-${String((index % 8) + 1).padStart(2, '0')}-0${(index % 2) + 1}`;

/** The forty products of the demo, ceramic coffee grinders first. */
export const demoProducts: readonly DemoProduct[] = rows.map(([sku, title, caseSize, cost, weightGrams, lengthMm, widthMm, heightMm, boxed, safety], index) => ({
  sku,
  title,
  asin: `B0DEMO${String(index + 1).padStart(4, '0')}`,
  gtinEach: withCheckDigit(`${DEMO_PREFIX.slice(1)}${five(index)}`),
  gtinCase: withCheckDigit(`1${DEMO_PREFIX}${five(index)}`),
  gtinPallet: null,
  caseSize,
  cost,
  currency: 'USD',
  weightGrams,
  lengthMm,
  widthMm,
  heightMm,
  location: binOf(index),
  boxed,
  safety,
}));

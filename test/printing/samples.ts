import { printedText } from '../../electron/printing/moments.ts';
import type { BillOfLadingPaper } from '../../shared/documents/bill-of-lading.ts';
import type { SheetCell, SheetPaper } from '../../shared/documents/sheet.ts';
import type { CodeSheet, Locale, LogisticsLabel, PickListPaper } from '../../shared/documents/papers.ts';
import { bracketed } from '../../shared/lib/barcode/element-string.ts';
import { TEST_ELEMENTS } from '../../shared/lib/scanner-test.ts';
import { commandCode, orderPaperCode, paperCode } from '../../shared/lib/barcode/house-code.ts';
import { commandNames } from '../../shared/lib/barcode/scanned-code.ts';
import { dateIn, HOUR, later, parseInstant, parseZone, type Instant, type Zone } from '../../shared/lib/time.ts';
import { dateText } from '../../shared/messages/say-in.ts';
import { say } from '../../shared/messages/say.ts';

/** The papers that tests render and that docs/papers shows. */

function at(iso: string): Instant {
  const found = parseInstant(iso);
  if (found === undefined) throw new Error(`no instant: ${iso}`);
  return found;
}

function zone(name: string): Zone {
  const found = parseZone(name);
  if (found === undefined) throw new Error(`no zone: ${name}`);
  return found;
}

const chicago = zone('America/Chicago');

const grinder = { vendorSku: 'CG-2LB-BLK', asin: 'B0CGRND2LB', gtin: '00614141000012', title: 'Ceramic coffee grinder, 2 lb, matte black, with adjustable burr and travel lid' };

export const palletLabel: LogisticsLabel = {
  kind: 'pallet',
  sscc: '006141411234567890',
  shipFrom: { name: 'Stonemill Ceramics', lines: ['1200 Kiln Road, Dock 4', 'Peoria IL 61602', 'US'] },
  shipTo: { name: 'Amazon.com Services LLC', lines: ['PHX3', '6835 W Buckeye Rd', 'Phoenix AZ 85043', 'US'] },
  pos: ['8X3K2L1M'],
  hpo: true,
  carrier: 'AMZD',
  pro: '4418820934',
  bol: 'HOUBX0099182734',
  arn: '6093417725',
  product: grinder,
  eaches: 480,
  cartons: 40,
  position: { index: 1, of: 2 },
  weightGrams: 455_800,
  reprint: false,
  printedAt: at('2025-11-24T16:42:00Z'),
  zone: chicago,
  locale: 'en',
};

/** The new pallet of a split, before it is closed. */
export const openLabel: LogisticsLabel = { ...palletLabel, open: true, weightGrams: null };

export const cartonLabel: LogisticsLabel = {
  ...palletLabel,
  kind: 'carton',
  sscc: '106141411234567897',
  hpo: false,
  carrier: null,
  pro: null,
  bol: null,
  arn: null,
  product: null,
  items: [
    { vendorSku: 'MUG-12-SET4', asin: 'B0MUGSET04', gtin: '00614141000104', eaches: 12 },
    { vendorSku: 'BRUSH-GR', asin: null, gtin: null, eaches: 8 },
    { vendorSku: 'CG-2LB-WHT', asin: null, gtin: '00614141000029', eaches: 4 },
    { vendorSku: 'FLT-V60-100', asin: 'B0FLTV6010', gtin: '00614141000203', eaches: 3 },
  ],
  eaches: 27,
  cartons: 1,
  position: { index: 3, of: 12 },
  weightGrams: 11_340,
  reprint: true,
};

export const manyPosLabel: LogisticsLabel = {
  ...palletLabel,
  sscc: '006141411234567906',
  reprint: true,
  pos: ['8X3K2L1M', '2QW7P0AA', '5TT1900K', '77ZMN3RB', '1A1A1A1A', '9BC8D7E6', '4L0O0O0L', '6YH5TG4R', '3EDC4RFV', '0QAZ2WSX', '7UJM8IK9', '2WSXCDE3'],
  shipFrom: { name: 'Cerámica Piedra del Molino S. de R. L. de C. V. — Planta Norte', lines: ['Av. de la Industria 4500, Nave 12', 'Parque Industrial El Sauz', 'Monterrey NL 64000', 'MX'] },
  shipTo: { name: 'Servicios Comerciales Amazon México S. de R. L. de C. V.', lines: ['MEX1', 'Carretera Cuautitlán-Tepotzotlán 7', 'Bodega 3', 'Cuautitlán Izcalli MEX 54730', 'MX'] },
  bol: 'HOUBX0099182734-2025-11-24',
  locale: 'es',
};

type PickLine = PickListPaper['lines'][number];

const lines: readonly PickLine[] = [
  { line: '1', location: 'A-01-02', ...grinder, eaches: 480, caseSize: 12 },
  { line: '4', location: 'A-04-11', vendorSku: 'CG-2LB-WHT', asin: 'B0CGRNDWHT', gtin: '00614141000029', title: 'Ceramic coffee grinder, 2 lb, white', eaches: 245, caseSize: 12 },
  { line: '2', location: 'B-12-03', vendorSku: 'MUG-12-SET4', asin: 'B0MUGSET04', gtin: '00614141000104', title: 'Stoneware mug 12 oz, set of 4', eaches: 96, caseSize: 6 },
  { line: '3', location: 'C-02-01', vendorSku: 'BRUSH-GR', asin: 'B0BRUSHGR1', gtin: null, title: 'Cleaning brush for grinders', eaches: 1_250, caseSize: 1 },
  { line: '5', location: null, vendorSku: 'FLT-V60-100', asin: 'B0FLTV6010', gtin: '00614141000203', title: 'Paper filters V60, unbleached, 100 pieces — Łódź edition ½″ ™', eaches: 1, caseSize: 1 },
];

export const hotList: PickListPaper = {
  po: '8X3K2L1M',
  hpo: true,
  why: ['Amazon marked it as a rush order (RushOrder).', 'Its window ends 40 h after the order date: less than 72 h.'],
  shipTo: 'PHX3',
  shipBy: at('2025-11-25T22:00:00Z'),
  acknowledgeBy: at('2025-11-25T01:30:00Z'),
  revision: 3,
  barcode: orderPaperCode('8X3K2L1M', 3),
  printedAt: at('2025-11-24T16:42:00Z'),
  printedBy: 'Maria Lopez',
  reprint: false,
  zone: chicago,
  locale: 'en',
  lines,
};

export const standardList: PickListPaper = {
  ...hotList,
  po: '2QW7P0AA',
  barcode: orderPaperCode('2QW7P0AA', 1),
  revision: 1,
  hpo: false,
  why: [],
  acknowledgeBy: null,
  shipBy: at('2025-12-02T22:00:00Z'),
  shipTo: 'MEX1',
  reprint: true,
  printedBy: 'Íñigo Núñez',
  zone: zone('America/Mexico_City'),
  locale: 'es',
  lines: lines.map((line, index) => ({ ...line, title: ['Molinillo de café de cerámica, 900 g, negro mate, con muela ajustable', 'Molinillo de café de cerámica, 900 g, blanco', 'Taza de gres 350 ml, juego de 4', 'Cepillo de limpieza para molinillos', 'Filtros de papel V60, sin blanquear, 100 piezas'][index] ?? line.title })),
};

const nouns = ['Stoneware mug', 'Ceramic coffee grinder', 'Pour-over dripper with a very long name that never seems to end, in the colour of wet slate', 'Serving bowl', 'Paper filters'];

export const longList: PickListPaper = {
  ...hotList,
  lines: Array.from({ length: 200 }, (_, index) => ({
    line: String(index + 1),
    location: `${String.fromCharCode(65 + Math.floor(index / 40))}-${String(Math.floor((index % 40) / 4) + 1).padStart(2, '0')}-${String((index % 4) + 1).padStart(2, '0')}`,
    vendorSku: `SKU-${String(1000 + index)}`,
    asin: `B0TEST${String(1000 + index)}`,
    gtin: index % 3 === 0 ? null : `0061414${String(1000 + index)}123`.slice(0, 14),
    title: `${nouns[index % nouns.length] ?? ''} no. ${index + 1}`,
    eaches: ((index * 37) % 40 + 1) * ([1, 6, 12, 24][index % 4] ?? 1) + (index % 9 === 0 ? 5 : 0),
    caseSize: [1, 6, 12, 24][index % 4] ?? 1,
  })),
};

export const commandSheet = (locale: Locale): CodeSheet => ({
  title: say(locale, 'papers.sheet.commands'),
  codes: commandNames.map((name) => ({ text: commandCode(name), label: say(locale, `papers.command.${name}`) })),
});

export const scannerTest = (locale: Locale): CodeSheet => ({
  title: say(locale, 'papers.sheet.scanner'),
  codes: [{ text: bracketed(TEST_ELEMENTS), label: say(locale, 'papers.scannerTest'), gs1: true }],
});

const CARTONS_A_PALLET = 40;

/** 200 cartons with SSCCs of their own on five pallets. */
export const longPackingList: SheetPaper = {
  fileName: 'packing-list-8X3K2L1M-0Z9A',
  revision: '0Z9A',
  reprint: false,
  kind: 'Packing list',
  heading: '8X3K2L1M',
  title: 'Packing list of PO 8X3K2L1M',
  hot: 'HPO',
  barcode: paperCode('packing-list', '8X3K2L1M', hotList.printedAt, '0Z9A'),
  underBars: 'Scan: says if it is still right and what has changed',
  sscc: null,
  facts: [{ caption: 'Ship to', lines: ['PHX3'] }, { caption: 'Ship by', lines: ['Tue, Nov 25', '16:00 CST'] }, { caption: 'Carrier', lines: ['ABFS'] }, { caption: 'Revision', lines: ['0Z9A'] }],
  remarks: ['From Stonemill Ceramics, 1200 Kiln Road, Dock 4, Peoria IL 61602, US'],
  tables: [
    {
      title: 'What is packed',
      empty: 'Nothing is packed yet.',
      columns: [
        { caption: '', share: 0.05, align: 'left' },
        { caption: 'Product', share: 0.43, align: 'left' },
        { caption: 'Carton', share: 0.28, align: 'left' },
        { caption: 'Cartons', share: 0.12, align: 'right' },
        { caption: 'Eaches', share: 0.12, align: 'right' },
      ],
      groups: Array.from({ length: 200 / CARTONS_A_PALLET }, (_, pallet) => ({
        heading: { text: `Pallet P-${pallet + 1}`, note: `PO 8X3K2L1M · ${CARTONS_A_PALLET} cartons`, code: true },
        rows: Array.from({ length: CARTONS_A_PALLET }, (_row, index) => {
          const number = pallet * CARTONS_A_PALLET + index + 1;
          const product: SheetCell = { text: `${nouns[number % nouns.length] ?? ''} no. ${number}`, more: [`Line ${number} · SKU-${number}`], bold: true };
          const eaches: SheetCell = { text: '12', bold: true };
          return { cells: ['tick' as const, product, { text: `carton-${number}-`, code: true }, { text: '1' }, eaches] };
        }),
      })),
    },
    { title: 'Short: less than ordered', empty: 'Nothing is short: every line is packed as ordered.', columns: [{ caption: 'Product', share: 1, align: 'left' }], groups: [] },
  ],
  totals: ['5 pallets · 200 cartons · 2,400 eaches'],
  notes: null,
  signatures: { captions: ['Packed by', 'Checked by'], time: 'Time' },
  footer: 'Packing list of PO 8X3K2L1M · revision 0Z9A · printed Nov 24, 2025, 10:42 CST by Maria Lopez',
  locale: 'en',
  printedAt: hotList.printedAt,
};

/** A truck with one hot order on pallets and a standard one in cartons of which one was not weighed. */
export const billSample = (locale: Locale): BillOfLadingPaper => ({
  fileName: 'bill-of-lading-06141410000000012-7K2M',
  kind: say(locale, 'bol.kind'),
  heading: 'SH000042-9F3K2A',
  title: say(locale, 'bol.of', { bol: '06141410000000012', shipmentId: 'SH000042-9F3K2A' }),
  hot: 'HPO',
  revision: '7K2M',
  reprint: false,
  barcode: paperCode('bill-of-lading', 'SH000042-9F3K2A', hotList.printedAt, '7K2M'),
  underBars: say(locale, 'sheets.scan'),
  number: '06141410000000012',
  date: dateText({ locale, zone: hotList.zone }, dateIn(hotList.zone, hotList.printedAt)),
  shipFrom: { lines: ['Stonemill Ceramics', '1200 Kiln Road, Dock 4', 'Peoria IL 61602', 'US'], references: [say(locale, 'bol.sid', { value: 'SH000042-9F3K2A' })] },
  shipTo: { lines: ['Amazon.com Services LLC', 'PHX3', '6835 W Buckeye Rd', 'Phoenix AZ 85043'], references: [say(locale, 'bol.location', { value: 'PHX3' }), say(locale, 'bol.cid')] },
  scac: 'ABFS',
  pro: '117712345',
  terms: 'collect',
  instructions: [say(locale, 'bol.instructions.appointment', { when: printedText({ locale, zone: hotList.zone }, later(hotList.printedAt, 27 * HOUR)) }), say(locale, 'bol.instructions.arn', { arn: '6093417725' })],
  orders: [
    { po: '8X3K2L1M', packages: '40', weight: '1,004.9 lb', pallets: 'Y', info: say(locale, 'bol.orders.vendor', { code: 'STNML' }) },
    { po: '2QW7P0AA', packages: '3', weight: '', pallets: 'N', info: say(locale, 'bol.orders.vendor', { code: 'STNML' }) },
  ],
  ordersTotal: { packages: '43', weight: '' },
  goods: [
    { units: '2', unitType: 'PLT', packages: '40', packageType: 'CTN', weight: '1,004.9 lb', description: 'Ceramic coffee grinder, 2 lb, matte black' },
    { units: '3', unitType: 'CTN', packages: '3', packageType: 'CTN', weight: '', description: say(locale, 'bol.goods.mixed', { titles: 'Cleaning brush for grinders; Stoneware mug 12 oz, set of 4; Pour-over dripper', count: 5 }) },
  ],
  goodsTotal: { units: '5', packages: '43', weight: '' },
  footer: say(locale, 'sheets.footer', { title: say(locale, 'sheets.refs.bol', { value: '06141410000000012' }), revision: '7K2M', when: printedText({ locale, zone: hotList.zone }, hotList.printedAt), name: 'Maria Lopez' }),
  locale,
  printedAt: hotList.printedAt,
});

/** 200 orders and 40 kinds of goods: both tables stand on the supplement. */
/** A pallet of 200 cartons, each with an SSCC of its own. */
export const longManifest: SheetPaper = {
  ...longPackingList,
  fileName: 'pallet-006141411234567890-0Z9A',
  kind: 'Pallet manifest',
  title: 'Pallet manifest 0061414 112345 6789 0',
  barcode: paperCode('pallet-manifest', '006141411234567890', hotList.printedAt, '0Z9A'),
  sscc: '006141411234567890',
  facts: [{ caption: 'Ship to', lines: ['PHX3'] }, { caption: 'Cartons', lines: ['200'] }, { caption: 'Eaches', lines: ['2,400'] }, { caption: 'Weight', lines: ['412.5 kg', '152 cm high'] }, { caption: 'Revision', lines: ['0Z9A'] }],
  remarks: ['From Stonemill Ceramics, 1200 Kiln Road, Dock 4, Peoria IL 61602, US', 'To PHX3, 6835 West Buckeye Road, Phoenix AZ 85043, US'],
  tables: [
    {
      title: 'What stands on it',
      empty: 'Nothing is packed yet.',
      columns: [
        { caption: 'Carton', share: 0.3, align: 'left' },
        { caption: 'Product', share: 0.46, align: 'left' },
        { caption: 'Cartons', share: 0.12, align: 'right' },
        { caption: 'Eaches', share: 0.12, align: 'right' },
      ],
      groups: [
        {
          heading: null,
          rows: Array.from({ length: 200 }, (_, index) => ({
            cells: [{ text: `carton-${index + 1}-`, code: true }, { text: `${nouns[index % nouns.length] ?? ''}, stoneware`, more: [`CG-${200 + index}`] }, { text: '1' }, { text: '12', bold: true }],
          })),
        },
      ],
    },
  ],
  totals: ['200 cartons · 2,400 eaches'],
  footer: longPackingList.footer.replace(longPackingList.title, 'Pallet manifest 0061414 112345 6789 0'),
};

export const longBill: BillOfLadingPaper = {
  ...billSample('en'),
  hot: null,
  reprint: true,
  orders: Array.from({ length: 200 }, (_, index) => ({ po: `PO-${index + 1}-`, packages: '12', weight: '301.2 lb', pallets: 'Y', info: 'Vendor STNML' })),
  goods: Array.from({ length: 40 }, (_, index) => ({ units: '5', unitType: 'PLT', packages: '60', packageType: 'CTN', weight: '1,506 lb', description: `goods-${index + 1}- ${nouns[index % nouns.length] ?? ''}` })),
};

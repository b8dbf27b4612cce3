import type { Paper } from '../../shared/documents/papers.ts';
import type { SheetPaper, SheetTable } from '../../shared/documents/sheet.ts';
import { markOf } from '../../shared/domain/papers/mark.ts';
import { partMessages } from '../../shared/domain/handling-units/trace-words.ts';
import { packingListOfOrder, packingListOfShipment, type PackingList } from '../../shared/domain/papers/packing-list.ts';
import type { PaperName } from '../../shared/domain/papers/printed.ts';
import { unitFacts, type ContentFacts, type UnitFacts } from '../../shared/domain/papers/units.ts';
import { openShipmentOf } from '../../shared/domain/shipment/open-shipments.ts';
import type { Order, Shipment } from '../../shared/domain/state/entities.ts';
import { poNumber, shipmentId, type PoNumber } from '../../shared/lib/ids.ts';
import { billOfLadingPaper } from './bill-of-lading.ts';
import { cartListPaper } from './cart-list.ts';
import { parseCalendarDate, type CalendarDate } from '../../shared/lib/time.ts';
import { plainName } from '../documents/plain-name.ts';
import { notFound } from './api/base.ts';
import { daySheetPaper } from './day-sheet.ts';
import { shipFromAddress, shipToAddress } from './papers.ts';
import { requireOrder } from './queries/find-order.ts';
import { shipToName } from './queries/queue-row.ts';
import { addressText, referencesText, sheetWords, stampOf, type PaperPrint, type SheetWords } from './sheet-words.ts';
import type { Station } from './station.ts';

/** The paper of that name as it says things now. Throws RefusedError when there is nothing of which it could be. */
export function composePaper(station: Station, { paper, subject }: PaperName, print: PaperPrint): ComposedPaper {
  switch (paper) {
    case 'packing-list':
      return { kind: 'sheet', paper: orderPackingList(station, poNumber(subject), print) };
    case 'shipment-packing-list':
      return { kind: 'sheet', paper: shipmentPackingList(station, requireShipment(station, subject), print) };
    case 'bill-of-lading':
      return { kind: 'bill-of-lading', paper: billOfLadingPaper(station, requireShipment(station, subject), print) };
    case 'day-sheet':
      return { kind: 'sheet', paper: daySheetPaper(station, requireDay(subject), print) };
    case 'cart-list':
      return { kind: 'cart-list', paper: cartListPaper(station, poNumber(subject), print) };
    case 'pallet-manifest':
      return { kind: 'sheet', paper: palletManifest(station, subject, print) };
  }
}

function requireDay(text: string): CalendarDate {
  const day = parseCalendarDate(text);
  if (day === undefined) throw notFound('sheets.refused.day', text, { day: text }, 'sheets.hint.day');
  return day;
}

function requireShipment({ reader }: Station, id: string): Shipment {
  const shipment = reader.get('shipment', { shipmentId: shipmentId(id) });
  if (!shipment) throw notFound('shipment.refused.unknown', id, { shipmentId: id });
  return shipment;
}

/** The packing list of one order: everything packed for it. Throws RefusedError when there is no such order. */
function orderPackingList(station: Station, po: PoNumber, print: PaperPrint): SheetPaper {
  const order = requireOrder(station, po);
  const list = packingListOfOrder(station.reader, order.po);
  const { t } = sheetWords(station);
  return packingSheet(station, list, {
    stamp: stampOf(station, { paper: 'packing-list', subject: order.po, mark: markOf(list), title: t('sheets.packing.of', { po: order.po }), ...print }),
    mark: markOf(list),
    heading: order.po,
    orders: [order],
    shipment: openShipmentOf(station.reader, order.po),
  });
}

/** The packing list of a shipment: what is on its truck, or stands on the dock for it. */
function shipmentPackingList(station: Station, shipment: Shipment, print: PaperPrint): SheetPaper {
  const { reader } = station;
  const list = packingListOfShipment(reader, shipment);
  const { t } = sheetWords(station);
  return packingSheet(station, list, {
    stamp: stampOf(station, { paper: 'shipment-packing-list', subject: shipment.shipmentId, mark: markOf(list), title: t('sheets.packing.ofShipment', { shipmentId: shipment.shipmentId }), ...print }),
    mark: markOf(list),
    heading: shipment.shipmentId,
    orders: shipment.pos.flatMap((po) => reader.get('order', { po }) ?? []),
    shipment,
  });
}

type ComposedPaper = Extract<Paper, { kind: 'sheet' | 'bill-of-lading' | 'cart-list' }>;

interface Packing {
  readonly stamp: ReturnType<typeof stampOf>;
  readonly mark: string;
  readonly heading: string;
  readonly orders: readonly Order[];
  readonly shipment: Shipment | undefined;
}

function packingSheet(station: Station, list: PackingList, { stamp, mark, heading, orders, shipment }: Packing): SheetPaper {
  const words = sheetWords(station);
  const { t } = words;
  const [first] = orders;
  const shipBy = orders.flatMap((order) => (order.shipBy === null ? [] : [order.shipBy])).sort((left, right) => left - right)[0] ?? null;
  return {
    ...stamp,
    fileName: `packing-list-${plainName(heading)}-${mark}`,
    kind: t('sheets.packing'),
    heading,
    hot: orders.some(({ hpo }) => hpo) ? t('papers.hpo') : null,
    sscc: null,
    facts: [
      { caption: t('sheets.shipTo'), lines: [(first && shipToName(station.settings, first)) ?? t('sheets.none')] },
      { caption: t('sheets.shipBy'), lines: words.deadline(shipBy) },
      { caption: t('sheets.carrier'), lines: [shipment?.scac ?? t('sheets.none')] },
      { caption: t('sheets.revision'), lines: [mark] },
    ],
    remarks: [
      t('sheets.from', { address: addressText(shipFromAddress(station)) }),
      ...(first ? [t('sheets.to', { address: addressText(shipToAddress(station, first)) })] : []),
      ...(shipment ? [referencesText(words, shipment)] : []),
    ],
    tables: [packedTable(words, list), shortTable(words, list)],
    totals: totalsOf(words, list.units),
    notes: null,
    signatures: { captions: [t('sheets.packing.packedBy'), t('sheets.packing.checkedBy')], time: t('sheets.time') },
  };
}

function packedTable(words: SheetWords, { units }: PackingList): SheetTable {
  const { t } = words;
  return {
    title: t('sheets.packing.contents'),
    empty: t('sheets.packing.empty'),
    columns: [
      { caption: '', share: 0.05, align: 'left' },
      { caption: t('sheets.column.product'), share: 0.43, align: 'left' },
      { caption: t('sheets.column.carton'), share: 0.28, align: 'left' },
      { caption: t('sheets.column.cartons'), share: 0.12, align: 'right' },
      { caption: t('sheets.column.eaches'), share: 0.12, align: 'right' },
    ],
    groups: units.map((unit) => ({
      heading: { text: t(`sheets.unit.${unit.kind}`, { sscc: words.sscc(unit.sscc) }), note: unitNote(words, unit), code: true },
      rows: unit.contents.map((content) => ({ cells: ['tick', ...contentCells(words, content)] })),
    })),
  };
}

const unitNote = (words: SheetWords, { po, cartons, eaches, weightGrams, open }: UnitFacts): string =>
  [
    words.t('sheets.unit.ofPo', { po }),
    words.t('sheets.unit.note', { cartons, eaches }),
    ...(weightGrams === null ? [] : [words.weight(weightGrams)]),
    ...(open ? [words.t('sheets.open')] : []),
  ].join(' · ');

function contentCells({ t, tell, number, sscc }: SheetWords, { title, line, sku, asin, gtin, carton, cartons, eaches, parts = [] }: ContentFacts) {
  const ids = [t('papers.pickList.line', { line }), sku, ...(asin === null ? [] : [asin]), ...(gtin === null ? [] : [gtin])].join(' · ');
  return [
    { text: title, more: [ids, ...partMessages(parts).map(tell)], bold: true },
    carton === null ? { text: t('sheets.carton.none', { count: cartons }) } : { text: sscc(carton), code: true },
    { text: number(cartons) },
    { text: number(eaches), bold: true },
  ] as const;
}

function shortTable({ t, number }: SheetWords, { short }: PackingList): SheetTable {
  return {
    title: t('sheets.short'),
    empty: t('sheets.short.none'),
    columns: [
      { caption: t('sheets.column.product'), share: 0.4, align: 'left' },
      { caption: t('sheets.column.line'), share: 0.2, align: 'left' },
      { caption: t('sheets.column.ordered'), share: 0.1, align: 'right' },
      { caption: t('sheets.column.accepted'), share: 0.1, align: 'right' },
      { caption: t('sheets.column.packed'), share: 0.1, align: 'right' },
      { caption: t('sheets.column.missing'), share: 0.1, align: 'right' },
    ],
    groups: [
      {
        heading: null,
        rows: short.map(({ po, line, sku, title, ordered, accepted, packed }) => ({
          cells: [
            { text: title, more: sku === null ? [] : [sku], bold: true },
            { text: `${po}, ${line}`, code: true },
            { text: number(ordered) },
            { text: number(accepted) },
            { text: number(packed) },
            { text: number(ordered - packed), bold: true },
          ],
        })),
      },
    ],
  };
}

function totalsOf(words: SheetWords, units: readonly UnitFacts[]): readonly string[] {
  const sum = (of: (unit: UnitFacts) => number): number => units.reduce((total, unit) => total + of(unit), 0);
  if (units.length === 0) return [];
  const weighed = sum(({ weightGrams }) => weightGrams ?? 0);
  const count = units.filter(({ weightGrams }) => weightGrams === null).length;
  const { t, weight } = words;
  return [
    t('sheets.packing.total', { pallets: units.filter(({ kind }) => kind === 'pallet').length, cartons: sum(({ cartons }) => cartons), eaches: sum(({ eaches }) => eaches) }),
    ...(weighed === 0 ? [] : [count === 0 ? t('sheets.packing.weight', { weight: weight(weighed) }) : t('sheets.packing.weightPartly', { weight: weight(weighed), count })]),
  ];
}

/** The sheet that goes on a pallet or carton: what is on it, carton by carton. Throws RefusedError when there is no such unit. */
function palletManifest(station: Station, sscc: string, print: PaperPrint): SheetPaper {
  const { reader, settings } = station;
  const unit = reader.get('unit', { sscc });
  if (!unit) throw notFound('handlingUnits.refused.unknown', sscc, { unit: sscc });
  const order = requireOrder(station, unit.po);
  const facts = unitFacts(reader, unit);
  const mark = markOf(facts);
  const words = sheetWords(station);
  const { t } = words;
  const { kind, po, cartons, eaches, weightGrams, heightMm } = facts;
  return {
    ...stampOf(station, { paper: 'pallet-manifest', subject: sscc, mark, title: t('sheets.pallet.of', { kind, sscc: words.sscc(sscc) }), ...print }),
    fileName: `${kind}-${sscc}-${mark}`,
    kind: facts.open ? `${t('sheets.pallet', { kind })} · ${t('sheets.open')}` : t('sheets.pallet', { kind }),
    heading: po,
    hot: order.hpo ? t('papers.hpo') : null,
    sscc,
    facts: [
      { caption: t('sheets.shipTo'), lines: [shipToName(settings, order) ?? t('sheets.none')] },
      { caption: t('sheets.pallet.cartons'), lines: [words.number(cartons)] },
      { caption: t('sheets.pallet.eaches'), lines: [words.number(eaches)] },
      { caption: t('sheets.pallet.weight'), lines: [weightGrams === null ? t('sheets.pallet.notWeighed') : words.weight(weightGrams), ...(heightMm === null ? [] : [t('sheets.pallet.height', { height: words.height(heightMm) })])] },
      { caption: t('sheets.revision'), lines: [mark] },
    ],
    remarks: [t('sheets.from', { address: addressText(shipFromAddress(station)) }), t('sheets.to', { address: addressText(shipToAddress(station, order)) })],
    tables: [
      {
        title: t('sheets.pallet.contents'),
        empty: t('sheets.pallet.empty'),
        columns: [
          { caption: t('sheets.column.carton'), share: 0.3, align: 'left' },
          { caption: t('sheets.column.product'), share: 0.46, align: 'left' },
          { caption: t('sheets.column.cartons'), share: 0.12, align: 'right' },
          { caption: t('sheets.column.eaches'), share: 0.12, align: 'right' },
        ],
        groups: [
          {
            heading: null,
            rows: facts.contents.map((content) => {
              const [product, carton, count, amount] = contentCells(words, content);
              return { cells: [carton, product, count, amount] };
            }),
          },
        ],
      },
    ],
    totals: totalsOf(words, [facts]),
    notes: null,
    signatures: { captions: [t('sheets.packing.packedBy'), t('sheets.packing.checkedBy')], time: t('sheets.time') },
  };
}

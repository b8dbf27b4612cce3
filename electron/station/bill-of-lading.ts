import type { BillOfLadingPaper, BolGoodsRow, BolOrderRow } from '../../shared/documents/bill-of-lading.ts';
import type { LabelAddress } from '../../shared/documents/papers.ts';
import { billOfLading, type BolGoods, type BolOrder } from '../../shared/domain/papers/bill-of-lading.ts';
import { markOf } from '../../shared/domain/papers/mark.ts';
import type { Shipment } from '../../shared/domain/state/entities.ts';
import { dateIn } from '../../shared/lib/time.ts';
import { dateText } from '../../shared/messages/say-in.ts';
import { plainName } from '../documents/plain-name.ts';
import { printedText } from '../printing/moments.ts';
import { shipFromAddress, shipToAddress } from './papers.ts';
import { shipToName } from './queries/queue-row.ts';
import { sheetWords, stampOf, type PaperPrint, type SheetWords } from './sheet-words.ts';
import type { Station } from './station.ts';

/** Titles of a mixed load that are named; the packing list has them all. */
const TITLES = 3;

/** The bill of lading of a shipment as it says things now: only what is known and what was weighed. */
export function billOfLadingPaper(station: Station, shipment: Shipment, print: PaperPrint): BillOfLadingPaper {
  const { reader, settings } = station;
  const { shipmentId } = shipment;
  const bill = billOfLading(reader, shipment);
  const mark = markOf(bill);
  const words = sheetWords(station);
  const { t, number, weight } = words;
  const first = shipment.pos.flatMap((po) => reader.get('order', { po }) ?? [])[0];
  const grams = (value: number | null): string => (value === null ? '' : weight(value));
  const bol = bill.bol ?? '';
  const { revision, ...stamp } = stampOf(station, { paper: 'bill-of-lading', subject: shipmentId, mark, title: t('sheets.refs.bol', { value: bol }), ...print });
  return {
    ...stamp,
    title: t('bol.of', { bol, shipmentId }),
    revision,
    fileName: `bill-of-lading-${plainName(bol)}-${mark}`,
    kind: t(bill.open ? 'bol.kind.open' : 'bol.kind'),
    heading: shipmentId,
    hot: bill.hpo ? t('papers.hpo') : null,
    number: bol,
    date: dateText(settings, dateIn(settings.zone, stamp.printedAt)),
    shipFrom: { lines: addressLines(shipFromAddress(station)), references: [t('bol.sid', { value: shipmentId })] },
    shipTo: { lines: first ? addressLines(shipToAddress(station, first)) : [], references: [...(first ? [t('bol.location', { value: shipToName(settings, first) ?? '' })] : []), t('bol.cid')] },
    scac: bill.scac,
    pro: bill.pro,
    terms: bill.freightTerm,
    instructions: [
      ...(bill.appointment === null ? [] : [t('bol.instructions.appointment', { when: printedText(settings, bill.appointment) })]),
      ...(bill.arn === null ? [] : [t('bol.instructions.arn', { arn: bill.arn })]),
    ],
    orders: bill.orders.map((order) => orderRow(words, order, grams)),
    ordersTotal: { packages: number(bill.total.packages), weight: grams(bill.total.weightGrams) },
    goods: bill.goods.map((goods) => goodsRow(words, goods, grams)),
    goodsTotal: { units: number(bill.total.units), packages: number(bill.total.packages), weight: grams(bill.total.weightGrams) },
  };
}

type Grams = (value: number | null) => string;

const addressLines = ({ name, lines }: LabelAddress): readonly string[] => [name, ...lines];

const orderRow = ({ t, number }: SheetWords, { po, packages, weightGrams, pallets, vendorCode }: BolOrder, grams: Grams): BolOrderRow => ({
  po,
  packages: number(packages),
  weight: grams(weightGrams),
  pallets: packages === 0 ? '' : t('bol.orders.pallets.value', { pallets }),
  info: vendorCode === null ? '' : t('bol.orders.vendor', { code: vendorCode }),
});

function goodsRow({ t, number }: SheetWords, { kind, units, packages, weightGrams, titles }: BolGoods, grams: Grams): BolGoodsRow {
  const [only = ''] = titles;
  return {
    units: number(units),
    unitType: t(`bol.goods.${kind}`),
    packages: number(packages),
    packageType: t('bol.goods.carton'),
    weight: grams(weightGrams),
    description: titles.length < 2 ? only : t('bol.goods.mixed', { titles: titles.slice(0, TITLES).join('; '), count: titles.length }),
  };
}

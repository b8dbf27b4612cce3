import { usualSystem } from '../../shared/lib/mass.ts';
import type { CodeSheet, LabelAddress, LogisticsLabel, Paper, PickListPaper } from '../../shared/documents/papers.ts';
import { labelMarkOf } from '../../shared/domain/handling-units/labels.ts';
import { standingOn } from '../../shared/domain/handling-units/nesting.ts';
import { packingView } from '../../shared/domain/handling-units/packing-view.ts';
import { pickLines } from '../../shared/domain/picking/pick-lines.ts';
import { openShipmentOf } from '../../shared/domain/shipment/open-shipments.ts';
import type { Content, HandlingUnit, Order } from '../../shared/domain/state/entities.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { bracketed } from '../../shared/lib/barcode/element-string.ts';
import { badgeCode, commandCode, locationCode, orderPaperCode, toteCode } from '../../shared/lib/barcode/house-code.ts';
import { commandNames } from '../../shared/lib/barcode/scanned-code.ts';
import type { PoNumber, Sku } from '../../shared/lib/ids.ts';
import { TEST_ELEMENTS } from '../../shared/lib/scanner-test.ts';
import { say } from '../../shared/messages/say.ts';
import { sayIn } from '../../shared/messages/say-in.ts';
import { notFound } from './api/base.ts';
import { requireOrder } from './queries/find-order.ts';
import { shipToName } from './queries/queue-row.ts';
import type { Station } from './station.ts';

/* What stands on papers and labels, from the store. */

interface ListPrint {
  readonly revision: number;
  readonly reprint: boolean;
  readonly by: string;
}

export const pickListPaper = (station: Station, po: PoNumber, print: ListPrint): Paper => ({ kind: 'pick-list', paper: pickList(station, po, print) });

function pickList(station: Station, po: PoNumber, { revision, reprint, by }: ListPrint): PickListPaper {
  const { reader, settings } = station;
  const order = requireOrder(station, po);
  const audience = { locale: settings.locale, zone: settings.zone };
  return {
    po,
    hpo: order.hpo,
    why: order.why.map((why) => sayIn(audience, why)),
    shipTo: shipToName(settings, order) ?? '',
    shipBy: order.shipBy,
    acknowledgeBy: order.acknowledgementVersion === 0 ? order.acknowledgeBy : null,
    revision,
    barcode: orderPaperCode(po, revision),
    printedAt: station.now(),
    printedBy: by,
    reprint,
    zone: settings.zone,
    locale: settings.locale,
    lines: pickLines(reader, po)
      .filter(({ accepted, picked }) => accepted > picked)
      .map(({ line, sku, title, caseSize, location, accepted, picked }) => {
        const product = reader.get('product', { sku });
        return { line, location, vendorSku: sku, asin: product?.asin ?? null, gtin: product?.gtinEach ?? product?.gtinCase ?? null, title, eaches: accepted - picked, caseSize };
      }),
  };
}

/** The label of a handling unit. Throws RefusedError when there is no such unit. */
export function labelPaper(station: Station, sscc: string, reprint: boolean): Extract<Paper, { kind: 'label' }> {
  const unit = station.reader.get('unit', { sscc });
  if (!unit) throw notFound('handlingUnits.refused.unknown', sscc, { unit: sscc });
  return { kind: 'label', label: logisticsLabel(station, unit, reprint) };
}

function logisticsLabel(station: Station, unit: HandlingUnit, reprint: boolean): LogisticsLabel {
  const { reader, settings } = station;
  const order = requireOrder(station, unit.po);
  const contents = standingOn(reader, unit.sscc);
  const [only] = contents;
  const sole = only && contents.every(({ sku }) => sku === only.sku) ? reader.get('product', { sku: only.sku }) : undefined;
  const shipment = unit.shipmentId === null ? openShipmentOf(reader, unit.po) : reader.get('shipment', { shipmentId: unit.shipmentId });
  const { units } = packingView(reader, unit.po);
  const position = units.find((packed) => packed.unit.sscc === unit.sscc)?.position ?? null;
  return {
    kind: unit.kind,
    sscc: unit.sscc,
    shipFrom: shipFromAddress(station),
    shipTo: shipToAddress(station, order),
    pos: [unit.po],
    hpo: order.hpo,
    carrier: shipment?.scac ?? null,
    pro: shipment?.pro ?? null,
    bol: shipment?.bol ?? null,
    arn: shipment?.arn ?? null,
    product: sole ? { vendorSku: sole.sku, asin: sole.asin, gtin: sole.gtinEach ?? sole.gtinCase, title: sole.title } : null,
    ...(sole ? lotsOf(reader, contents) : { items: itemsOf(reader, contents) }),
    eaches: unit.eaches,
    cartons: unit.cartons,
    position,
    weightGrams: unit.weightGrams,
    system: usualSystem(settings.paperSize),
    reprint,
    ...(unit.state === 'open' ? { open: true } : {}),
    mark: labelMarkOf(reader, unit),
    printedAt: station.now(),
    zone: settings.zone,
    locale: settings.locale,
  };
}

/** Each lot once, the earliest expiry first. */
function lotsOf(reader: Reader, contents: readonly Content[]): Pick<LogisticsLabel, 'lots'> {
  const rows = contents.flatMap(({ sscc, po, line }) => reader.find('lot', { sscc, po, line }));
  const lots = [...new Map(rows.map(({ lot, expiry }) => [`${expiry} ${lot}`, { lot: lot || null, expiry: expiry || null }])).entries()].sort(([left], [right]) => (left < right ? -1 : 1));
  return lots.length === 0 ? {} : { lots: lots.map(([, lot]) => lot) };
}

/** Each product of a mixed unit once, the most first. */
function itemsOf(reader: Reader, contents: readonly Content[]): NonNullable<LogisticsLabel['items']> {
  const eachesOf = new Map<Sku, number>();
  for (const { sku, eaches } of contents) eachesOf.set(sku, (eachesOf.get(sku) ?? 0) + eaches);
  return [...eachesOf]
    .sort(([leftSku, left], [rightSku, right]) => right - left || leftSku.localeCompare(rightSku))
    .map(([sku, eaches]) => {
      const product = reader.get('product', { sku });
      return { vendorSku: sku, asin: product?.asin ?? null, gtin: product?.gtinEach ?? product?.gtinCase ?? null, eaches };
    });
}

export function shipFromAddress({ settings: { shipFrom, siteName } }: Station): LabelAddress {
  const { name, addressLine, city, region, postalCode, country } = shipFrom;
  return { name: name || siteName, lines: [addressLine, [city, region, postalCode].filter(Boolean).join(' '), country].filter(Boolean) };
}

/** Whom an order goes to, as far as its document says. */
export function shipToAddress(station: Station, order: Order): LabelAddress {
  const { shipTo } = order;
  const code = shipToName(station.settings, order) ?? '';
  const place = [shipTo?.city, shipTo?.region, shipTo?.postalCode].filter(Boolean).join(' ');
  return { name: shipTo?.name ?? `Amazon ${code}`, lines: [shipTo?.name ? code : '', ...(shipTo?.addressLines ?? []), place, shipTo?.country ?? ''].filter(Boolean) };
}

type Sheet = 'commands' | 'badges' | 'locations' | 'totes' | 'scanner';

const TOTES_ON_A_SHEET = 20;

/** Bar codes to hang up, stick on or carry: the commands, everybody's badge, every bin, totes from a number on; the scanner's test label. */
export const codeSheet = (station: Station, kind: Sheet, first: number): Paper => ({ kind: 'code-sheet', sheet: { title: say(station.settings.locale, `papers.sheet.${kind}`), codes: codesOf(station, kind, first) } });

function codesOf({ reader, settings }: Station, kind: Sheet, first: number): CodeSheet['codes'] {
  switch (kind) {
    case 'commands':
      return commandNames.map((name) => ({ text: commandCode(name), label: say(settings.locale, `papers.command.${name}`) }));
    case 'badges':
      return reader.find('staff', {}).flatMap(({ badge, name, active }) => (badge !== null && active ? [{ text: badgeCode(badge), label: name }] : []));
    case 'locations':
      return [...new Set(reader.find('bin', {}).map(({ location }) => location))].sort().map((location) => ({ text: locationCode(location), label: location }));
    case 'totes':
      return Array.from({ length: TOTES_ON_A_SHEET }, (_, index) => toteName(first + index)).map((tote) => ({ text: toteCode(tote), label: tote }));
    case 'scanner':
      return [{ text: bracketed(TEST_ELEMENTS), label: say(settings.locale, 'papers.scannerTest'), gs1: true }];
  }
}

/** `T-001`: letters and digits that a person can read out. */
const toteName = (number: number): string => `T-${String(number).padStart(3, '0')}`;

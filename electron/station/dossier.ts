import type { FileAnswer } from '../../shared/contracts/api.ts';
import type { DossierPaper, DossierPhoto, DossierTable } from '../../shared/documents/dossier.ts';
import type { PaperSize } from '../../shared/documents/papers.ts';
import { standingOn } from '../../shared/domain/handling-units/nesting.ts';
import { isSettled } from '../../shared/domain/metrics/fill-rate.ts';
import { ssccText } from '../../shared/domain/handling-units/names.ts';
import { partMessages } from '../../shared/domain/handling-units/trace-words.ts';
import { partsOf } from '../../shared/domain/handling-units/traces.ts';
import type { Content, HandlingUnit, Line, Order, Shipment } from '../../shared/domain/state/entities.ts';
import { unitsOfShipment } from '../../shared/domain/papers/units.ts';
import { shipmentId, type PoNumber } from '../../shared/lib/ids.ts';
import { SECOND, type Instant } from '../../shared/lib/time.ts';
import type { MessageKey } from '../../shared/messages/catalogue.ts';
import { regionOf } from '../../shared/messages/region.ts';
import { say, type MessageParams } from '../../shared/messages/say.ts';
import { sayIn } from '../../shared/messages/say-in.ts';
import { plainName } from '../documents/plain-name.ts';
import { printedText } from '../printing/moments.ts';
import type { JournalEntry } from '../store/journal.ts';
import { notFound } from './api/base.ts';
import { renderFile } from './paper-file.ts';
import { requireOrder } from './queries/find-order.ts';
import { historyEntry } from './queries/history.ts';
import { linesOf, lineView } from './queries/lines.ts';
import { personRef, stationName } from './queries/people.ts';
import { shipmentsOf } from './queries/shipment.ts';
import { sheetWords } from './sheet-words.ts';
import type { Station } from './station.ts';

/*
 * The dossier of an order or of a shipment with all its orders: everything the store knows of it, for a dispute. It changes nothing and can
 * be printed as often as wanted.
 */

/** Entries read from the journal at a time. */
const PAGE = 500;
/** A photo that another station holds is waited for so long. */
const FETCH_LIMIT = 5 * SECOND;
const NO_VALUE = '–';

interface Dossier {
  readonly station: Station;
  readonly orders: readonly Order[];
  readonly lines: readonly Line[];
  readonly units: readonly HandlingUnit[];
  readonly shipments: readonly Shipment[];
  readonly words: (key: MessageKey, params?: MessageParams) => string;
  readonly moment: (at: Instant | null) => string;
}

export interface DossierPrint {
  readonly by: string;
  readonly size: PaperSize | undefined;
}

/** What of a dossier is not the same for an order and a shipment. */
interface Heading {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly facts: DossierPaper['facts'];
}

/** Throws RefusedError when there is no such order. */
export function renderOrderDossier(station: Station, number: PoNumber, print: DossierPrint): Promise<FileAnswer> {
  const { reader, settings } = station;
  const order = requireOrder(station, number);
  const { po, hpo, vendorCode } = order;
  const dossier = dossierOf(station, { orders: [order], units: reader.find('unit', { po }), shipments: shipmentsOf(station, po) });
  const { words } = dossier;
  return render(dossier, print, {
    name: `PO ${po}`,
    title: words('dossier.title', { po }),
    subtitle: words('dossier.subtitle', { site: settings.siteName, hpo: hpo ? 'yes' : 'no', vendor: vendorCode ?? NO_VALUE }),
    facts: orderFacts(dossier, order),
  });
}

/** All that is known of a shipment and of the orders on it. Throws RefusedError when there is no such shipment. */
export function renderShipmentDossier(station: Station, id: string, print: DossierPrint): Promise<FileAnswer> {
  const { reader, settings } = station;
  const shipment = reader.get('shipment', { shipmentId: shipmentId(id) });
  if (!shipment) throw notFound('shipment.refused.unknown', `shipment ${id}`, { shipmentId: id });
  const orders = shipment.pos.flatMap((po) => reader.get('order', { po }) ?? []);
  const dossier = dossierOf(station, { orders, units: unitsOfShipment(reader, shipment), shipments: [shipment] });
  const { words } = dossier;
  return render(dossier, print, {
    name: shipment.shipmentId,
    title: words('dossier.titleShipment', { shipmentId: shipment.shipmentId }),
    subtitle: words('dossier.subtitleShipment', { site: settings.siteName, orders: orders.length, hot: orders.filter(({ hpo }) => hpo).length }),
    facts: shipmentFacts(dossier, shipment),
  });
}

function dossierOf(station: Station, about: Pick<Dossier, 'orders' | 'units' | 'shipments'>): Dossier {
  const { locale, zone } = station.settings;
  return {
    station,
    ...about,
    lines: about.orders.flatMap(({ po }) => linesOf(station, po)),
    words: (key, params = {}) => say(locale, key, params),
    moment: (at) => (at === null ? NO_VALUE : printedText({ locale, zone }, at)),
  };
}

async function render(dossier: Dossier, { by, size }: DossierPrint, { name, ...heading }: Heading): Promise<FileAnswer> {
  const { station, words, moment } = dossier;
  const { locale, zone, paperSize } = station.settings;
  const paper: DossierPaper = {
    ...heading,
    footer: words('dossier.footer', { name, when: moment(station.now()), by }),
    tables: [linesTable(dossier), documentsTable(dossier), unitsTable(dossier), shipmentsTable(dossier), historyTable(dossier)],
    photosTitle: words('dossier.photos'),
    photos: await photosOf(dossier),
    printedAt: station.now(),
    zone,
    locale,
  };
  return renderFile(station.press, `dossier-${plainName(name.replace(/^PO /, ''))}`, { kind: 'dossier', paper, size: size ?? paperSize });
}

const sum = (lines: readonly Line[], of: (line: Line) => number): number => lines.reduce((total, line) => total + of(line), 0);

function orderFacts({ station, lines, words, moment }: Dossier, order: Order): DossierPaper['facts'] {
  const ordered = sum(lines, (line) => line.originalRequested);
  // As the metric counts: units added later do not fill it, and a line cannot make up for another.
  const filled = sum(lines, (line) => Math.min(line.shippedInWindow, line.originalRequested));
  const shipped = sum(lines, (line) => line.shipped);
  const inside = sum(lines, (line) => line.shippedInWindow);
  const percent = new Intl.NumberFormat(regionOf(station.settings.locale), { style: 'percent', maximumFractionDigits: 1 }).format(ordered === 0 ? 0 : filled / ordered);
  const verdict = shipped === 0 ? 'none' : inside === shipped ? 'inside' : inside === 0 ? 'outside' : 'part';
  return [
    { caption: words('dossier.fact.received'), value: moment(order.receivedAt) },
    { caption: words('dossier.fact.acknowledgeBy'), value: moment(order.acknowledgeBy) },
    { caption: words('dossier.fact.acknowledged'), value: order.firstAcknowledgedAt === null ? words('dossier.fact.acknowledged.no') : moment(order.firstAcknowledgedAt) },
    { caption: words('dossier.fact.shipBy'), value: moment(order.shipBy) },
    { caption: words('dossier.fact.window'), value: words('dossier.fact.window.value', { verdict, inside, shipped }) },
    { caption: words('dossier.fact.fill'), value: words('dossier.fact.fill.value', { percent, shipped: filled, ordered, open: isSettled(order, station.now()) ? 'no' : 'yes' }) },
  ];
}

function shipmentFacts({ words, moment }: Dossier, { freightTerm, requestedAt, appointment, departedAt, confirmBy, state }: Shipment): DossierPaper['facts'] {
  return [
    { caption: words('dossier.column.state'), value: words('queueScreen.shipment.state', { state }) },
    { caption: words('bol.terms'), value: words(`bol.terms.${freightTerm}`) },
    { caption: words('dossier.column.requestedAt'), value: moment(requestedAt) },
    { caption: words('dossier.fact.appointment'), value: moment(appointment) },
    { caption: words('dossier.column.departed'), value: moment(departedAt) },
    { caption: words('dossier.fact.confirmBy'), value: moment(confirmBy) },
  ];
}

function table({ words }: Dossier, title: MessageKey, columns: readonly (readonly [heading: MessageKey, share: number])[], rows: DossierTable['rows']): DossierTable {
  return { title: words(title), columns: columns.map(([heading, share]) => ({ heading: words(heading), share })), rows, none: words('dossier.none') };
}

function linesTable(dossier: Dossier): DossierTable {
  const { station, lines, orders } = dossier;
  const number = new Intl.NumberFormat(regionOf(station.settings.locale));
  const rows = lines.map((line) => {
    const { title, sku, asin } = lineView(station, line);
    const { originalRequested, requested, accepted, rejected, packed, shipped } = line;
    return [orders.length === 1 ? line.line : `${line.po} ${line.line}`, [title, sku, asin].filter(Boolean).join(' · '), ...[originalRequested, requested, accepted, rejected, packed, shipped].map((count) => number.format(count))];
  });
  return table(dossier, 'dossier.lines', [
    ['dossier.column.line', orders.length === 1 ? 1 : 1.8], ['dossier.column.product', 3.6], ['dossier.column.ordered', 2.2], ['dossier.column.requested', 2.3], ['dossier.column.accepted', 1.6], ['dossier.column.rejected', 1.7],
    ['dossier.column.packed', 1.5], ['dossier.column.shipped', 1.5],
  ], rows);
}

/** Each order's own document, then what was prepared for the customer, each with what is really known of it. */
function documentsTable(dossier: Dossier): DossierTable {
  const { station: { reader }, orders, words, moment } = dossier;
  const inbound = new Map(orders.flatMap(({ documentId }) => reader.get('inbound', { documentId }) ?? []).map((document) => [document.documentId, document]));
  // What is of a whole shipment stands with each of its orders.
  const outgoing = new Map(orders.flatMap(({ po }) => reader.find('outgoing', { po })).map((document) => [document.documentId, document]));
  const rows = [
    ...[...inbound.values()].map(({ format, fileName, receivedAt, sha256 }) => [`${format} · ${fileName}`, moment(receivedAt), words('dossier.document.in'), sha256]),
    ...[...outgoing.values()].sort((left, right) => left.preparedAt - right.preparedAt).map(({ kind, fileName, preparedAt, state, stateAt, note, sha256 }) => [
      `${words(`queueScreen.document.kind.${kind}`)} · ${fileName}`,
      moment(preparedAt),
      [words('dossier.document.state', { state: words(`queueScreen.document.state.${state}`), when: moment(stateAt) }), note].filter(Boolean).join(' · '),
      sha256,
    ]),
  ];
  return table(dossier, 'dossier.documents', [['dossier.column.document', 4], ['dossier.column.when', 2], ['dossier.column.state', 3], ['dossier.column.digest', 3]], rows);
}

function unitsTable(dossier: Dossier): DossierTable {
  const { station, units, words, moment } = dossier;
  const { reader, settings } = station;
  const { weight, height } = sheetWords(station);
  const rows = units.map(({ sscc, state, eaches, cartons, weightGrams, heightMm, labelPrints, labelConfirmedAt }) => [
    ssccText(sscc, settings),
    words('dossier.unit.content', { eaches, cartons, products: standingOn(reader, sscc).map((content) => contentText(dossier, content)).join(', ') || NO_VALUE }),
    [weightGrams === null ? NO_VALUE : weight(weightGrams), heightMm === null ? NO_VALUE : height(heightMm)].join(' · '),
    words('dossier.unit.label', { prints: labelPrints, confirmed: labelConfirmedAt === null ? 'none' : moment(labelConfirmedAt) }),
    words('queueScreen.unit.state', { state }),
  ]);
  return table(dossier, 'dossier.units', [['dossier.column.sscc', 2.4], ['dossier.column.content', 3.4], ['dossier.column.measures', 1.8], ['dossier.column.label', 3], ['dossier.column.state', 1.2]], rows);
}

function contentText({ station: { reader, settings: { locale, zone } } }: Dossier, content: Content): string {
  const traced = partMessages(partsOf(reader, content)).map((words) => sayIn({ locale, zone }, words));
  return [`${content.eaches} ${content.sku}`, ...(traced.length === 0 ? [] : [`(${traced.join('; ')})`])].join(' ');
}

function shipmentsTable(dossier: Dossier): DossierTable {
  const { shipments, words, moment } = dossier;
  const rows = shipments.map(({ shipmentId, state, scac, pro, bol, arn, requestedAt, departedAt }) => [
    shipmentId,
    [scac, pro && `PRO ${pro}`, bol && `BOL ${bol}`, arn && `ARN ${arn}`].filter(Boolean).join(' · ') || NO_VALUE,
    moment(requestedAt),
    moment(departedAt),
    words('queueScreen.shipment.state', { state }),
  ]);
  return table(dossier, 'dossier.shipments', [['dossier.column.shipment', 2], ['dossier.column.carrier', 3], ['dossier.column.requestedAt', 2], ['dossier.column.departed', 2], ['dossier.column.state', 1.4]], rows);
}

/** Every entry of the journal about the orders, their pallets and trucks, in the order they were written here. */
function historyTable(dossier: Dossier): DossierTable {
  const { station, orders, units, shipments, moment } = dossier;
  const { locale, zone } = station.settings;
  const subjects = [...orders.map(({ po }) => `order:${po}`), ...units.map(({ sscc }) => `unit:${sscc}`), ...shipments.map(({ shipmentId }) => `shipment:${shipmentId}`)];
  const entries = new Map(subjects.flatMap((subject) => [...journalOf(station, subject)]).map((entry) => [entry.seq, entry]));
  const rows = [...entries.values()]
    .sort((left, right) => left.operation.occurredAt - right.operation.occurredAt || left.seq - right.seq)
    .map((entry) => {
      const { what, at, actor, station: where } = historyEntry(station, entry);
      return [moment(at), sayIn({ locale, zone }, what), actor.name, where, entry.operation.hash.slice(0, 16)];
    });
  return table(dossier, 'dossier.history', [['dossier.column.when', 2.6], ['dossier.column.what', 4.3], ['dossier.column.who', 1.6], ['dossier.column.where', 1.4], ['dossier.column.entry', 2.8]], rows);
}

function* journalOf({ store }: Station, subject: string): Generator<JournalEntry> {
  for (let after = 0; ; ) {
    const { entries } = store.journal(after, PAGE, subject);
    yield* entries;
    const last = entries.at(-1);
    if (!last || entries.length < PAGE) return;
    after = last.seq;
  }
}

async function photosOf({ station, units, words, moment }: Dossier): Promise<readonly DossierPhoto[]> {
  const { reader, store, sync, settings } = station;
  const photos: DossierPhoto[] = [];
  for (const photo of units.flatMap((unit) => reader.find('photo', { sscc: unit.sscc })).sort((left, right) => left.takenAt - right.takenAt)) {
    const { sscc, sha256, width, height, bytes, takenAt, takenBy } = photo;
    const jpeg = store.blob(sha256) ?? (await sync.photo(sha256, AbortSignal.timeout(FETCH_LIMIT))) ?? null;
    photos.push({
      jpeg,
      words: [
        words('dossier.photo', { sscc: ssccText(sscc, settings), name: personRef(reader, takenBy).name, station: stationName(station, photo.station), when: moment(takenAt) }),
        words('dossier.photo.facts', { width, height, bytes, digest: sha256 }),
        ...(jpeg === null ? [words('dossier.photo.missing')] : []),
      ],
    });
  }
  return photos;
}

import type { SheetCell, SheetPaper, SheetRow, SheetTable } from '../../shared/documents/sheet.ts';
import { daySheet, type DayOrder } from '../../shared/domain/papers/day-sheet.ts';
import { markOf } from '../../shared/domain/papers/mark.ts';
import { instantAt, type CalendarDate, type TimeOfDay } from '../../shared/lib/time.ts';
import { regionOf } from '../../shared/messages/region.ts';
import { requireOrder } from './queries/find-order.ts';
import { personRef } from './queries/people.ts';
import { shipToName } from './queries/queue-row.ts';
import { sheetWords, stampOf, type PaperPrint, type SheetWords } from './sheet-words.ts';
import type { Station } from './station.ts';

const NOON = '12:00' as TimeOfDay;

/** What is pinned to the board in the morning: the day's orders in the queue's order, their clocks, trucks and people, and a box to tick. */
export function daySheetPaper(station: Station, day: CalendarDate, print: PaperPrint): SheetPaper {
  const { locale, zone } = station.settings;
  const sheet = daySheet(station.reader, day);
  const mark = markOf(sheet);
  const words = sheetWords(station);
  const { t, number } = words;
  const heading = new Intl.DateTimeFormat(regionOf(locale), { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone }).format(instantAt(zone, day, NOON));
  const { orders } = sheet;
  const hot = orders.filter(({ hpo }) => hpo).length;
  return {
    ...stampOf(station, { paper: 'day-sheet', subject: day, mark, title: t('sheets.day.of', { day: heading }), ...print }),
    fileName: `day-sheet-${day}-${mark}`,
    kind: t('sheets.day'),
    heading,
    hot: hot === 0 ? null : t('papers.hpo'),
    sscc: null,
    facts: [
      { caption: t('sheets.day.hot'), lines: [number(hot)] },
      { caption: t('sheets.day.standard'), lines: [number(orders.length - hot)] },
      { caption: t('sheets.day.units'), lines: [number(orders.reduce((sum, { units }) => sum + units, 0))] },
      { caption: t('sheets.revision'), lines: [mark] },
    ],
    remarks: [t('sheets.day.note')],
    tables: [ordersTable(station, words, orders)],
    totals: [],
    notes: { caption: t('sheets.day.notes'), lines: 4 },
    signatures: null,
  };
}

function ordersTable(station: Station, words: SheetWords, orders: readonly DayOrder[]): SheetTable {
  const { t } = words;
  const rows = (hpo: boolean): readonly SheetRow[] => orders.filter((order) => order.hpo === hpo).map((order) => orderRow(station, words, order));
  const groups = [
    { heading: { text: t('papers.hpo'), note: t('sheets.day.hotFirst') }, rows: rows(true) },
    { heading: { text: t('sheets.day.standard'), note: '' }, rows: rows(false) },
  ];
  return {
    title: t('sheets.day.orders'),
    empty: t('sheets.day.empty'),
    columns: [
      { caption: '', share: 0.05, align: 'left' },
      { caption: t('sheets.day.column.order'), share: 0.16, align: 'left' },
      { caption: t('sheets.day.column.clocks'), share: 0.29, align: 'left' },
      { caption: t('sheets.day.column.units'), share: 0.11, align: 'right' },
      { caption: t('sheets.day.column.pallets'), share: 0.08, align: 'right' },
      { caption: '', share: 0.02, align: 'left' },
      { caption: t('sheets.day.column.shipment'), share: 0.17, align: 'left' },
      { caption: t('sheets.day.column.people'), share: 0.12, align: 'left' },
    ],
    groups: groups.filter(({ rows: own }) => own.length > 0),
  };
}

function orderRow(station: Station, { t, number, deadline }: SheetWords, { po, acknowledgeBy, shipBy, units, shipment, assigned }: DayOrder): SheetRow {
  const { reader, settings } = station;
  const order = requireOrder(station, po);
  const pallets = reader.find('unit', { po }).filter(({ kind, state, eaches }) => kind === 'pallet' && state !== 'voided' && eaches > 0).length;
  const [clock, ...clocks] = [
    ...(acknowledgeBy === null ? [] : [t('sheets.day.acknowledgeBy', { when: deadline(acknowledgeBy).join(' ') })]),
    t('sheets.day.shipBy', { when: deadline(shipBy).join(' ') }),
  ];
  const name: SheetCell = { text: po, code: true, bold: true, more: [shipToName(settings, order) ?? t('sheets.none')] };
  const times: SheetCell = { text: clock, bold: true, more: clocks };
  const work: SheetCell = { text: number(units), bold: true, more: [t('sheets.day.packed', { units: order.packed })] };
  const truck: SheetCell =
    shipment === null
      ? { text: t('sheets.none') }
      : { text: shipment.scac ?? t('sheets.day.noCarrier'), more: [shipment.shipmentId, ...(shipment.appointment === null ? [] : [deadline(shipment.appointment).join(' ')])] };
  // A line for each: no name is cut off.
  const [person, ...others] = assigned.map((id) => personRef(reader, id).name);
  return { cells: ['tick', name, times, work, { text: number(pallets) }, { text: '' }, truck, person === undefined ? 'blank' : { text: person, more: others }] };
}

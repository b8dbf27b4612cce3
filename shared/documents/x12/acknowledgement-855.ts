import { dateIn, parseZone, type CalendarDate, type Instant } from '../../lib/time.ts';
import { DocumentNotWritable, writableLine, type WritableLine } from '../not-writable.ts';
import type { AcknowledgedLine, AcknowledgementDocument } from '../outgoing.ts';
import { DEFAULT_ACKNOWLEDGEMENT_CODES, type AcknowledgementCodes } from './acknowledgement-codes.ts';
import { writeInterchange, type SegmentValues } from './write-interchange.ts';

/** Date qualifiers of ACK04 (element 374): current schedule shipped, current schedule delivered. */
const SCHEDULE = { ship: '068', unstated: '068', delivery: '067' } as const;

/**
 * An X12 855 (004010) as Amazon uses it. Quantities and cost are of the ordered unit. A line the customer has cancelled (ordered zero)
 * is left out. BAK02 is `AC` when anything differs from the order, else `AD`.
 * @throws DocumentNotWritable when Amazon would refuse it: a cost is missing, parts do not add up, nothing is left to answer.
 */
export function writeAcknowledgement855(
  doc: AcknowledgementDocument,
  codes: AcknowledgementCodes = DEFAULT_ACKNOWLEDGEMENT_CODES,
): string {
  const answered = doc.lines.filter((line) => line.ordered > 0).map((line) => ({ line, units: writableLine(doc.po, line) }));
  if (answered.length === 0) throw new DocumentNotWritable('documents.write.no-lines', doc.po, { po: doc.po });
  const today = utcDay(doc.at);
  const changed = answered.some(({ line }) => line.accepted !== line.ordered);
  const body: readonly SegmentValues[] = [
    ['BAK', '00', changed ? 'AC' : 'AD', doc.po, compact(doc.orderDate ?? today), '', '', '', '', compact(today)],
    ...(doc.vendorCode === null ? [] : [['REF', 'CR', doc.vendorCode] as const]),
    ...(doc.shipToId === null ? [] : [['N1', 'ST', '', shipToQualifier(doc.shipToId), doc.shipToId] as const]),
    ...answered.flatMap(({ line, units }) => lineSegments(line, units, doc.windowKind, codes)),
    ['CTT', String(answered.length), String(answered.reduce((sum, { units }) => sum + units.ordered, 0))],
  ];
  return writeInterchange(doc.interchange, { functionalId: 'PR', setId: '855' }, doc.at, body);
}

function lineSegments(
  line: AcknowledgedLine,
  units: WritableLine,
  windowKind: AcknowledgementDocument['windowKind'],
  codes: AcknowledgementCodes,
): readonly SegmentValues[] {
  const unit = line.unit === 'cases' ? 'CA' : 'EA';
  const schedule = line.shipDate === null ? [] : [SCHEDULE[windowKind], compact(line.shipDate)];
  const rejection = line.rejectionReason === null ? '' : codes.rejected[line.rejectionReason];
  const answers: readonly SegmentValues[] = [
    ['ACK', codes.accepted, String(units.accepted), unit, ...schedule],
    ['ACK', codes.backordered, String(units.backordered), unit, ...schedule],
    ['ACK', rejection, String(units.rejected), unit],
  ];
  return [
    ['PO1', line.line, String(units.ordered), unit, units.costOfUnit, 'PE', ...idPairs(line)],
    ['CTP', '', 'NET', units.costOfUnit],
    ...answers.filter((answer) => answer[2] !== '0'),
  ];
}

/** The ids as the order had them: ASIN and buyer's part as `BP`, GTIN by its length, the vendor's own as `VN`. */
function idPairs(line: AcknowledgedLine): readonly string[] {
  const pairs: string[] = [];
  const part = line.asin ?? line.buyerPart;
  if (part !== null) pairs.push('BP', part);
  if (line.gtin !== null) pairs.push(gtinQualifier(line.gtin), line.gtin);
  if (line.vendorSku !== null) pairs.push('VN', line.vendorSku);
  return pairs;
}

function gtinQualifier(gtin: string): string {
  switch (gtin.length) {
    case 8:
      return 'EO';
    case 12:
      return 'UP';
    case 13:
      return 'EN';
    default:
      return 'UK';
  }
}

/** A SAN has seven digits (the last may be X); everything else that Amazon sends is an FC code. */
const shipToQualifier = (id: string): string => (/^\d{6}[\dX]$/.test(id) ? '15' : '92');

const compact = (date: CalendarDate): string => date.replaceAll('-', '');

function utcDay(at: Instant): CalendarDate {
  const utc = parseZone('UTC');
  if (utc === undefined) throw new Error('no UTC zone');
  return dateIn(utc, at);
}

import type { CalendarDate } from '../../lib/time.ts';
import type { IncomingParty, OrderWindow } from '../incoming.ts';
import { cleanText, type Warnings } from '../problem.ts';
import { dateElement, freightTermOf } from './values.ts';
import { element, placeOf, type Segment } from './segments.ts';

/** What the segments around the lines say; the same in an 850 and an 860. */
export interface Header {
  readonly vendorCode: string | null;
  readonly currency: string | null;
  readonly backOrderAllowed: boolean;
  readonly freightTerm: 'collect' | 'prepaid' | null;
  readonly window: OrderWindow;
  readonly buyer: IncomingParty | null;
  readonly shipTo: IncomingParty | null;
  readonly billTo: IncomingParty | null;
}

/** References that name the vendor, the best first: Amazon's vendor code, internal vendor number, vendor id. */
const VENDOR_REFERENCES: readonly string[] = ['CR', 'IA', 'VR'];
const NOTES_MAX = 200;
const NOTE_LENGTH_MAX = 500;

export function readHeader(segments: readonly Segment[], warnings: Warnings): Header {
  const references = new Map<string, string>();
  const dates: DatedQualifier[] = [];
  let currency: string | null = null;
  let backOrderAllowed = false;
  let freightTerm: Header['freightTerm'] = null;
  for (const segment of segments) {
    switch (segment.id) {
      case 'REF':
        if (!references.has(element(segment, 1))) references.set(element(segment, 1), cleanText(element(segment, 2)));
        break;
      case 'CUR':
        if (/^[A-Z]{3}$/.test(element(segment, 2))) currency ??= element(segment, 2);
        break;
      case 'CSH':
        backOrderAllowed ||= element(segment, 1) === 'Y';
        break;
      case 'FOB':
        freightTerm ??= freightTermOf(element(segment, 1));
        break;
      case 'DTM': {
        const date = dateElement(segment, 2, warnings);
        if (date !== null) dates.push({ qualifier: element(segment, 1), date, segment });
        break;
      }
      case 'SDQ':
        warnings.add('documents.x12.several-destinations', placeOf(segment));
        break;
      default:
    }
  }
  const parties = readParties(segments);
  const vendorCode = VENDOR_REFERENCES.map((qualifier) => references.get(qualifier)).find((value) => value !== undefined && value !== '');
  return {
    vendorCode: vendorCode ?? null,
    currency,
    backOrderAllowed,
    freightTerm,
    window: windowOf(dates, warnings),
    buyer: parties.get('BY') ?? null,
    shipTo: parties.get('ST') ?? null,
    billTo: parties.get('BT') ?? null,
  };
}

interface DatedQualifier {
  readonly qualifier: string;
  readonly date: CalendarDate;
  readonly segment: Segment;
}

/**
 * One window from the DTM qualifiers (element 374). 037/038 say ship; Amazon's 064/063 do not say whether ship or delivery is meant;
 * 010 and 002 are single days. A cancel date (001, 177) before the end closes the window: after it the order is gone. Where a qualifier
 * is repeated the strictest day counts.
 */
function windowOf(dates: readonly DatedQualifier[], warnings: Warnings): OrderWindow {
  const latest = (qualifier: string): CalendarDate | null => pick(dates, qualifier, (left, right) => left > right);
  const earliest = (...qualifiers: readonly string[]): CalendarDate | null =>
    qualifiers.map((each) => pick(dates, each, (left, right) => left < right)).find((date) => date !== null) ?? null;
  const candidates: readonly OrderWindow[] = [
    { kind: 'ship', start: latest('037'), end: earliest('038') },
    { kind: 'unstated', start: latest('064'), end: earliest('063') },
    { kind: 'ship', start: null, end: earliest('010') },
    { kind: 'delivery', start: null, end: earliest('002') },
  ];
  const cancel = earliest('001', '177');
  const found = candidates.find((each) => each.start !== null || each.end !== null) ?? { kind: 'unstated', start: null, end: null };
  const end = cancel !== null && (found.end === null || cancel < found.end) ? cancel : found.end;
  if (found.start === null || end === null || found.start <= end) return { ...found, end };
  const at = dates.find((each) => each.date === found.start);
  warnings.add('documents.order.window-reversed', at ? placeOf(at.segment) : '', { start: found.start, end });
  return { ...found, start: null, end };
}

function pick(dates: readonly DatedQualifier[], qualifier: string, better: (left: string, right: string) => boolean): CalendarDate | null {
  let best: CalendarDate | null = null;
  for (const each of dates) {
    if (each.qualifier === qualifier && (best === null || better(each.date, best))) best = each.date;
  }
  return best;
}

/** N1 loops by entity code (element 98). The first of each kind counts. */
function readParties(segments: readonly Segment[]): ReadonlyMap<string, IncomingParty> {
  const parties = new Map<string, IncomingParty>();
  for (const [index, n1] of segments.entries()) {
    const code = element(n1, 1);
    if (n1.id !== 'N1' || parties.has(code)) continue;
    const party = readParty(n1, segments.slice(index + 1, index + 12));
    if (party.id !== '') parties.set(code, party);
  }
  return parties;
}

function readParty(n1: Segment, following: readonly Segment[]): IncomingParty {
  const addressLines: string[] = [];
  let n4: Segment | undefined;
  for (const segment of following) {
    if (segment.id === 'N2' || segment.id === 'N3') {
      addressLines.push(...[element(segment, 1), element(segment, 2)].map(cleanText).filter((text) => text !== ''));
    } else if (segment.id === 'N4') {
      n4 ??= segment;
    } else if (segment.id === 'N1') {
      break;
    }
  }
  const place = (at: number): string | null => (n4 ? textOrNull(element(n4, at)) : null);
  const name = textOrNull(element(n1, 2));
  return {
    id: cleanText(element(n1, 4)) || (name ?? ''),
    name,
    addressLines,
    city: place(1),
    region: place(2),
    postalCode: place(3),
    country: place(4),
  };
}

const textOrNull = (text: string): string | null => cleanText(text) || null;

/** Free text of the whole set, lines included: flag rules search it and people read it. Capped against files that are all text. */
export function readNotes(segments: readonly Segment[]): readonly string[] {
  const notes: string[] = [];
  for (const segment of segments) {
    const note = cleanText(noteOf(segment)).slice(0, NOTE_LENGTH_MAX);
    if (note !== '' && !notes.includes(note) && notes.length < NOTES_MAX) notes.push(note);
  }
  return notes;
}

function noteOf(segment: Segment): string {
  switch (segment.id) {
    case 'N9':
      // `L1` is "letters or notes": some senders put the words themselves into the reference.
      return element(segment, 3) || (element(segment, 1) === 'L1' ? element(segment, 2) : '');
    case 'MSG':
      return element(segment, 1);
    case 'PKG':
      return element(segment, 5);
    case 'MTX':
    case 'NTE':
      return element(segment, 2);
    default:
      return '';
  }
}

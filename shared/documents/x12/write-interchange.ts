import { toIso, type Instant } from '../../lib/time.ts';
import { DocumentNotWritable } from '../not-writable.ts';
import type { Interchange } from '../outgoing.ts';
import { quoted } from '../problem.ts';

/** One segment as plain values; empty text is an element left out. */
export type SegmentValues = readonly [id: string, ...elements: string[]];

/** Wanted delimiters first. The control characters at the end can not stand in data: `plainAscii` refuses them. */
const ELEMENT = ['*', '|', '^', '\u001d'] as const;
const SEGMENT = ['~', "'", '\u001c'] as const;
const COMPONENT = ['>', ':', '\\', '\u001f'] as const;
const PARTY_LENGTH = 15;
const CONTROL_MAX = 999_999_999;

/**
 * One interchange with one group and one transaction set, version 004010, its counts computed. Times are UTC. Delimiters are those of
 * Amazon (`*`, `~`, `>`); where the data holds one of them another is declared in the ISA, so that no id is ever altered.
 * @throws DocumentNotWritable when a value is not ASCII, an id does not fit the ISA or the control number is out of range.
 */
export function writeInterchange(
  interchange: Interchange,
  group: { readonly functionalId: string; readonly setId: string },
  at: Instant,
  body: readonly SegmentValues[],
): string {
  const control = interchange.controlNumber;
  if (!Number.isInteger(control) || control < 1 || control > CONTROL_MAX) {
    throw new DocumentNotWritable('documents.write.control-number', 'ISA13', { number: control });
  }
  const number = String(control);
  const sender = partyId(interchange.senderId, 'ISA06');
  const receiver = partyId(interchange.receiverId, 'ISA08');
  const iso = toIso(at);
  const date = `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 10)}`;
  const time = `${iso.slice(11, 13)}${iso.slice(14, 16)}`;
  const set = '0001';
  const segments: readonly SegmentValues[] = [
    ['GS', group.functionalId, sender, receiver, date, time, number, 'X', '004010'],
    ['ST', group.setId, set],
    ...body,
    ['SE', String(body.length + 2), set],
    ['GE', '1', number],
    ['IEA', '1', number.padStart(9, '0')],
  ];
  const clean = segments.map((segment) => segment.map((value, at) => plainAscii(value, `${segment[0]}${String(at).padStart(2, '0')}`)));
  const data = clean.flat().join('');
  const separator = firstFree(ELEMENT, data);
  const terminator = firstFree(SEGMENT, data);
  const component = firstFree(COMPONENT, data);
  const isa = [
    'ISA',
    '00',
    ' '.repeat(10),
    '00',
    ' '.repeat(10),
    plainAscii(interchange.senderQualifier, 'ISA05').padEnd(2).slice(0, 2),
    sender.padEnd(PARTY_LENGTH),
    plainAscii(interchange.receiverQualifier, 'ISA07').padEnd(2).slice(0, 2),
    receiver.padEnd(PARTY_LENGTH),
    date.slice(2),
    time,
    'U',
    '00401',
    number.padStart(9, '0'),
    '0',
    interchange.test ? 'T' : 'P',
    component,
  ];
  return [isa, ...clean.map(withoutTrailingBlanks)].map((segment) => `${segment.join(separator)}${terminator}`).join('');
}

/** The value as it is: letters that X12 can not hold are not replaced by others, for then it would name another order or product. */
function plainAscii(value: string, place: string): string {
  if (/[^\x20-\x7e]/.test(value)) throw new DocumentNotWritable('documents.write.not-ascii', place, { value: quoted(value) });
  return value.trim();
}

/** The last candidate is a control character, which `plainAscii` has refused. */
const firstFree = (candidates: readonly string[], data: string): string =>
  candidates.find((candidate) => !data.includes(candidate)) ?? candidates.slice(-1).join('');

function partyId(id: string, place: string): string {
  const safe = plainAscii(id, place);
  if (safe === '' || safe.length > PARTY_LENGTH) throw new DocumentNotWritable('documents.write.party-id', place, { id, most: PARTY_LENGTH });
  return safe;
}

function withoutTrailingBlanks(segment: readonly string[]): readonly string[] {
  let length = segment.length;
  while (length > 1 && segment[length - 1] === '') length -= 1;
  return segment.slice(0, length);
}

import { problem } from '../problem.ts';
import type { DocumentProblem, Place } from '../incoming.ts';

/** Separators of one interchange, as its ISA shows them. */
export interface Delimiters {
  readonly element: string;
  readonly segment: string;
  /** Null where the sender left ISA16 out. */
  readonly component: string | null;
}

export interface Segment {
  readonly id: string;
  /** `elements[0]` is the id, so that `elements[3]` is what X12 calls PO103. */
  readonly elements: readonly string[];
  /** Position in the file, the first ISA being 1. */
  readonly number: number;
  readonly delimiters: Delimiters;
}

/** Element `index` without blanks at its ends; empty text where the segment is shorter. */
export const element = (segment: Segment, index: number): string => segment.elements[index]?.trim() ?? '';

export const placeOf = (segment: Segment): Place => `segment ${segment.number} ${segment.id}`;

export type SegmentEvent = { readonly ok: true; readonly segment: Segment } | { readonly ok: false; readonly problem: DocumentProblem };

const ISA_ELEMENTS = 16;
/** An ISA has 106 characters; this leaves room for faulty ones and keeps the search short. */
const ISA_SEARCH = 400;
/** What may follow an ISA. */
const AFTER_ISA = ['GS', 'TA1', 'ST', 'IEA', 'ISA'] as const;

/** True when the text begins like X12, with or without its envelope. */
export function looksLikeX12(text: string): boolean {
  const start = text.slice(0, 200).trimStart();
  return /^ISA[^A-Za-z0-9]/.test(start) || lacksIsa(start);
}

function lacksIsa(start: string): boolean {
  return /^(?:GS([^A-Za-z0-9\s])[A-Z]{2}\1|ST([^A-Za-z0-9\s])\d{3}\2)/.test(start);
}

/**
 * Cuts X12 text into segments. Delimiters are read from each ISA, never assumed. What real files get wrong and is still clear is read:
 * a BOM or blanks in front, an ISA that is not padded or lacks ISA16, blanks behind ISA16, indented segments, line ends behind or
 * inside segments, empty segments, a last segment without terminator. Stops at the first thing that can not be understood.
 */
export function* readSegments(source: string): Generator<SegmentEvent> {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  let at = skipBlank(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  let number = 0;
  let delimiters: Delimiters | undefined;
  while (at < text.length) {
    if (isIsa(text, at)) {
      number += 1;
      const isa = readIsa(text, at, number);
      if (isa === undefined) {
        yield { ok: false, problem: problem('documents.x12.bad-isa', `segment ${number} ISA`) };
        return;
      }
      yield { ok: true, segment: isa.segment };
      delimiters = isa.segment.delimiters;
      at = skipBlank(text, isa.end);
      continue;
    }
    if (delimiters === undefined) {
      yield { ok: false, problem: problem(lacksIsa(text.slice(at, at + 20)) ? 'documents.x12.no-isa' : 'documents.x12.bad-isa', 'segment 1') };
      return;
    }
    const found = text.indexOf(delimiters.segment, at);
    let end = found === -1 ? text.length : found;
    let next = found === -1 ? text.length : found + delimiters.segment.length;
    // A closing segment without terminator directly before the next interchange.
    const glued = text.startsWith('IEA', at) ? text.slice(at, end).search(/\sISA[^A-Za-z0-9]/) : -1;
    if (glued !== -1) {
      end = at + glued;
      next = end;
    }
    const body = text.slice(at, end).replaceAll('\n', '').trimEnd();
    if (body !== '') {
      number += 1;
      const elements = body.split(delimiters.element);
      yield { ok: true, segment: { id: (elements[0] ?? '').trim(), elements, number, delimiters } };
    }
    at = skipBlank(text, next);
  }
}

function isIsa(text: string, at: number): boolean {
  return text.startsWith('ISA', at) && /[^A-Za-z0-9]/.test(text.charAt(at + 3));
}

function readIsa(text: string, at: number, number: number): { segment: Segment; end: number } | undefined {
  const separator = text.charAt(at + 3);
  if (separator === '' || /\s/.test(separator)) return undefined;
  const head = text.slice(at, at + ISA_SEARCH);
  const starts: number[] = [];
  for (let from = 3; from !== -1 && starts.length < ISA_ELEMENTS; from = head.indexOf(separator, from + 1)) starts.push(from + 1);
  if (starts.length < ISA_ELEMENTS) return undefined;
  const last = starts[ISA_ELEMENTS - 1] ?? 0;
  const fifteen = head.slice(starts[ISA_ELEMENTS - 2] ?? 0, last - 1);
  const elements = ['ISA', ...starts.slice(0, -1).map((start, index) => head.slice(start, (starts[index + 1] ?? 0) - 1))];
  const made = (elementsRead: string[], segment: string, component: string | null, end: number) => ({
    segment: { id: 'ISA', elements: elementsRead, number, delimiters: { element: separator, segment, component } },
    end: at + end,
  });

  // ISA16 and its separator left out (`*P~GS*`): the sixteenth separator found is then the one behind GS.
  const cut = /^([A-Z])\s*?(\n|[^\sA-Za-z0-9])\s*(GS|TA1|ST)$/.exec(fifteen);
  if (cut?.[1] !== undefined && cut[2] !== undefined && cut[3] !== undefined) {
    return made([...elements.slice(0, -1), cut[1]], cut[2], null, last - 1 - cut[3].length);
  }

  const tail = head.slice(last);
  const empty = /^[ \t]*\n/.exec(tail);
  if (empty) return made(elements, '\n', null, last + empty[0].length);
  const component = firstCharacter(tail);
  const gap = /^[ \t]*(\n)?/.exec(tail.slice(component.length));
  const afterComponent = component.length + (gap?.[0].length ?? 0);
  if (followsIsa(tail.slice(component.length), separator)) {
    // Only one character stands before the next segment. With a line end behind it, it is ISA16 or the terminator: the end of the
    // next segment tells which. Without one, it can only be the terminator.
    if (gap?.[1] === undefined || endsWith(text, at + last + component.length, separator, component)) {
      return made(elements, component, null, last + component.length);
    }
    return made([...elements, component], '\n', component, last + afterComponent);
  }
  if (gap?.[1] !== undefined) return made([...elements, component], '\n', component, last + afterComponent);
  const terminator = firstCharacter(tail.slice(afterComponent));
  if (component === '' || terminator === '' || /[A-Za-z0-9]/.test(terminator) || terminator === separator) return undefined;
  return made([...elements, component], terminator, component, last + afterComponent + terminator.length);
}

/** True when the first segment behind the ISA ends with `terminator` (and a line end), so that the line end alone ends nothing. */
function endsWith(text: string, from: number, separator: string, terminator: string): boolean {
  const rest = text.slice(from, from + ISA_SEARCH).trimStart();
  const line = /^[^\n]*/.exec(rest)?.[0].trimEnd() ?? '';
  return line.includes(separator) && line.endsWith(terminator);
}

function followsIsa(text: string, separator: string): boolean {
  const start = text.trimStart();
  return start === '' || AFTER_ISA.some((id) => start.startsWith(`${id}${separator}`));
}

/** One whole character: half of a surrogate pair would cut text in two. */
const firstCharacter = (text: string): string => {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
};

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return at;
}

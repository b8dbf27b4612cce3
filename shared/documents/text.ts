/** Kinds of file that people mistake for an order document; the words for them are in the catalogue. */
export type FoundKind = 'pdf' | 'zip' | 'xls' | 'image' | 'xml' | 'html' | 'edifact' | 'table' | 'text' | 'binary';

/**
 * Text of a file: by its byte order mark, else UTF-16 where every second byte is zero, else UTF-8, else Windows-1252 (which old EDI
 * software writes and in which every byte means something). Never throws.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeUtf8(bytes.subarray(3));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.length >= 4 && first !== 0 && second === 0 && bytes[3] === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.length >= 4 && first === 0 && second !== 0 && bytes[2] === 0) return new TextDecoder('utf-16be').decode(bytes);
  return decodeUtf8(bytes);
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const MAGIC: readonly (readonly [kind: FoundKind, bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
];

/** What a file that is no order document seems to be. */
export function foundKind(bytes: Uint8Array, start: string): FoundKind {
  const magic = MAGIC.find(([, pattern]) => pattern.every((byte, index) => bytes[index] === byte));
  if (magic) return magic[0];
  if (hasControlCharacters(start)) return 'binary';
  if (/^(?:<!doctype html|<html)/i.test(start)) return 'html';
  if (start.startsWith('<')) return 'xml';
  if (/^(?:UNA|UNB\+)/.test(start)) return 'edifact';
  const [heading = ''] = start.split('\n', 1);
  return /[,;\t]/.test(heading) ? 'table' : 'text';
}

const hasControlCharacters = (text: string): boolean => /\p{Cc}/u.test(text.replace(/[\t\n\v\f\r]/g, ''));

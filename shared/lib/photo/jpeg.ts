/**
 * A JPEG file, as far as evidence needs to know it: how large the picture is, and that there is nothing in the file besides it. Marker
 * codes and the layout of frame headers are those of ITU-T T.81, annex B.
 */
export type JpegReading =
  | { readonly ok: true; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly why: 'not-jpeg' | 'cut-short' | 'more-than-a-picture' };

interface Size {
  readonly width: number;
  readonly height: number;
}

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const FIRST_APPLICATION = 0xe0;
const LAST_APPLICATION = 0xef;
const COMMENT = 0xfe;

/** Start of frame, whatever the coding; the three gaps are tables and a reserved code. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Inside a scan: a stuffed byte or a restart marker. */
const isWithinScan = (marker: number): boolean => marker === 0x00 || (marker >= 0xd0 && marker <= 0xd7);

/** Markers without content that stand nowhere between parts: a second beginning, restarts outside a scan, the reserved ones. */
const isStray = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= START);

/** Grey, YCbCr, CMYK. */
const COMPONENTS: readonly number[] = [1, 3, 4];

/** What a picture needs to be shown: the file's frame, the colours' profile and how they are coded. Where and by whom it was taken stands in others. */
const HARMLESS: readonly (readonly [marker: number, name: string])[] = [[0xe0, 'JFIF\0'], [0xe2, 'ICC_PROFILE\0'], [0xee, 'Adobe']];

/** True when it begins as every JPEG does. */
export const beginsAsJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === START && bytes[2] === 0xff;

/**
 * Walks through the file from end to end: one frame and its scans, as every reader of JPEG takes them for the same picture. `more-than-a-picture`: it carries what a camera writes beside the picture (place, serial number,
 * comments, a second picture) or bytes after the picture's end.
 */
export function readJpeg(bytes: Uint8Array): JpegReading {
  if (!beginsAsJpeg(bytes)) return { ok: false, why: 'not-jpeg' };
  let size: Size | undefined;
  let scanned = false;
  for (let at = 2; ; ) {
    const part = partAt(bytes, at);
    if (part === undefined) return { ok: false, why: 'cut-short' };
    const { marker, end } = part;
    if (marker === END) {
      if (!size || !scanned) return { ok: false, why: 'not-jpeg' };
      return end === bytes.length ? { ok: true, ...size } : { ok: false, why: 'more-than-a-picture' };
    }
    if (isAside(bytes, part)) return { ok: false, why: 'more-than-a-picture' };
    if (isFrame(marker)) {
      const frame = size === undefined ? frameAt(bytes, part) : undefined;
      if (!frame) return { ok: false, why: 'not-jpeg' };
      size = frame;
    } else if (marker === SCAN) {
      if (!size) return { ok: false, why: 'not-jpeg' };
      scanned = true;
    } else if (isStray(marker)) return { ok: false, why: 'not-jpeg' };
    at = end;
  }
}

/**
 * The same picture without what stands beside it; nothing is coded anew. Canvases of Safari write an Exif segment of their own into every
 * JPEG. How the picture is turned is lost with it: it has to be upright already. What is no whole JPEG comes back as it is.
 */
export function pictureAlone(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; beginsAsJpeg(bytes); ) {
    const part = partAt(bytes, at);
    if (part === undefined) break;
    if (!isAside(bytes, part)) kept.push(bytes.subarray(at, part.end));
    if (part.marker === END) return joined(kept);
    at = part.end;
  }
  return new Uint8Array(bytes);
}

/** The size in a frame's header (B.2.2): precision, height, width, number of components, three bytes each. A height that comes later is not taken. */
function frameAt(bytes: Uint8Array, { body, end }: Part): Size | undefined {
  const [height, width, components] = [word(bytes, body + 1), word(bytes, body + 3), bytes[body + 5] ?? 0];
  return end - body === 6 + 3 * components && COMPONENTS.includes(components) && height > 0 && width > 0 ? { width, height } : undefined;
}

/** A marker with what belongs to it. */
interface Part {
  readonly marker: number;
  /** Where its content begins, behind its length. */
  readonly body: number;
  /** Where the next part begins. */
  readonly end: number;
}

/** Undefined where the file ends before the part does. */
function partAt(bytes: Uint8Array, at: number): Part | undefined {
  const marker = markerAt(bytes, at);
  if (marker === undefined) return undefined;
  const { code, next } = marker;
  if (code === END || isStray(code)) return { marker: code, body: next, end: next };
  const length = word(bytes, next);
  const end = next + length;
  if (length < 2 || end > bytes.length) return undefined;
  return { marker: code, body: next + 2, end: code === SCAN ? endOfScan(bytes, end) : end };
}

/** The next marker; any number of 0xFF may stand before its code. */
function markerAt(bytes: Uint8Array, from: number): { readonly code: number; readonly next: number } | undefined {
  if (bytes[from] !== 0xff) return undefined;
  let at = from;
  while (bytes[at] === 0xff) at += 1;
  const code = bytes[at];
  return code === undefined ? undefined : { code, next: at + 1 };
}

function isAside(bytes: Uint8Array, { marker, body }: Part): boolean {
  if (marker === COMMENT) return true;
  if (marker < FIRST_APPLICATION || marker > LAST_APPLICATION) return false;
  return !HARMLESS.some(([code, name]) => code === marker && Array.from(name).every((letter, index) => bytes[body + index] === letter.charCodeAt(0)));
}

/** Where the marker stands that ends the picture's data. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !(bytes[at] === 0xff && bytes[at + 1] !== 0xff && !isWithinScan(bytes[at + 1] ?? END))) at += 1;
  return at;
}

const word = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

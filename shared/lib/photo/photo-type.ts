import { beginsAsJpeg } from './jpeg.ts';

export type PhotoType = 'jpeg' | 'png' | 'webp';

/** The eight bytes that every PNG begins with (PNG specification, 5.2). */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

const textAt = (bytes: Uint8Array, from: number, text: string): boolean => Array.from(text).every((letter, index) => bytes[from + index] === letter.charCodeAt(0));

/** What kind of picture the bytes begin as, whatever the file is called; undefined for anything else. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | undefined {
  if (beginsAsJpeg(bytes)) return 'jpeg';
  if (PNG.every((byte, index) => bytes[index] === byte)) return 'png';
  // A RIFF file of the form WEBP (WebP container specification).
  return textAt(bytes, 0, 'RIFF') && textAt(bytes, 8, 'WEBP') ? 'webp' : undefined;
}

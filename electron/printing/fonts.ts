import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Weight = 'regular' | 'bold';

/**
 * Inter as whole TrueType files: Latin with all its accents, Greek, Cyrillic and Vietnamese in one font each. The screen's web fonts do not
 * serve here: they are cut into alphabets, and PDF subsets of WOFF2 fonts break at composite letters.
 */
const resolveFile: Readonly<Record<Weight, () => string>> = {
  regular: () => import.meta.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: () => import.meta.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
};

/** Height of Inter's capital letters as part of the font size. */
export const CAP_HEIGHT = 1490 / 2048;

const loaded = new Map<Weight, Buffer>();

/** The font file's bytes, read once. @throws Error when the font package is not installed. */
export function fontFile(weight: Weight): Buffer {
  const known = loaded.get(weight);
  if (known) return known;
  const bytes = readFileSync(fileURLToPath(resolveFile[weight]()));
  loaded.set(weight, bytes);
  return bytes;
}

/** Width of a text, in any unit. */
export type Measure = (text: string) => number;

/** No paper shows more of one text; keeps a hostile title from costing time. */
const LONGEST = 600;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const letters = (text: string): readonly string[] => Array.from(graphemes.segment(text.slice(0, LONGEST)), ({ segment }) => segment);

/** The text, or its beginning and an ellipsis, within `width`. */
export function ellipsize(text: string, width: number, measure: Measure): string {
  if (text.length <= LONGEST && measure(text) <= width) return text;
  const parts = letters(text);
  const cut = (count: number): string => `${parts.slice(0, count).join('').replace(/[\s.,;:(-]+$/, '')}…`;
  return cut(longest(parts.length, (count) => measure(cut(count)) <= width));
}

/** The text in at most `most` lines, broken between words where that is possible; the last one ends in an ellipsis when there is more. */
export function wrap(text: string, width: number, most: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '') {
    if (lines.length === most - 1 || (rest.length <= LONGEST && measure(rest) <= width)) {
      lines.push(ellipsize(rest, width, measure));
      break;
    }
    const end = breakAt(rest, width, measure);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return lines;
}

/** Length of the beginning that fits and ends after a word; inside the word when even that is too wide. Never 0. */
function breakAt(text: string, width: number, measure: Measure): number {
  const parts = letters(text);
  const count = Math.max(1, longest(parts.length, (n) => measure(parts.slice(0, n).join('')) <= width));
  const fitting = parts.slice(0, count).join('');
  if (text.charAt(fitting.length) === ' ') return fitting.length;
  const word = Math.max(fitting.lastIndexOf(' '), fitting.lastIndexOf('-'));
  return word > 0 ? word + 1 : fitting.length;
}

/** The greatest number up to `most` that still fits, when all smaller ones do; 0 when none does. */
function longest(most: number, fits: (count: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

import { parse } from 'csv-parse/sync';
import type { DocumentProblem } from '../incoming.ts';
import { problem } from '../problem.ts';

const CSV_ROWS_MAX = 200_000;

export type Separator = ',' | ';' | '\t' | '|';

export interface CsvRow {
  /** Line of the file on which the row begins, the first line being 1: what a person sees in an editor or a spreadsheet. */
  readonly row: number;
  readonly cells: readonly string[];
}

export type TableReading =
  | { readonly ok: true; readonly separator: Separator; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly problem: DocumentProblem };

const SEPARATORS: readonly Separator[] = [',', ';', '\t', '|'];

/** Cuts delimited text into rows. Empty rows are left out but counted, so that row numbers are those of the file. */
export function readTable(source: string): TableReading {
  // One kind of line end: csv-parse counts a CR LF inside quotes as two lines, and row numbers must be those of the file.
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') return { ok: false, problem: problem('documents.csv.empty', 'row 1') };
  const hint = /^sep=([,;\t|])\n/i.exec(text);
  const separator = SEPARATORS.find((each) => each === hint?.[1]) ?? detectSeparator(text);
  try {
    // Two rows more than allowed are enough to know that there are too many.
    const records: unknown = parse(text, { delimiter: separator, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, info: true, to: CSV_ROWS_MAX + 2 });
    const rows = (Array.isArray(records) ? records : []).flatMap(rowOf).filter((row) => row.cells.some((cell) => cell !== ''));
    const content = hint ? rows.slice(1) : rows;
    if (content.length > CSV_ROWS_MAX + 1) {
      return { ok: false, problem: problem('documents.csv.too-many-rows', `row ${CSV_ROWS_MAX + 2}`, { most: CSV_ROWS_MAX }) };
    }
    return { ok: true, separator, rows: content };
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return { ok: false, problem: problem('documents.csv.quotes', `row ${line}`, { row: line }) };
  }
}

function rowOf(record: unknown): readonly CsvRow[] {
  if (typeof record !== 'object' || record === null || !('record' in record) || !('info' in record)) return [];
  const { record: cells, info } = record;
  if (!Array.isArray(cells) || typeof info !== 'object' || info === null || !('lines' in info)) return [];
  const texts = cells.map((cell: unknown) => plainCell(String(cell)));
  // `lines` counts the line on which the record ends.
  const inside = cells.reduce<number>((sum, cell: unknown) => sum + String(cell).split('\n').length - 1, 0);
  return [{ row: Number(info.lines) - inside, cells: texts }];
}

/** A cell without what spreadsheets put around it: `="0012"`, and the apostrophe that keeps a formula from running. */
function plainCell(cell: string): string {
  const text = cell.trim();
  const formula = /^="([^"]*)"$/.exec(text)?.[1];
  if (formula !== undefined) return formula.trim();
  return /^'[=+\-@\d]/.test(text) ? text.slice(1) : text;
}

/** The separator that occurs most in the first lines, outside quotes. */
function detectSeparator(text: string): Separator {
  const counts = new Map<string, number>();
  let quotes = false;
  for (const character of text.slice(0, 8_000).split('\n').slice(0, 10).join('\n')) {
    if (character === '"') quotes = !quotes;
    else if (!quotes) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return SEPARATORS.reduce((best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best), ',');
}

/** A heading as it is compared: without case, accents, blanks and signs. */
export const normalHeading = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The letters of a spreadsheet's column: 0 is `A`, 26 is `AA`. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}


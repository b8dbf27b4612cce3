import { parseAmount } from '../../lib/money.ts';
import { isGtinShape, restoreGtin } from '../product-ids.ts';
import { problem, quoted, type DocumentsKey, type ProblemParams } from '../problem.ts';
import type { DocumentProblem } from '../incoming.ts';
import { columnLetters, type CsvRow, type Separator } from './table.ts';

/** A problem of one row. Where `rowLeftOut` is false the row was read without that cell. */
export interface RowProblem {
  readonly row: number;
  readonly column: string | null;
  readonly problem: DocumentProblem;
  readonly rowLeftOut: boolean;
}

/** As people and spreadsheets write it in English and Spanish. */
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', '1', 'x', 'sí', 'si', 's', 'verdadero'].map((text) => [text, true] as const),
  ...['no', 'n', 'false', '0', '-', 'falso'].map((text) => [text, false] as const),
]);

/** The cells of one row, read by column; what can not be read is added to `problems` and comes back as null. */
export class RowCells {
  readonly #row: CsvRow;
  readonly #separator: Separator;
  readonly #headings: readonly string[];
  readonly #problems: RowProblem[];

  constructor(row: CsvRow, separator: Separator, headings: readonly string[], problems: RowProblem[]) {
    this.#row = row;
    this.#separator = separator;
    this.#headings = headings;
    this.#problems = problems;
  }

  text(column: number | undefined): string | null {
    if (column === undefined) return null;
    return this.#row.cells[column]?.replace(/\p{Cc}+/gu, ' ').trim() || null;
  }

  /** A whole number from `least`. */
  whole(column: number | undefined, least: number): number | null {
    return this.#parsed(column, 'documents.csv.bad-whole', { least }, (text) => {
      const value = Number(plainNumber(text, this.#separator, 'whole') ?? 'none');
      return Number.isSafeInteger(value) && value >= least && value <= 1_000_000_000 ? value : undefined;
    });
  }

  /** A decimal >= 0 as plain text. */
  decimal(column: number | undefined): string | null {
    return this.#parsed(column, 'documents.csv.bad-number', {}, (text) => {
      const plain = plainNumber(text.replace(/^[$€£]\s*|\s*[$€£]$/g, ''), this.#separator, 'decimal');
      return plain === undefined ? undefined : parseAmount(plain);
    });
  }

  /** A measure in its base unit (grams, millimetres), by the unit in the cell or else the column's. */
  measure(column: number | undefined, columnUnit: string | null, factors: ReadonlyMap<string, number>): number | null {
    return this.#parsed(column, 'documents.csv.bad-measure', { units: [...factors.keys()].join(', ') }, (text) => {
      const shape = /^([\d.,\s]+)\s*([a-z"]*)\.?$/i.exec(text);
      const plain = shape?.[1] === undefined ? undefined : plainNumber(shape[1], this.#separator, 'decimal');
      const factor = factors.get((shape?.[2] || columnUnit || '').toLowerCase());
      if (plain === undefined || factor === undefined) return undefined;
      const value = Math.round(Number(plain) * factor);
      return Number.isSafeInteger(value) ? value : undefined;
    });
  }

  /** A GTIN. Zeros that a spreadsheet took are put back where the check digit proves them; digits that it rounded away are lost. */
  gtin(column: number | undefined): string | null {
    const text = this.text(column);
    if (text === null || column === undefined) return null;
    if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(text)) return this.#refuse(column, 'documents.csv.gtin-scientific', { value: quoted(text) });
    const digits = text.replace(/[\s-]/g, '').replace(/[.,]0+$/, '');
    return restoreGtin(digits) ?? this.#refuse(column, isGtinShape(digits) ? 'documents.csv.gtin-check-digit' : 'documents.csv.gtin-shape', { value: quoted(text) });
  }

  asin(column: number | undefined): string | null {
    return this.#parsed(column, 'documents.csv.bad-asin', {}, (text) => {
      const asin = text.toUpperCase();
      return /^[A-Z0-9]{10}$/.test(asin) ? asin : undefined;
    });
  }

  currency(column: number | undefined): string | null {
    return this.#parsed(column, 'documents.csv.bad-currency', {}, (text) => {
      const code = text.toUpperCase();
      return /^[A-Z]{3}$/.test(code) ? code : undefined;
    });
  }

  yesNo(column: number | undefined): boolean | null {
    return this.#parsed(column, 'documents.csv.bad-yes-no', {}, (text) => YES_NO.get(text.toLowerCase()));
  }

  /** Leaves the whole row out. */
  leaveOut(code: DocumentsKey, params: ProblemParams = {}): void {
    this.#problems.push({ row: this.#row.row, column: null, problem: problem(code, `row ${this.#row.row}`, { row: this.#row.row, ...params }), rowLeftOut: true });
  }

  #parsed<Value>(column: number | undefined, code: DocumentsKey, params: ProblemParams, parse: (text: string) => Value | undefined): Value | null {
    const text = this.text(column);
    if (text === null || column === undefined) return null;
    return parse(text) ?? this.#refuse(column, code, { value: quoted(text), ...params });
  }

  #refuse(column: number, code: DocumentsKey, params: ProblemParams): null {
    const heading = this.#headings[column] || columnLetters(column);
    const place = `row ${this.#row.row} column ${columnLetters(column)}`;
    this.#problems.push({
      row: this.#row.row,
      column: heading,
      problem: problem(code, place, { row: this.#row.row, column: quoted(heading), ...params }),
      rowLeftOut: false,
    });
    return null;
  }
}

/**
 * A number as people write it, as plain text. Files cut by `;` come from places where the comma is the decimal sign: there `1.440,50`
 * is 1440.5 and, for whole numbers, `1.440` is 1440. Elsewhere the comma groups thousands.
 */
function plainNumber(text: string, separator: Separator, kind: 'whole' | 'decimal'): string | undefined {
  const compact = text.replace(/[\s']/g, '');
  const comma = separator === ';';
  if (/^\d+$/.test(compact)) return compact;
  const grouped = comma ? /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ : /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
  const onlyPoint = comma && kind === 'decimal' && !compact.includes(',');
  if (grouped.test(compact) && !onlyPoint) {
    return comma ? compact.replaceAll('.', '').replace(',', '.') : compact.replaceAll(',', '');
  }
  if (/^\d*\.\d+$/.test(compact)) return compact.startsWith('.') ? `0${compact}` : compact;
  return comma && /^\d*,\d+$/.test(compact) ? compact.replace(',', '.').replace(/^\./, '0.') : undefined;
}

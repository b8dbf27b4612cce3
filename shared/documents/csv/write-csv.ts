import { stringify } from 'csv-stringify/sync';

export type CsvValue = string | number | null;

/**
 * CSV text with CRLF line ends and a byte order mark, which spreadsheets need for accents. Text that a spreadsheet would run as a
 * formula (it begins with `=`, `+`, `-`, `@`, a tab or a return) gets an apostrophe in front; numbers are left as they are.
 */
export function writeCsv(rows: readonly (readonly CsvValue[])[]): string {
  return stringify(rows.map((row) => [...row]), { bom: true, record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ });
}

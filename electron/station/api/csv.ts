import type { CsvAnswer } from '../../../shared/contracts/api.ts';
import type { RowProblem } from '../../../shared/documents/csv/cells.ts';
import type { ColumnMapping } from '../../../shared/documents/csv/columns.ts';
import type { DocumentProblem } from '../../../shared/documents/incoming.ts';
import { problemMessage } from '../../../shared/domain/orders/import/problems.ts';
import type { RowsResult } from '../../../shared/domain/stock/decide-product.ts';
import { message } from '../../../shared/messages/say.ts';
import { RefusedError } from '../refused.ts';

interface CsvReading<Field extends string> {
  readonly headings: readonly string[];
  readonly mapping: ColumnMapping<Field>;
  readonly rows: readonly unknown[];
  readonly problems: readonly RowProblem[];
  readonly problem: DocumentProblem | null;
}

/** A spreadsheet's text: UTF-8 as most write it, else the Windows code page that Excel still saves. */
export function decodeText(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * What was read and written of a CSV, with every row that was left out. Throws the refusal of a file that could not be read; on a trial
 * only when not even its columns could be, so that a person can say which column is which.
 */
export function csvAnswer<Field extends string>(reading: CsvReading<Field>, fields: readonly Field[], result: RowsResult, dryRun: boolean): CsvAnswer {
  if (reading.problem && !(dryRun && reading.headings.length > 0)) {
    const { key, params } = problemMessage(reading.problem);
    throw new RefusedError({ code: key, params, where: reading.problem.place, hint: message('stock.hint.csv') });
  }
  return {
    mapping: Object.fromEntries(fields.map((field) => [field, reading.mapping[field] ?? null])),
    columns: reading.headings,
    rows: reading.rows.length,
    written: result.written,
    problems: [
      ...(reading.problem ? [{ row: 1, column: null, message: problemMessage(reading.problem) }] : []),
      ...reading.problems.map(({ row, column, problem }) => ({ row, column, message: problemMessage(problem) })),
      ...result.problems.map(({ row, column, message: text }) => ({ row, column, message: text })),
    ].sort((left, right) => left.row - right.row),
  };
}

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { CsvAnswer } from '../../../shared/contracts/api.ts';
import { systemReason } from '../../../shared/lib/system-error.ts';
import { message } from '../../../shared/messages/say.ts';
import { refused } from './failure.ts';
import type { Answer } from './output.ts';
import type { Words } from './words.ts';

/** A spreadsheet as the API takes it. Throws the refusal of a file that cannot be read. */
export function readCsv(file: string): { readonly name: string; readonly base64: string } {
  try {
    return { name: basename(file), base64: readFileSync(file).toString('base64') };
  } catch (error) {
    const code = systemReason(error);
    throw refused(code === 'ENOENT' ? 'cli.import.missing' : 'cli.import.unreadable', file, { code }, message('cli.hint.file'));
  }
}

/** What was read of a CSV. Rows that were left out make the command end with 1; the others are written. */
export function csvAnswer(words: Words, file: string, answer: CsvAnswer, fields: readonly string[]): Answer {
  const problems = answer.problems.map((problem) => ({ row: problem.row, column: problem.column, message: words.say(problem.message) }));
  const found = fields.filter((field) => typeof answer.mapping[field] === 'number');
  return {
    json: { file, rows: answer.rows, written: answer.written, columns: found, problems },
    lines: [
      words.text('cli.csv.done', { file, rows: answer.rows, written: answer.written, columns: found.join(', ') }),
      ...problems.map(({ row, column, message: text }) => words.text('cli.csv.problem', { row, column: column ?? '–', message: text })),
    ],
    exit: problems.length > 0 ? 1 : 0,
  };
}

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCodeLists, writeTable } from './lib/gs1-dictionary.ts';
import { inRoot } from './lib/paths.ts';

/**
 * Writes `shared/lib/barcode/gs1-table.ts` from the copies in `scripts/gs1`.
 * `--from <git folder> --commit <hash>` takes new copies from a clone of github.com/gs1/gs1-syntax-dictionary first.
 */
const DICTIONARY = inRoot('scripts/gs1/gs1-syntax-dictionary.txt');
const CODE_LISTS = inRoot('scripts/gs1/code-lists.txt');

const { from, commit } = parseArgs({ options: { from: { type: 'string' }, commit: { type: 'string' } } }).values;
if (from !== undefined) {
  if (commit === undefined) throw new Error('--from needs --commit: the copy must be named');
  const file = (path: string): string => execFileSync('git', ['-C', from, 'show', `${commit}:${path}`], { encoding: 'utf8' });
  writeFileSync(DICTIONARY, file('gs1-syntax-dictionary.txt'));
  const head = `# Values that the linters of github.com/gs1/gs1-syntax-dictionary list, commit ${commit}. Apache License 2.0.\n`;
  writeFileSync(CODE_LISTS, `${head}${readCodeLists((linter) => file(`src/lint_${linter}.c`))}`);
}
writeFileSync(inRoot('shared/lib/barcode/gs1-table.ts'), writeTable(readFileSync(DICTIONARY, 'utf8'), readFileSync(CODE_LISTS, 'utf8')));

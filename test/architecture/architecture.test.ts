import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bannedTokens, cycles, importViolations, isCode, loadedTooEarly, outsideReferences, show } from './rules.ts';
import { projectFiles, readSource, root, sourceOf } from './sources.ts';

const files = projectFiles();
const sources = files.filter(isCode).map(readSource);
const TEXT = /\.(?:tsx?|mjs|json|ya?ml|md|css|html|sh)$|^\.ci\/run$/;

describe('the architecture', () => {
  it('is read from the real tree', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  it('lets every folder import only what it may', () => {
    expect(sources.flatMap(importViolations).map(show)).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(cycles(sources).map(show)).toEqual([]);
  });

  it('loads what makes papers only when a paper is made: each command is a process that starts', () => {
    const commands = sources.map(({ path }) => path).filter((path) => path.startsWith('electron/station/cli/commands/'));
    expect(commands.length).toBeGreaterThan(10);
    const entries = ['electron/station/cli/main.ts', 'electron/station/utility-process.ts', ...commands];
    expect(loadedTooEarly(sources, entries, new Set(['pdfkit', 'bwip-js/node', 'serialport', 'pdf-to-printer'])).map(show)).toEqual([]);
  });

  it('holds no banned word or construct', () => {
    expect(sources.flatMap(bannedTokens).map(show)).toEqual([]);
  });

  it('refers to nothing outside the project', () => {
    const texts = files.filter((path) => TEXT.test(path) && path !== 'package-lock.json' && path !== 'test/architecture/rules.ts' && path !== 'test/architecture/architecture.test.ts');
    expect(texts.flatMap((path) => outsideReferences(path, readFileSync(join(root, path), 'utf8'))).map(show)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const complaints = (path: string, text: string): readonly string[] => {
    const source = sourceOf(path, text);
    return [...importViolations(source), ...bannedTokens(source)].map(show);
  };

  it.each([
    ['shared/domain/a.ts', `import { b } from '../../electron/store/b.ts';`, 'shared/ may not import electron/store/b.ts'],
    ['shared/domain/a.ts', `import fs from 'node:fs';`, `shared/ runs without Node: 'node:fs'`],
    ['renderer/app/a.ts', `import type { b } from '../../electron/station/b.ts';`, 'renderer/ may not import electron/station/b.ts'],
    ['electron/store/a.ts', `import { b } from '../documents/b.ts';`, 'electron/store/ may not import electron/documents/b.ts'],
    ['electron/main/a.ts', `import { b } from '../station/router.ts';`, 'electron/main/ may not import electron/station/router.ts'],
    ['electron/station/a.ts', `import { app } from 'electron';`, `only electron/main and electron/preload import 'electron'`],
    ['electron/station/a.ts', `const lazy = await import('electron');`, `only electron/main and electron/preload import 'electron'`],
    ['central/a.ts', `import { b } from '../test/b.ts';`, 'central/ may not import test/b.ts'],
    ['shared/a.ts', `import { b } from '../../shared/b.ts';`, `reaches outside the project: '../../shared/b.ts'`],
    ['shared/a.ts', `import { b } from './b';`, `names no file: './b' needs its extension`],
    ['shared/a.ts', `export { b } from './b.ts';`, `re-exports './b.ts': import it where it is`],
    ['shared/a.ts', `// TODO later`, 'unfinished work in a comment'],
    ['shared/a.ts', `// @ts-expect-error\nexport const a = 1;`, 'a check is switched off without a reason'],
    ['shared/a.ts', `export const a = 1 as any;`, '`any`'],
    ['shared/a.ts', `export default 1;`, 'default export'],
    ['test/a.test.ts', `it.skip('x', () => {});`, 'a test that does not run: it.skip'],
    ['test/a.test.ts', `test.describe.only('x', () => {});`, 'a test that does not run: test.only'],
    ['electron/main/a.ts', `ipcMain.on('x', () => {});`, 'ipcMain outside electron/main/ipc.ts'],
  ])('%s: %s', (path, text, complaint) => {
    expect(complaints(path, text).some((said) => said.startsWith(`${path}:1 `) && said.endsWith(complaint))).toBe(true);
  });

  it('accepts what is allowed', () => {
    expect(complaints('electron/main/a.ts', `import { app } from 'electron';\nimport type { A } from '../station/entry-contract.ts';\nexport const a = 'TODO is a word in a text';`)).toEqual([]);
  });

  it('finds what a start loads by the way that leads there, and neither types nor what is loaded later', () => {
    const entry = sourceOf('electron/a.ts', `import { b } from './b.ts';\nimport type { A } from 'pdfkit';\nconst later = () => import('./c.ts');`);
    const b = sourceOf('electron/b.ts', `\nimport Pdf from 'pdfkit';`);
    const c = sourceOf('electron/c.ts', `import Pdf from 'pdfkit';`);
    expect(loadedTooEarly([entry, b, c], ['electron/a.ts'], new Set(['pdfkit'])).map(show)).toEqual([`electron/b.ts:2 'pdfkit' is loaded at each start: electron/a.ts -> electron/b.ts`]);
  });

  it('finds a cycle at the import that closes it', () => {
    const a = sourceOf('shared/a.ts', `import { b } from './b.ts';`);
    const b = sourceOf('shared/b.ts', `\nimport { a } from './a.ts';`);
    expect(cycles([a, b]).map(show)).toEqual(['shared/b.ts:2 cycle: shared/a.ts -> shared/b.ts -> shared/a.ts']);
  });
});

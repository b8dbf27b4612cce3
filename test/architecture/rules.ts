import ts from 'typescript';
import { commentsOf, lineOf, walk } from './sources.ts';
import type { Import, Source } from './sources.ts';

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

export const show = ({ path, line, what }: Violation): string => `${path}:${line} ${what}`;

interface Layer {
  /** Folders it covers; the longest match wins. */
  readonly folder: string;
  /** Folders or single files of ours that it may import. */
  readonly mayImport: readonly string[];
  readonly node: boolean;
  readonly electron?: boolean;
}

/** The contract that is all the desktop shell knows of the station. */
const STATION_ENTRY = 'electron/station/entry-contract.ts';

/** Who may import whom: the table of the architecture, innermost first. */
const layers: readonly Layer[] = [
  { folder: 'shared/', mayImport: ['shared/'], node: false },
  ...['store', 'sync', 'documents', 'printing', 'devices'].map((name) => ({
    folder: `electron/${name}/`,
    mayImport: ['shared/', `electron/${name}/`],
    node: true,
  })),
  {
    folder: 'electron/station/',
    mayImport: ['shared/', 'resources/', 'package.json', 'electron/store/', 'electron/sync/', 'electron/documents/', 'electron/printing/', 'electron/devices/', 'electron/station/'],
    node: true,
  },
  { folder: 'electron/main/', mayImport: ['shared/', 'electron/main/', STATION_ENTRY], node: true, electron: true },
  { folder: 'electron/preload/', mayImport: ['shared/', 'electron/preload/'], node: false, electron: true },
  { folder: 'renderer/', mayImport: ['shared/', 'renderer/'], node: false },
  { folder: 'central/', mayImport: ['shared/', 'package.json', 'central/'], node: true },
  { folder: 'scripts/', mayImport: ['shared/', 'scripts/'], node: true },
  { folder: 'test/', mayImport: [''], node: true },
];

const layerOf = (path: string): Layer | undefined => layers.find(({ folder }) => path.startsWith(folder));

const CODE = /\.tsx?$/;

/** Import rules between folders, and of the packages that only some of them may name. */
export function importViolations(source: Source): readonly Violation[] {
  return source.imports.flatMap((one) => {
    const what = wrongImport(source.path, one);
    return what === undefined ? [] : [{ path: source.path, line: one.line, what }];
  });
}

function wrongImport(path: string, { specifier, target, reExport }: Import): string | undefined {
  const layer = layerOf(path);
  if (reExport && !path.startsWith('test/')) return `re-exports '${specifier}': import it where it is`;
  if (target === undefined) return wrongPackage(layer, specifier);
  if (target.startsWith('..') || target.startsWith('/')) return `reaches outside the project: '${specifier}'`;
  if (!/\.[a-z]+$/.test(specifier.split('?')[0] ?? '')) return `names no file: '${specifier}' needs its extension`;
  if (layer) {
    if (!layer.mayImport.some((allowed) => target.startsWith(allowed))) return `${layer.folder} may not import ${target}`;
  } else if (target.startsWith('test/')) return `nobody imports test: ${target}`;
  return undefined;
}

function wrongPackage(layer: Layer | undefined, specifier: string): string | undefined {
  if (specifier.startsWith('/') || /^[a-z]:/i.test(specifier)) return `absolute path: '${specifier}'`;
  const isElectron = specifier === 'electron' || specifier.startsWith('electron/');
  if (isElectron && layer?.electron !== true) return `only electron/main and electron/preload import 'electron'`;
  if (layer && !layer.node && specifier.startsWith('node:')) return `${layer.folder} runs without Node: '${specifier}'`;
  return undefined;
}

/** Cycles among our own files, each told once, at the import that closes it. */
export function cycles(sources: readonly Source[]): readonly Violation[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: Violation[] = [];
  const visit = (source: Source, trail: readonly string[]): void => {
    if (done.has(source.path)) return;
    const here = [...trail, source.path];
    for (const { target, line } of source.imports) {
      const next = target === undefined ? undefined : byPath.get(target);
      if (!next) continue;
      const start = here.indexOf(next.path);
      if (start >= 0) found.push({ path: source.path, line, what: `cycle: ${[...here.slice(start), next.path].join(' -> ')}` });
      else visit(next, here);
    }
    done.add(source.path);
  };
  for (const source of sources) visit(source, []);
  return found;
}

/** What must not be loaded by `entries` before it is needed, with the imports that lead there. */
export function loadedTooEarly(sources: readonly Source[], entries: readonly string[], lazy: ReadonlySet<string>): readonly Violation[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const ways = new Map(entries.map((path) => [path, path]));
  const found: Violation[] = [];
  // A map goes on to what is added to it on the way.
  for (const [path, way] of ways) {
    for (const { specifier, target, line, atOnce } of byPath.get(path)?.imports ?? []) {
      if (!atOnce) continue;
      if (lazy.has(specifier)) found.push({ path, line, what: `'${specifier}' is loaded at each start: ${way}` });
      else if (target !== undefined && !ways.has(target)) ways.set(target, `${way} -> ${target}`);
    }
  }
  return found;
}

const UNFINISHED = /\b(?:TODO|FIXME|XXX|HACK)\b/;
const SUPPRESSED = /@ts-(?:ignore|nocheck|expect-error)|eslint-disable(?!-next-line [^\n]+ -- \S)/;
const NOT_RUN = new Set(['skip', 'only', 'todo', 'fixme', 'fails', 'skipIf', 'runIf']);
const TEST_FUNCTIONS = new Set(['test', 'it', 'describe', 'suite', 'bench']);
const X_FUNCTIONS = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe']);
const MAY_DEFAULT_EXPORT = /^[^/]+\.config\.ts$/;

/** Where the desktop shell's dangerous calls may stand: one file each, so that one review covers them. */
const ONE_HOME: ReadonlyMap<string, string> = new Map([
  ['ipcMain', 'electron/main/ipc.ts'],
  ['openExternal', 'electron/main/external.ts'],
]);

/** Words and constructs that no file may hold. */
export function bannedTokens(source: Source): readonly Violation[] {
  const found: Violation[] = [];
  const add = (node: ts.Node, what: string): number => found.push({ path: source.path, line: lineOf(source.tree, node), what });
  for (const { text, line } of commentsOf(source)) {
    if (UNFINISHED.test(text)) found.push({ path: source.path, line, what: 'unfinished work in a comment' });
    if (SUPPRESSED.test(text)) found.push({ path: source.path, line, what: 'a check is switched off without a reason' });
  }
  walk(source.tree, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) add(node, '`any`');
    else if (ts.isNonNullExpression(node)) add(node, 'non-null assertion');
    else if (ts.isExportAssignment(node) && !MAY_DEFAULT_EXPORT.test(source.path)) add(node, 'default export');
    else if (ts.isModifier(node) && node.kind === ts.SyntaxKind.DefaultKeyword && !MAY_DEFAULT_EXPORT.test(source.path)) add(node, 'default export');
    else if (ts.isPropertyAccessExpression(node)) {
      const of = baseName(node.expression);
      if (of !== undefined && TEST_FUNCTIONS.has(of) && NOT_RUN.has(node.name.text)) add(node, `a test that does not run: ${of}.${node.name.text}`);
    } else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && X_FUNCTIONS.has(node.expression.text)) {
      add(node, `a test that does not run: ${node.expression.text}`);
    }
    if (ts.isIdentifier(node) && source.path.startsWith('electron/')) {
      const home = ONE_HOME.get(node.text);
      if (home !== undefined && home !== source.path) add(node, `${node.text} outside ${home}`);
    }
  });
  return found;
}

function baseName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return baseName(node.expression);
  return undefined;
}

/** The plan this was built from stays outside: the project must make sense without it. */
const OUTSIDE = /\/work\/(?:shared|main)\b|\b(?:DESIGN|FIELD|FLOOR|LOOK|ENGINEERING|SYNC)\.md\b/;

export function outsideReferences(path: string, text: string): readonly Violation[] {
  return text.split('\n').flatMap((content, index) => {
    const hit = OUTSIDE.exec(content);
    return hit ? [{ path, line: index + 1, what: `refers to something outside the project: ${hit[0]}` }] : [];
  });
}

export const isCode = (path: string): boolean => CODE.test(path) && !path.endsWith('.d.ts');

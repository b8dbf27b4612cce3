import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

export const root = resolve(import.meta.dirname, '../..');

/** One `import`/`export ... from`/dynamic import: what it names and, when it is ours, the file it means. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly reExport: boolean;
  /** Loaded together with the file that names it: neither types alone nor a dynamic import. */
  readonly atOnce: boolean;
  /** Path from the root with forward slashes; undefined for packages. */
  readonly target: string | undefined;
}

export interface Source {
  /** Path from the root with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

const slashes = (path: string): string => path.split(sep).join('/');

/** What git tracks or would track: never build output, never node_modules. */
export function projectFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(root, path))).sort();
}

export function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  return sourceOf(path, text);
}

export function sourceOf(path: string, text: string): Source {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  return { path, text, tree, imports: importsOf(path, tree) };
}

function importsOf(path: string, tree: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression | ts.Node | undefined, reExport: boolean, atOnce: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const target = specifier.text.startsWith('.') ? resolveOurs(path, specifier.text) : undefined;
    found.push({ specifier: specifier.text, line: lineOf(tree, specifier), reExport, atOnce, target });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, false, node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, true, !node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, false, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false, false);
  });
  return found;
}

function resolveOurs(from: string, specifier: string): string {
  return slashes(relative(root, resolve(root, dirname(from), specifier.split('?')[0] ?? specifier)));
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => { walk(child, visit); });
}

export const lineOf = (tree: ts.SourceFile, node: ts.Node): number => tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;

/** Every comment with its line: the words of a rule are looked for in comments, not in strings. */
export function commentsOf(source: Source): readonly { readonly text: string; readonly line: number }[] {
  const found = new Map<number, { text: string; line: number }>();
  const collect = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end } of ranges ?? []) {
      found.set(pos, { text: source.text.slice(pos, end), line: source.tree.getLineAndCharacterOfPosition(pos).line + 1 });
    }
  };
  walk(source.tree, (node) => {
    collect(ts.getLeadingCommentRanges(source.text, node.getFullStart()));
    collect(ts.getTrailingCommentRanges(source.text, node.getEnd()));
  });
  return [...found.values()];
}

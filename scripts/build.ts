import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { inRoot, root } from './lib/paths.ts';
import { clearStamp, isCurrent, sourceStamp, writeStamp } from './lib/stamp.ts';

/**
 * Stay packages at run time: better-sqlite3 and serialport load a native file beside themselves, pdfkit reads its font metrics
 * and bwip-js picks its build by platform. These are the `dependencies` of package.json, all else is bundled.
 */
const EXTERNAL = ['electron', 'better-sqlite3', 'pdfkit', 'bwip-js', 'pdf-to-printer', 'serialport'];

/** Bundled CommonJS libraries still ask for Node's own modules with `require`. */
const REQUIRE = `import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);`;

interface Bundle {
  readonly entry: string;
  readonly out: string;
  readonly options: BuildOptions;
}

const node = { platform: 'node', format: 'esm', target: 'node24', banner: { js: REQUIRE } } satisfies BuildOptions;
/**
 * What is imported when it is needed becomes a file of its own: in one file every external package it names would be
 * loaded at each start (pdfkit and bwip-js cost half a second). Old pieces stay until a forced build, because a
 * station that is running may still need them.
 */
const inPieces = { ...node, splitting: true } satisfies BuildOptions;

const bundles: readonly Bundle[] = [
  { entry: 'electron/station/cli/main.ts', out: 'dist/station/cli.mjs', options: inPieces },
  { entry: 'electron/printing/print-worker.ts', out: 'dist/station/print-worker.mjs', options: node },
  { entry: 'electron/station/utility-process.ts', out: 'dist/station/utility.mjs', options: inPieces },
  { entry: 'central/main.ts', out: 'dist/central/main.mjs', options: node },
  { entry: 'electron/main/main.ts', out: 'dist/main/main.mjs', options: node },
  // A sandboxed preload is one CommonJS file.
  { entry: 'electron/preload/preload.ts', out: 'dist/preload/preload.cjs', options: { platform: 'browser', format: 'cjs', target: 'chrome140' } },
];

/** The page and its assets; its own config so that nothing else of Vite is in play. */
const PAGE = 'renderer/index.html';

/**
 * Builds what the sources call for into `dist/`; does nothing when they have not changed since.
 * `say` hears one line a step. Returns whether anything was built.
 */
export async function build(say: (line: string) => void, force = false): Promise<boolean> {
  const stamp = sourceStamp();
  if (!force && isCurrent(stamp)) return false;
  clearStamp();
  if (force) rmSync(inRoot('dist/station'), { recursive: true, force: true });
  const started = performance.now();
  const present = bundles.filter(({ entry }) => existsSync(inRoot(entry)));
  await Promise.all([...present.map(bundle), buildPage(say)]);
  for (const { out } of present) say(`built ${out}`);
  writeStamp(stamp);
  say(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return true;
}

async function bundle({ entry, out, options }: Bundle): Promise<void> {
  const esbuild = await import('esbuild');
  await esbuild.build({
    ...options,
    absWorkingDir: root,
    entryPoints: [{ in: entry, out: basename(out, extname(out)) }],
    outdir: dirname(out),
    outExtension: { '.js': extname(out) },
    bundle: true,
    external: EXTERNAL,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    minifySyntax: true,
    keepNames: true,
  });
}

async function buildPage(say: (line: string) => void): Promise<void> {
  if (!existsSync(inRoot(PAGE))) return;
  const vite = await import('vite');
  await vite.build({ configFile: inRoot('vite.config.ts'), logLevel: 'warn' });
  say('built dist/renderer');
}

if (import.meta.main) {
  try {
    const built = await build((line) => process.stdout.write(`${line}\n`), process.argv.includes('--force'));
    if (!built) process.stdout.write('dist is up to date\n');
  } catch (error) {
    // esbuild and Vite have already shown what they stumbled on.
    process.stderr.write(`The build failed: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}\n`);
    process.exitCode = 1;
  }
}

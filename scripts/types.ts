import ts from 'typescript';
import { inRoot, root } from './lib/paths.ts';

/*
 * Types of every layer, each file once: by the rules of its own layer. `tsc -p` looks again at all that a layer imports, which
 * takes twice the processor's time; and what is parsed for one layer serves the others.
 */

/** `node scripts/types.ts [LAYER...]`; all of them when none is named. */
const named = process.argv.slice(2);
const layers = named.length > 0 ? named : ['shared', 'node', 'preload', 'renderer', 'test'];

const host = ts.createCompilerHost({});
const parsed = new Map<string, ts.SourceFile | undefined>();
/** A file is the same for all layers; only as a CommonJS or an ES module it would be another. */
const shared: ts.CompilerHost = {
  ...host,
  getSourceFile: (name, options) => {
    const format = typeof options === 'object' ? String(options.impliedNodeFormat) : '';
    const key = `${format} ${name}`;
    if (!parsed.has(key)) parsed.set(key, host.getSourceFile(name, options));
    return parsed.get(key);
  },
};

function diagnosticsOf(layer: string): readonly ts.Diagnostic[] {
  const config = ts.getParsedCommandLineOfConfigFile(inRoot(`tsconfig.${layer}.json`), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (problem) => { throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n')); } });
  if (!config) throw new Error(`tsconfig.${layer}.json cannot be read`);
  // What is kept between two runs of `tsc` knows nothing of a program that looks at its own files only.
  const { tsBuildInfoFile: _kept, incremental: _often, ...options } = config.options;
  const program = ts.createProgram({ rootNames: config.fileNames, options, configFileParsingDiagnostics: config.errors, host: shared });
  const own = config.fileNames.map((name) => program.getSourceFile(name)).filter((file) => file !== undefined);
  return [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
}

for (const layer of layers) {
  const started = performance.now();
  const found = diagnosticsOf(layer);
  process.stdout.write(ts.formatDiagnosticsWithColorAndContext(found, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }));
  console.log(`${layer}: ${String(found.length)} faults (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (found.length > 0) process.exitCode = 1;
}

import { localeOf, Output } from './cli/output.ts';
import { buildProgram } from './cli/program.ts';
import { Fault } from './fault.ts';

const locale = localeOf(process.env);
try {
  await buildProgram(locale).parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  new Output(locale, process.argv.includes('--json')).fault(error.said);
  process.exitCode = 1;
}

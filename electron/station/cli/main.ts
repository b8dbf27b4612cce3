import { CommanderError } from 'commander';
import { defaultSettings } from '../../../shared/domain/settings/settings.ts';
import { writeFailure } from './output.ts';
import { buildProgram } from './program.ts';
import { usageText } from './usage.ts';
import { localeOf, Words } from './words.ts';

const USAGE = 2;

/** A reader that has seen enough closes the pipe: that is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

async function main(): Promise<void> {
  const locale = localeOf(process.env);
  try {
    await buildProgram(locale).parseAsync(process.argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    const words = new Words({ locale, zone: defaultSettings.zone });
    writeFailure({ code: 'usage', message: usageText(error, words), where: 'hotdock', hint: words.text('cli.hint.help') }, process.argv.includes('--json'), words);
    process.exitCode = USAGE;
  }
}

await main();

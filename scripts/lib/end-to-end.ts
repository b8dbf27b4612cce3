import { readWish } from './choose-shell.ts';
import { ensureChromium } from './chromium.ts';
import { forgetReport, noCounts, ofStages, playwrightCounts, readReport } from './counts.ts';
import type { Counts } from './counts.ts';
import { electronRuntime, installedElectron } from './electron-runtime.ts';
import { inRoot } from './paths.ts';
import { PLAYWRIGHT, stream } from './stages.ts';

const reportOf = (project: string): string => inRoot(`test-results/${project}.json`);

async function run(project: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Counts> {
  const report = reportOf(project);
  forgetReport(report);
  const stage = { name: project, script: PLAYWRIGHT, args: ['test', '--project', project, '--reporter', 'list,json', '--output', `test-results/${project}`, ...args] };
  const { code } = await stream(stage, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return playwrightCounts(readReport(report), code);
}

/** The end-to-end specs in Chromium against a real station. */
export async function inBrowser(args: readonly string[] = []): Promise<Counts> {
  const found = await ensureChromium(console.log);
  if ('missing' in found) {
    console.error(found.missing);
    return ofStages(1, 1);
  }
  console.log(`Chromium (${found.from}): ${found.path}`);
  return run('browser', args, { CHROMIUM_PATH: found.path });
}

/** The same specs in the desktop app. Without a runtime or a display they do not run, and that is said. */
export async function inDesktop(args: readonly string[] = [], fetch = false): Promise<Counts> {
  const wanted = readWish(process.env['HOTDOCK_SHELL']) === 'desktop';
  const why = noDisplay();
  const path = why === undefined && fetch ? await fetched() : installedElectron();
  if (why === undefined && path !== undefined) return run('desktop', args, { ELECTRON_PATH: path });
  console.log(`The end-to-end specs did not run in the desktop app: ${why ?? "Electron's runtime is not here"}.`);
  return wanted ? ofStages(1, 1) : noCounts;
}

function noDisplay(): string | undefined {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'linux' && (DISPLAY ?? WAYLAND_DISPLAY ?? '') === '' ? 'there is no display here' : undefined;
}

async function fetched(): Promise<string | undefined> {
  const runtime = await electronRuntime(300_000);
  return 'path' in runtime ? runtime.path : undefined;
}

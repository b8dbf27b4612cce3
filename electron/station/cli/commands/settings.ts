import { settingsPatch, type Settings, type SettingsPatch } from '../../../../shared/domain/settings/settings.ts';
import { message } from '../../../../shared/messages/say.ts';
import { atDesk } from '../desk.ts';
import { UsageError } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { issueMessage, issueShape } from '../issue.ts';
import type { Words } from '../words.ts';

/** Shows the settings, or changes those named: `companyPrefix=0614141`, `shipFrom.name="Grinder House"`, lists as JSON. */
export async function settingsCommand(globals: Globals, pairs: readonly string[]): Promise<void> {
  await atDesk(globals, async ({ client, status, words }) => {
    const { settings } = pairs.length === 0 ? status : await client.station.changeSettings(patchOf(words, status.settings, pairs));
    return { json: { settings }, lines: flat(settings).map(([name, value]) => `${name}=${value}`) };
  });
}

function patchOf(words: Words, settings: Settings, pairs: readonly string[]): SettingsPatch {
  const patch: Record<string, unknown> = {};
  for (const pair of pairs) {
    const cut = pair.indexOf('=');
    const [name = '', inner] = pair.slice(0, Math.max(0, cut)).split('.', 2);
    const known: unknown = Object.entries(settings).find(([each]) => each === name)?.[1];
    if (cut < 1 || known === undefined) throw new UsageError(message('cli.usage.setting'), pair);
    const text = pair.slice(cut + 1);
    if (inner === undefined) patch[name] = valueLike(known, text);
    else if (typeof known === 'object' && known !== null) patch[name] = { ...known, ...objectOf(patch[name]), [inner]: text };
    else throw new UsageError(message('cli.usage.setting'), pair);
  }
  const checked = settingsPatch.safeParse(patch);
  if (checked.success) return checked.data;
  const issue = issueShape.parse(checked.error.issues[0]);
  throw new UsageError(message('cli.usage.value', { problem: words.say(issueMessage(issue)) }), issue.path.join('.'));
}

const objectOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

/** Text as the kind of value the setting has now. What does not fit is left for the check. */
function valueLike(known: unknown, text: string): unknown {
  if (typeof known === 'number') return text.trim() === '' ? text : Number(text);
  if (typeof known === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (typeof known === 'string') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Every setting on a line of its own, as `settings` takes it back. */
const flat = (settings: Settings): [string, string][] =>
  Object.entries(settings).map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]);

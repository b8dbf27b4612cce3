import { dateIn, toIso, type Instant } from '../../../shared/lib/time.ts';
import type { MessageKey } from '../../../shared/messages/catalogue.ts';
import type { Locale } from '../../../shared/messages/define.ts';
import { regionOf } from '../../../shared/messages/region.ts';
import { sayIn, type Audience } from '../../../shared/messages/say-in.ts';
import { message, type Message, type MessageParams } from '../../../shared/messages/say.ts';

/** Everything a command says, in one language and zone. */
export class Words {
  readonly audience: Audience;

  constructor(audience: Audience) {
    this.audience = audience;
  }

  say(text: Message): string {
    return sayIn(this.audience, text);
  }

  all(texts: readonly Message[]): string[] {
    return texts.map((text) => this.say(text));
  }

  text(key: MessageKey, params: MessageParams = {}): string {
    return this.say(message(key, params));
  }

  /** Day and time of day, as people at the site read it; a dash for none. */
  moment(at: Instant | null): string {
    return at === null ? '–' : this.text('cli.moment', { momentAt: at });
  }

  count(value: number): string {
    return value.toLocaleString(regionOf(this.audience.locale));
  }

  today(now: Instant): string {
    return dateIn(this.audience.zone, now);
  }
}

/** A value with hyphens as texts can select by it: a selector of the message syntax holds none. */
export const selector = (value: string): string => value.replaceAll('-', '_');

/** An instant as machines read it. */
export const iso = (at: Instant | null): string | null => (at === null ? null : toIso(at));

/** The language of the person at this terminal, for what is said before a store is open. */
export function localeOf(env: Readonly<Record<string, string | undefined>>): Locale {
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return named.toLowerCase().startsWith('es') ? 'es' : 'en';
}

import type { MessageKey } from '../../shared/messages/catalogue.ts';
import type { Locale } from '../../shared/messages/define.ts';
import { say, sayMessage, type Message, type MessageParams } from '../../shared/messages/say.ts';

/** The language that the terminal asks for. */
export function localeOf(env: Readonly<Record<string, string | undefined>>): Locale {
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return named.toLowerCase().startsWith('es') ? 'es' : 'en';
}

/** What a command says: words for people, or one line of JSON for programs. */
export class Output {
  readonly #locale: Locale;
  readonly json: boolean;

  constructor(locale: Locale, json: boolean) {
    this.#locale = locale;
    this.json = json;
  }

  /** A line for people; nothing where a program reads. */
  line(key: MessageKey, params: MessageParams = {}): void {
    if (!this.json) process.stdout.write(`${say(this.#locale, key, params)}\n`);
  }

  /** What goes on meanwhile, beside the answer. */
  note(text: Message): void {
    process.stderr.write(`${sayMessage(this.#locale, text)}\n`);
  }

  result(value: unknown): void {
    if (this.json) process.stdout.write(`${JSON.stringify(value)}\n`);
  }

  fault(text: Message): void {
    if (this.json) process.stdout.write(`${JSON.stringify({ error: { code: text.key, message: sayMessage(this.#locale, text) } })}\n`);
    else process.stderr.write(`central: ${sayMessage(this.#locale, text)}\n`);
  }
}

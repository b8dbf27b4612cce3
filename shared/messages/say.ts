import { IntlMessageFormat } from 'intl-messageformat';
import { catalogue, type MessageKey } from './catalogue.ts';
import type { Locale } from './define.ts';
import { regionOf } from './region.ts';

export type MessageParams = Readonly<Record<string, string | number>>;

/** A text by key with its values: what the domain answers with; the border turns it into words. */
export interface Message {
  readonly key: MessageKey;
  readonly params: MessageParams;
}

export const message = (key: MessageKey, params: MessageParams = {}): Message => ({ key, params });

const compiled = new Map<string, IntlMessageFormat>();

/** The words for a message in a language, with numbers and plurals by its rules. */
export function say(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  const id = `${locale} ${key}`;
  let format = compiled.get(id);
  if (!format) {
    format = new IntlMessageFormat(catalogue[locale][key], regionOf(locale));
    compiled.set(id, format);
  }
  try {
    return String(format.format({ ...params }));
  } catch {
    // A value is missing: the text as written says more to a person than a screen that stopped.
    return catalogue[locale][key];
  }
}

export const sayMessage = (locale: Locale, { key, params }: Message): string => say(locale, key, params);

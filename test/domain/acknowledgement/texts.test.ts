import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { acknowledgementMessages } from '../../../shared/messages/subjects/acknowledgement.ts';
import { metricsMessages } from '../../../shared/messages/subjects/metrics.ts';

/** Every name of a value in a parsed text, however deep it stands. */
function valuesOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(valuesOf);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'type' in node && typeof node.type === 'number' && node.type > 0 && 'value' in node && typeof node.value === 'string' ? [node.value] : [];
  return [...own, ...Object.entries(node).flatMap(([field, value]) => (field === 'location' || field === 'style' ? [] : valuesOf(value)))];
}

const texts = { en: { ...acknowledgementMessages.en, ...metricsMessages.en }, es: { ...acknowledgementMessages.es, ...metricsMessages.es } };
const valuesIn = (locale: 'en' | 'es', text: string): string[] => [...new Set(valuesOf(new IntlMessageFormat(text, locale).getAst()))].sort();

test('every text can be read in both languages and names the same values', () => {
  const spanish: Readonly<Record<string, string>> = texts.es;
  for (const [key, text] of Object.entries(texts.en)) {
    expect(valuesIn('es', spanish[key] ?? ''), key).toEqual(valuesIn('en', text));
  }
});

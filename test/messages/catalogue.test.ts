import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { catalogue } from '../../shared/messages/catalogue.ts';

test('every text is readable ICU syntax in every language', () => {
  const broken: string[] = [];
  for (const locale of ['en', 'es'] as const) {
    for (const [key, text] of Object.entries(catalogue[locale])) {
      try {
        new IntlMessageFormat(text, locale).getAst();
      } catch (error) {
        broken.push(`${locale} ${key}: ${String(error)}`);
      }
    }
  }
  expect(broken).toEqual([]);
});

test('a pallet is a tarima, as docks in the United States and Mexico say', () => {
  expect(Object.entries(catalogue.es).filter(([, text]) => /\bpal[eé]s?(?!\p{L})/iu.test(text))).toEqual([]);
});

test('one work has one name in Spanish: recoger, empacar, embarcar, on the mesa de envíos', () => {
  // An expediente is a file of papers; to ship is embarcar and never expedir.
  const others = Object.entries(catalogue.es).filter(([, text]) => /empaquet|expedi(?!ente)|lista de preparación/i.test(text));
  expect(others).toEqual([]);
});

import fc from 'fast-check';
import type { LogisticsLabel } from '../../shared/documents/papers.ts';
import type { CalendarDate } from '../../shared/lib/time.ts';
import { buildSscc } from '../../shared/lib/sscc.ts';
import { palletLabel } from './samples.ts';

/** Texts as foreign documents have them: any characters, command characters often, from nothing to far too long. */
export const foreignText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom('^XZ', '~JR', '^FS', '_5E', '_', '^', '~', '>', '\\&', 'ñ', '½″', '日本', ' ', '\n', '\u0000', 'Mug', 'Grinder,'), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.constantFrom('', ' ', 'W'.repeat(400), 'many words '.repeat(80)),
);

const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { nil: null });

const address = fc.record({ name: foreignText, lines: fc.array(foreignText, { maxLength: 8 }) });

const sscc = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 999_999_999 })).map(([extension, serial]) => {
  const built = buildSscc(extension, '0614141', serial);
  if (!built.ok) throw new Error(built.reason);
  return built.sscc;
});

/** Any label that the types allow, the texts as bad as they come. */
export const anyLabel: fc.Arbitrary<LogisticsLabel> = fc.record({
  kind: fc.constantFrom('pallet', 'carton'),
  sscc,
  shipFrom: address,
  shipTo: address,
  pos: fc.oneof(fc.array(foreignText, { maxLength: 3 }), fc.array(fc.stringMatching(/^[0-9A-Z]{8,22}$/), { minLength: 1, maxLength: 30 })),
  hpo: fc.boolean(),
  carrier: maybe(foreignText),
  pro: maybe(foreignText),
  bol: maybe(foreignText),
  arn: maybe(foreignText),
  product: maybe(fc.record({ vendorSku: maybe(foreignText), asin: maybe(foreignText), gtin: maybe(foreignText), title: foreignText })),
  lots: fc.array(fc.record({ lot: maybe(foreignText), expiry: maybe(fc.constantFrom('2026-09-30', '2027-02-28').map((text) => text as CalendarDate)) }), { maxLength: 3 }),
  items: fc.array(fc.record({ vendorSku: maybe(foreignText), gtin: maybe(foreignText), asin: maybe(foreignText), eaches: fc.integer({ min: 0, max: 1_000_000 }) }), { maxLength: 12 }),
  eaches: fc.integer({ min: 0, max: 10_000_000 }),
  cartons: fc.integer({ min: 0, max: 100_000 }),
  position: maybe(fc.record({ index: fc.integer({ min: 1, max: 9_999 }), of: fc.integer({ min: 1, max: 9_999 }) })),
  weightGrams: maybe(fc.integer({ min: 0, max: 100_000_000 })),
  reprint: fc.boolean(),
  printedAt: fc.constant(palletLabel.printedAt),
  zone: fc.constant(palletLabel.zone),
  locale: fc.constantFrom('en', 'es'),
});

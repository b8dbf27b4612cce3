import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILE_BYTES_MAX, readOrders } from '../../shared/documents/read-file.ts';
import { say } from '../../shared/messages/say.ts';
import { catalogue, type MessageKey } from '../../shared/messages/catalogue.ts';
import { allProblems, bytesOf, expectWords, only, OPTIONS, readFixture, textOf, utf8 } from './fixtures.ts';

const FIXTURES = ['published', 'synthetic'].flatMap((folder) =>
  readdirSync(new URL(`../fixtures/documents/${folder}/`, import.meta.url)).map((name) => `${folder}/${name}`),
);

const isKey = (code: string): code is MessageKey => code in catalogue.en;

describe('the format', () => {
  it('is decided by content, never by name', () => {
    const json = bytesOf('synthetic/sp-api-rush-and-others.json');
    const x12 = bytesOf('synthetic/850-rush-grinders.edi');
    expect(readOrders(json, 'order.edi', OPTIONS).format).toBe('sp-api');
    expect(readOrders(x12, '../../etc/passwd.json', OPTIONS).format).toBe('x12-850');
    expect(readFixture('synthetic/860-cancel.edi').format).toBe('x12-860');
  });

  it.each([
    ['%PDF-1.7 ...', 'pdf'],
    ['PK\u0003\u0004rest', 'zip'],
    ['<?xml version="1.0"?><Order/>', 'xml'],
    ['<!DOCTYPE html><html>', 'html'],
    ["UNA:+.? 'UNB+UNOC:3+A+B'", 'edifact'],
    ['PO,Vendor code,Order date\n1,2,3', 'table'],
    ['Dear vendor, please ship.', 'table'],
    ['Please ship soon', 'text'],
    ['abc\u0000\u0001', 'binary'],
  ])('%j is named as %s', (text, found) => {
    const reading = readOrders(utf8(text), 'mail.txt', OPTIONS);
    expect(reading).toMatchObject({ format: 'unknown', orders: [], problem: { code: 'documents.file.unknown', params: { found }, place: 'mail.txt' } });
  });

  it('an empty file and one that is too large are refused', () => {
    expect(readOrders(new Uint8Array(), 'a', OPTIONS).problem?.code).toBe('documents.file.empty');
    expect(readOrders(utf8(' \r\n'), 'a', OPTIONS).problem?.code).toBe('documents.file.empty');
    expect(readOrders(new Uint8Array(FILE_BYTES_MAX + 1), 'a', OPTIONS).problem).toMatchObject({
      code: 'documents.file.too-large',
      params: { size: 65, most: 64 },
    });
  });
});

describe('hostile content', () => {
  /** Answers, and every problem in the answer has a place and words with all its values in both languages. */
  const answers = (bytes: Uint8Array): void => {
    const reading = readOrders(bytes, 'hostile', OPTIONS);
    if (reading.problem) expect(reading.orders).toEqual([]);
    for (const found of allProblems(reading)) {
      expectWords(found);
      if (!isKey(found.code)) throw new Error(found.code);
      for (const locale of ['en', 'es'] as const) expect(say(locale, found.code, found.params)).toContain(found.place);
    }
    for (const each of reading.orders) {
      if (!each.ok) continue;
      const numbers = each.order.lines.map((line) => line.line);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const line of each.order.lines) expect(Number.isSafeInteger(line.quantity) && line.quantity >= 0).toBe(true);
    }
  };

  it('property: any bytes get an answer', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), answers), { numRuns: 500 });
  });

  it('property: any bytes behind a beginning that a reader takes get an answer', () => {
    const starts = ['ISA*', 'ISA~', textOf('synthetic/850-rush-grinders.edi').slice(0, 200), '{"orders":[', '[{"purchaseOrderNumber":', 'ST*850*'];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => answers(new Uint8Array([...utf8(start), ...rest]))),
      { numRuns: 500 },
    );
  });

  it('property: every fixture, with bytes changed, cut out, doubled or swapped, gets an answer', () => {
    const mutation = fc.record({
      name: fc.constantFrom(...FIXTURES),
      edits: fc.array(fc.record({ kind: fc.constantFrom('change', 'cut', 'double', 'insert'), at: fc.nat(), length: fc.integer({ min: 1, max: 60 }), byte: fc.integer({ min: 0, max: 255 }) }), { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(mutation, ({ name, edits }) => {
        let bytes = [...bytesOf(name)];
        for (const { kind, at, length, byte } of edits) {
          const from = at % (bytes.length + 1);
          const piece = bytes.slice(from, from + length);
          const put = kind === 'change' ? [byte] : kind === 'double' ? [...piece, ...piece] : kind === 'insert' ? [byte, ...piece] : [];
          bytes = [...bytes.slice(0, from), ...put, ...bytes.slice(from + (kind === 'change' ? 1 : length))];
        }
        answers(Uint8Array.from(bytes));
      }),
      { numRuns: 1_000 },
    );
  });

  it('property: any JSON in the place of an order or of a field of it gets an answer', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => answers(utf8(JSON.stringify({ orders: [value] })))));
    const [order] = JSON.parse(textOf('synthetic/sp-api-one-broken.json')).orders;
    const fields = ['purchaseOrderState', 'purchaseOrderDate', 'shipWindow', 'items', 'shipToParty', 'importDetails', 'purchaseOrderNumber'];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        answers(utf8(JSON.stringify({ ...order, [field]: value, orderDetails: { ...order.orderDetails, [field]: value } })));
        answers(utf8(JSON.stringify({ ...order, orderDetails: { items: [{ ...order.orderDetails.items[0], orderedQuantity: value, netCost: value }] } })));
      }),
      { numRuns: 300 },
    );
  });

  // Time that grew with the square of a run would take hours here: the runner's own limit ends it.
  it('long runs of one character come to an end', () => {
    const start = textOf('synthetic/850-rush-grinders.edi');
    for (const each of [' ', '\n', '~', '*', '"', '[', '0', 'IEA ', '\n ISA']) {
      answers(utf8(start.slice(0, 107) + 'IEA'.concat(each.repeat(500_000))));
      answers(utf8(`{"a":${each.repeat(500_000)}`));
      answers(utf8(each.repeat(500_000)));
    }
  });

  it('a thousand warnings are one warning', () => {
    const lines = Array.from({ length: 1_000 }, (_each, index) => `PO1*${index + 1}*1*EA*1*PE*UP*036000291453~`).join('');
    const text = textOf('synthetic/850-rush-grinders.edi').replace(/PO1\*[^~]*~CTT\*1\*1000~/, lines).replace('SE*12*', 'SE*1010*');
    const { warnings } = only(readOrders(utf8(text), 'f', OPTIONS));
    expect(warnings).toHaveLength(51);
    expect(warnings.at(-1)).toMatchObject({ code: 'documents.order.more-warnings', params: { count: 950 } });
  });
});

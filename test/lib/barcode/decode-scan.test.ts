import { describe, expect, it } from 'vitest';
import { decodeScan } from '../../../shared/lib/barcode/decode-scan.ts';
import { badgeCode, commandCode, locationCode, orderPaperCode, paperCode, quantityCode, toteCode } from '../../../shared/lib/barcode/house-code.ts';
import { commandNames, paperKinds } from '../../../shared/lib/barcode/scanned-code.ts';
import { instant, later } from '../../../shared/lib/time.ts';

const GS = '\u001d';
const gtin14 = '09506000134352';
const sscc = '006141411234567890';

describe('plain numbers', () => {
  it.each([
    [sscc, { kind: 'sscc', sscc }],
    [`00${sscc}`, { kind: 'sscc', sscc }],
    ['0 0614141 123456789 0', { kind: 'sscc', sscc }],
    [`${sscc}\r\n`, { kind: 'sscc', sscc, text: sscc }],
    ['614141000036', { kind: 'gtin', gtin14: '00614141000036', isItem: true }],
    ['9506000134352', { kind: 'gtin', gtin14 }],
    [gtin14, { kind: 'gtin', gtin14 }],
    ['96385074', { kind: 'gtin', gtin14: '00000096385074', alternative: null }],
    ['04252614', { kind: 'gtin', gtin14: '00042100005264' }],
    [']E09506000134352', { kind: 'gtin', gtin14, text: '9506000134352' }],
    [']E3950600013435212', { kind: 'gtin', gtin14 }],
    [']E496385074', { kind: 'gtin', gtin14: '00000096385074' }],
    [']E0614141000036', { kind: 'gtin', gtin14: '00614141000036' }],
    [']E004252614', { kind: 'gtin', gtin14: '00042100005264' }],
    [']I109506000134352', { kind: 'gtin', gtin14 }],
    [']C0GRD-CER-01', { kind: 'text', text: 'GRD-CER-01' }],
  ])('%s', (raw, expected) => {
    expect(decodeScan(raw)).toMatchObject(expected);
  });

  it('keeps the UPC-E reading of eight digits that are right both ways', () => {
    const both = Array.from({ length: 2_000_000 }, (_, index) => String(index).padStart(8, '0')).find((digits) => {
      const code = decodeScan(digits);
      return code.kind === 'gtin' && code.alternative !== null;
    });
    const code = decodeScan(both ?? '');
    expect(code).toMatchObject({ kind: 'gtin', gtin14: (both ?? '').padStart(14, '0') });
    expect(code.kind === 'gtin' ? code.alternative : null).toMatch(/^00\d{12}$/);
  });

  it.each([
    ['123456789012345670', { expected: 5, found: 0 }],
    ['00123456789012345670', { expected: 5, found: 0 }],
    ['614141000037', { expected: 6, found: 7 }],
    ['0109506000134353', { expected: 2, found: 3 }],
  ])('%s has a wrong check digit, but may still be somebody’s text', (raw, digits) => {
    expect(decodeScan(raw)).toMatchObject({ kind: 'invalid', reason: 'check-digit', params: digits, mayBeText: true, text: raw });
  });

  it('an EAN symbol with a wrong digit is no text', () => {
    expect(decodeScan(']E09506000134353')).toMatchObject({ kind: 'invalid', reason: 'check-digit', mayBeText: false });
  });

  // It threw: the fuzz found it.
  it('an EAN symbol whose digits come with blanks is read by its digits', () => {
    expect(decodeScan(']E09506 000 134352')).toMatchObject({ kind: 'gtin', gtin14 });
    expect(decodeScan(']E47403 763')).toMatchObject({ kind: 'invalid', reason: 'incomplete', params: { found: 7, needed: 8 } });
    expect(decodeScan(']E47403 7630')).toMatchObject({ kind: 'invalid', reason: 'check-digit' });
  });

  it.each(['1', '12345', '4711', '1234567890', '123456789012345', '1127123115271231'])('%s is a text', (raw) => {
    expect(decodeScan(raw)).toEqual({ kind: 'text', text: raw });
  });
});

describe('element strings', () => {
  const full = { kind: 'gtin', gtin14, data: { lot: 'ABC', expiry: '2027-12-31', count: null } };

  it.each([
    [`]C101${gtin14}1727123110ABC`],
    [`]d201${gtin14}10ABC${GS}17271231`],
    [`]Q301${gtin14}10ABC<GS>17271231`],
    [`]e010ABC{GS}01${gtin14}17271231`],
    [`]J117271231${GS}10ABC${GS}01${gtin14}${GS}`],
    [`${GS}01${gtin14}17271231${GS}10ABC`],
    [`<FNC1>01${gtin14}1727123110ABC`],
    [`\u00e801${gtin14}1727123110ABC`],
    [`]C1${GS}01${gtin14}10ABC\u241d17271231\r`],
    [`01${gtin14}1727123110ABC`],
    [`1727123101${gtin14}10ABC`],
    [`(01)${gtin14}(10)ABC(17)271231`],
    [`(17) 271231 (10) ABC (01) 0 95060 00134 35 2`],
    [`https://example.com/01/${gtin14}/10/ABC?17=271231`],
    [`https://id.gs1.org/some/path/01/9506000134352/10/ABC?17=271231&utm=x#top`],
  ])('%j', (raw) => {
    expect(decodeScan(raw, 2026)).toMatchObject(full);
  });

  it('reads what a pallet label says', () => {
    expect(decodeScan(`]C100${sscc}02${gtin14}3724${GS}400PO4711${GS}3102012345`)).toMatchObject({
      kind: 'sscc',
      sscc,
      data: { content: gtin14, count: 24, customerOrder: 'PO4711', measures: [{ kind: 'net-weight', amount: '123.45', unit: 'kg' }] },
    });
    expect(decodeScan(`]C102${gtin14}3724`)).toMatchObject({ kind: 'gtin', isItem: false, data: { count: 24 } });
    expect(decodeScan(']C1400PO4711')).toMatchObject({ kind: 'attributes', data: { customerOrder: 'PO4711' } });
    expect(decodeScan(`https://id.gs1.org/00/${sscc}`)).toMatchObject({ kind: 'sscc', sscc });
    expect(decodeScan(`https://id.gs1.org/01/${gtin14}/21/a%2Fb`)).toMatchObject({ data: { serial: 'a/b' } });
  });

  it.each([
    ['271231', 2026, '2027-12-31'],
    ['270200', 2026, '2027-02-28'],
    ['280200', 2026, '2028-02-29'],
    ['270400', 2026, '2027-04-30'],
    ['760101', 2026, '2076-01-01'],
    ['770101', 2026, '1977-01-01'],
    ['000101', 2060, '2100-01-01'],
    ['110101', 2060, '2011-01-01'],
    ['100101', 2060, '2110-01-01'],
  ])('the date %s read in %i is %s', (yymmdd, year, expected) => {
    expect(decodeScan(`]d201${gtin14}17${yymmdd}`, year)).toMatchObject({ data: { expiry: expected } });
  });

  it('reads date with time, and prefers the whole day of AI 17', () => {
    expect(decodeScan(`]d201${gtin14}70032712311830`)).toMatchObject({ data: { expiry: '2027-12-31' } });
    expect(decodeScan(`]d201${gtin14}800827123118`)).toMatchObject({ data: { produced: '2027-12-31' } });
  });

  it.each([
    [']C1', 'incomplete', {}],
    [`]C101${gtin14.slice(0, 9)}`, 'incomplete', { ai: '01', found: 9, needed: 14 }],
    [`]C101${gtin14}4`, 'incomplete', { ai: '4' }],
    [`]C101${gtin14}10`, 'incomplete', { ai: '10', found: 0, needed: 1 }],
    [`]C101${gtin14}0512`, 'unknown-ai', { ai: '0512' }],
    [`]C101${gtin14}ABC`, 'not-elements', { at: 16 }],
    [`]C10109506000134353`, 'check-digit', { ai: '01', expected: 2, found: 3 }],
    [`]C101${gtin14}17271331`, 'bad-date', { ai: '17', value: '271331' }],
    [`]C101${gtin14}17270230`, 'bad-date', { ai: '17', value: '270230' }],
    [`]C101${gtin14}70032712002400`, 'bad-date', { ai: '7003' }],
    [`]C101${gtin14}70032712312400`, 'bad-time', { ai: '7003' }],
    [`]C101${gtin14}10${'A'.repeat(21)}`, 'value-too-long', { ai: '10', found: 21, max: 20 }],
    [`]C101${gtin14}10A^B`, 'bad-characters', { ai: '10' }],
    [`]C101${gtin14}37AB`, 'bad-characters', { ai: '37' }],
    [`]C101${gtin14}10A${GS}10B`, 'contradiction', { ai: '10' }],
    ['(9999)A', 'unknown-ai', { ai: '9999' }],
    [`(01)${gtin14}(x)A`, 'not-elements', { at: 18 }],
    [`(01)${gtin14}(10)`, 'incomplete', { ai: '10' }],
    ['https://id.gs1.org/01/09506000134353', 'check-digit', { expected: 2 }],
  ])('%j is refused: %s', (raw, reason, params) => {
    expect(decodeScan(raw)).toMatchObject({ kind: 'invalid', reason, params, mayBeText: false });
  });

  it('an unmarked number that goes wrong behind a good GTIN says so, yet may be a text', () => {
    expect(decodeScan(`01${gtin14}17271331`)).toMatchObject({ kind: 'invalid', reason: 'bad-date', mayBeText: true });
  });

  it.each(['https://example.com/', 'https://example.com/about/01', 'https://example.com/p?x=1'])('%s is a text or incomplete', (raw) => {
    expect(['text', 'invalid']).toContain(decodeScan(raw).kind);
  });
});

describe('names', () => {
  it.each([
    ['B07XJ8C8F5', { kind: 'asin', asin: 'B07XJ8C8F5' }],
    ['b07xj8c8f5', { kind: 'asin', asin: 'B07XJ8C8F5' }],
    ['080442957X', { kind: 'asin', asin: '080442957X' }],
    ['0306406152', { kind: 'asin', asin: '0306406152' }],
    ['0306406153', { kind: 'text' }],
    ['X001ABCDEF', { kind: 'fnsku', fnsku: 'X001ABCDEF' }],
    ['AMZNCC0012345678', { kind: 'amazonCarton', carton: 'AMZNCC0012345678' }],
    ['A-01-02', { kind: 'location', location: 'A-01-02', certain: false }],
    ['b12-3-04-1', { kind: 'location', location: 'B12-3-04-1', certain: false }],
    ['GRD-CER-01', { kind: 'text', text: 'GRD-CER-01' }],
    ['4G3XN2YQ', { kind: 'text' }],
    ['日本語', { kind: 'text' }],
  ])('%s', (raw, expected) => {
    expect(decodeScan(raw)).toMatchObject(expected);
  });

  it('reads back every code we print, in any case', () => {
    for (const command of commandNames) {
      expect(decodeScan(commandCode(command))).toMatchObject({ kind: 'command', command });
      expect(decodeScan(commandCode(command).toUpperCase())).toMatchObject({ kind: 'command', command });
    }
    expect(decodeScan(quantityCode(24))).toMatchObject({ kind: 'quantity', quantity: 24 });
    expect(decodeScan(badgeCode('S-0042'))).toMatchObject({ kind: 'badge', badge: 'S-0042' });
    expect(decodeScan(toteCode('T-001').toLowerCase())).toMatchObject({ kind: 'tote', tote: 'T-001' });
    expect(decodeScan(locationCode('dock 1'))).toMatchObject({ kind: 'location', location: 'DOCK 1', certain: true });
    expect(decodeScan(orderPaperCode('4G3XN2YQ', 3))).toMatchObject({ kind: 'orderPaper', po: '4G3XN2YQ', revision: 3 });
    expect(decodeScan(orderPaperCode('PO:1', 12))).toMatchObject({ kind: 'orderPaper', po: 'PO:1', revision: 12 });
    for (const paper of paperKinds) {
      for (const printedAt of [Date.UTC(2025, 0, 1), Date.UTC(2083, 11, 31, 23, 59)].map(instant)) {
        const expected = { kind: 'printedPaper', paper, subject: 'SH:000001-AB12', printedAt, mark: '0Z9A' };
        expect(decodeScan(paperCode(paper, 'SH:000001-AB12', later(printedAt, 59_999), '0Z9A'))).toMatchObject(expected);
        expect(decodeScan(paperCode(paper, 'SH:000001-AB12', printedAt, '0Z9A').toLowerCase())).toMatchObject(expected);
      }
    }
  });

  it.each([
    ['HD:CMD:explode', 'unknown-command'],
    ['HD:NEW:1', 'unknown-command'],
    ['HD:TOTE:A/B', 'unknown-command'],
    [`HD:TOTE:${'A'.repeat(21)}`, 'unknown-command'],
    ['HD:PO:4711', 'unknown-command'],
    ['HD:PK:4711', 'unknown-command'],
    ['HD:PM:006141410000000012:0Z9A', 'unknown-command'],
    ['HD:QTY:0', 'bad-quantity'],
    ['HD:QTY:-3', 'bad-quantity'],
    ['HD:QTY:1e5', 'bad-quantity'],
    ['', 'empty'],
    [' \r\n', 'empty'],
    ['x'.repeat(601), 'too-long'],
    ['AB\u0000C', 'control-characters'],
    ['[)>\u001e06\u001dP123', 'control-characters'],
  ])('%j is refused: %s', (raw, reason) => {
    expect(decodeScan(raw)).toMatchObject({ kind: 'invalid', reason, mayBeText: false });
  });
});

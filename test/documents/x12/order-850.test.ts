import { describe, expect, it } from 'vitest';
import { codesOf, only, read, readFixture, refusal, textOf } from '../fixtures.ts';

const GRINDERS = textOf('synthetic/850-rush-grinders.edi');
const with1 = (from: string, to: string): string => {
  expect(GRINDERS).toContain(from);
  return GRINDERS.replace(from, to);
};

describe('an Amazon retail 850', () => {
  it('is read as the real one says', () => {
    const order = only(readFixture('published/850-amazon-retail-01-real-1line.edi'));
    expect(order).toMatchObject({
      po: '1PCPDX1U',
      channel: 'vendor',
      orderType: 'NE',
      rush: false,
      documentState: 'open',
      orderDate: '2022-01-31',
      window: { kind: 'unstated', start: '2022-01-31', end: '2022-02-04' },
      vendorCode: 'HOUBX',
      freightTerm: null,
      partial: false,
      warnings: [],
    });
    expect(order.shipTo?.id).toBe('8018154');
    expect(order.lines).toMatchObject([
      { line: '1', gtin: '040071156251', unit: 'eaches', unitSize: 1, quantity: 72, cost: '24.53', currency: null, backOrderAllowed: true, place: 'segment 10 PO1' },
    ]);
  });

  it('is rush only when BEG02 is RO', () => {
    expect(only(readFixture('synthetic/850-rush-spec-L8266355.edi'))).toMatchObject({ po: 'L8266355', rush: true, orderType: 'RO' });
    for (const type of ['NE', 'CN', 'NP', 'SA', 'KN', 'OS', '']) {
      expect(only(read(with1('BEG*00*RO*', `BEG*00*${type}*`))).rush).toBe(false);
    }
  });

  it('gives the ids, the note, the freight term and the window of a rush order', () => {
    const order = only(read(GRINDERS));
    expect(order).toMatchObject({ rush: true, freightTerm: 'collect', notes: ['EXPEDITE FOR CUSTOMER BACKORDERS'], shipTo: { id: 'PHX3' } });
    expect(order.lines[0]).toMatchObject({ asin: 'B0CERGRND1', gtin: '036000291452', vendorSku: 'CG-200', buyerPart: null, quantity: 1000 });
  });

  it('has the number that people see: what is invisible in it is left out with a warning', () => {
    const found = only(read(with1('*7HGRINDR*', '*7HG\u202eRIN\u200bDR*')));
    expect(found.po).toBe('7HGRINDR');
    expect(codesOf(found)).toContain('documents.order.po-invisible');
  });

  it('is cancelled when every line is at zero or BEG01 says so', () => {
    expect(only(readFixture('synthetic/850-rush-grinders-cancelled.edi')).documentState).toBe('cancelled');
    expect(only(read(with1('BEG*00*', 'BEG*01*'))).documentState).toBe('cancelled');
  });

  it('counts in cases without a size where the document has none, and takes no retail price for a cost', () => {
    const order = only(readFixture('synthetic/850-cases-without-pack.edi'));
    expect(order.lines).toMatchObject([
      { unit: 'cases', unitSize: null, quantity: 12, cost: '220.80', gtin: '10036000291459' },
      { unit: 'cases', unitSize: null, quantity: 4, cost: null, vendorSku: 'CG-100', gtin: '4006381333931' },
    ]);
    expect(codesOf(order)).toEqual(['documents.x12.retail-price']);
  });
});

describe('ids of a line', () => {
  const ids = (pairs: string) => only(read(with1('BP*B0CERGRND1*UP*036000291452*VN*CG-200', pairs))).lines[0];

  it('are found in any order of qualifiers', () => {
    expect(ids('VN*CG-200*IN*564026389*UK*10036000291459*CB*065322-117')).toMatchObject({
      asin: null,
      vendorSku: 'CG-200',
      gtin: '10036000291459',
      buyerPart: '564026389',
    });
    expect(ids('UA*036000291452*VP*V-1*BP*B0CERGRND1*SK*S-1')).toMatchObject({ asin: 'B0CERGRND1', vendorSku: 'V-1', gtin: '036000291452', buyerPart: null });
  });

  it('take a BP that is no ASIN as the buyer’s part and an ISBN-10 as the ASIN', () => {
    expect(ids('BP*A_QU001-BLK')).toMatchObject({ asin: null, buyerPart: 'A_QU001-BLK' });
    expect(ids('IB*0306406152')).toMatchObject({ asin: '0306406152', gtin: null });
    expect(ids('IB*9780306406157')).toMatchObject({ asin: null, gtin: '9780306406157' });
  });

  it('leave a qualifier without value aside', () => {
    expect(only(readFixture('published/850-ediengine-02-syntax-notes-ERR.edi')).lines[0]).toMatchObject({ vendorSku: 'AB3542', buyerPart: null });
  });

  it('warn of a wrong check digit, of no id and of no GTIN length, and give lost zeros back', () => {
    expect(codesOf(only(read(with1('036000291452', '036000291453'))))).toEqual(['documents.order.gtin-check-digit']);
    expect(codesOf(only(read(with1('036000291452', '12345'))))).toEqual(['documents.order.bad-gtin']);
    expect(only(read(with1('036000291452', '36000291452'))).lines[0]?.gtin).toBe('036000291452');
    expect(codesOf(only(read(with1('*BP*B0CERGRND1*UP*036000291452*VN*CG-200', ''))))).toEqual(['documents.order.line-without-product']);
  });
});

describe('units and quantities', () => {
  it.each(['UN', 'PC', 'EA'])('%s is eaches', (unit) => {
    expect(only(read(with1('*1000*EA*', `*1000*${unit}*`))).lines[0]?.unit).toBe('eaches');
  });

  it('an unknown unit refuses the order, naming unit and place', () => {
    expect(refusal(readFixture('published/850-edinet-02-multi-n1.edi'))).toMatchObject({
      code: 'documents.x12.unknown-unit',
      params: { unit: 'YD' },
      place: 'segment 25 PO1',
    });
    expect(refusal(read(with1('*1000*EA*', '*1000**'))).code).toBe('documents.x12.unit-missing');
  });

  it.each(['-5', '2.5', 'ten', '1e3', '99999999999', '٣'])('quantity %s refuses the order', (quantity) => {
    expect(refusal(read(with1('PO1*1*1000*', `PO1*1*${quantity}*`)))).toMatchObject({ code: 'documents.order.bad-quantity', place: 'segment 12 PO1' });
  });

  it('reads 72.0 and a quantity that is missing is named', () => {
    expect(only(read(with1('PO1*1*1000*', 'PO1*1*72.0*'))).lines[0]?.quantity).toBe(72);
    expect(refusal(read(with1('PO1*1*1000*', 'PO1*1**'))).code).toBe('documents.order.quantity-missing');
  });

  it('reads PO4 as the case size of cases only', () => {
    expect(only(readFixture('published/850-buysnacks-01.edi')).lines[0]).toMatchObject({ unit: 'cases', unitSize: 48, title: 'CRUNCHY CHIPS LSS' });
    expect(only(readFixture('published/850-xyz-retail-01-vics.edi')).lines[0]).toMatchObject({ unit: 'eaches', unitSize: 1 });
  });

  it('numbers lines without number by position', () => {
    const order = only(readFixture('published/850-buysnacks-01.edi'));
    expect(order.lines.map((line) => line.line)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('refuses a repeated line number with both places', () => {
    const twice = with1('CTT*1*1000', 'PO1*1*5*EA*1*PE*VN*X~CTT*2*1005');
    expect(refusal(read(twice))).toMatchObject({ code: 'documents.order.repeated-line', place: 'segment 13 PO1', params: { earlier: 'segment 12 PO1' } });
  });

  it('reads a price without leading zero', () => {
    expect(only(read(with1('*18.40*', '*.40*'))).lines[0]?.cost).toBe('0.40');
    expect(codesOf(only(read(with1('*18.40*', '*cheap*'))))).toEqual(['documents.order.bad-price']);
  });
});

describe('windows', () => {
  const window = (dates: string) => only(read(with1('DTM*064*20260914~DTM*063*20260917~', dates))).window;

  it('prefer ship dates to delivery dates', () => {
    expect(only(readFixture('published/850-walmart-01-rdc.edi')).window).toEqual({ kind: 'ship', start: '2022-02-01', end: '2022-02-03' });
  });

  it('take single requested days', () => {
    expect(window('DTM*010*20260915~')).toEqual({ kind: 'ship', start: null, end: '2026-09-15' });
    expect(window('DTM*002*20260916~DTM*002*20260915~')).toEqual({ kind: 'delivery', start: null, end: '2026-09-15' });
  });

  it('end with the cancel date when that is earlier', () => {
    expect(window('DTM*064*20260914~DTM*063*20260917~DTM*001*20260916~')).toEqual({ kind: 'unstated', start: '2026-09-14', end: '2026-09-16' });
    expect(window('DTM*001*20260916~')).toEqual({ kind: 'unstated', start: null, end: '2026-09-16' });
    expect(window('DTM*038*20260915~DTM*001*20260916~').end).toBe('2026-09-15');
  });

  it('leave out dates that do not exist and a start behind the end, saying so', () => {
    const impossible = only(read(with1('DTM*063*20260917', 'DTM*063*20260931')));
    expect(impossible.window.end).toBeNull();
    expect(codesOf(impossible)).toEqual(['documents.order.bad-date']);
    const reversed = only(read(with1('DTM*064*20260914', 'DTM*064*20261014')));
    expect(reversed.window).toEqual({ kind: 'unstated', start: null, end: '2026-09-17' });
    expect(codesOf(reversed)).toEqual(['documents.order.window-reversed']);
  });
});

describe('parties and notes', () => {
  it('reads N1 loops with address and the notes of N9 and MTX', () => {
    const order = only(readFixture('published/850-walmart-01-rdc.edi'));
    expect(order.buyer).toEqual({
      id: '0078742085470',
      name: 'REGIONAL DISTRIBUTION CENTER 7853',
      addressLines: ['5100 N RIDGE TRL'],
      city: 'DAVENPORT',
      region: 'FL',
      postalCode: '33897',
      country: 'US',
    });
    expect(order.notes).toEqual(['SPECIAL INSTRUCTIONS', 'NO PRETICKET']);
    expect(order.lines[0]?.currency).toBe('USD');
    expect(only(readFixture('published/850-xyz-retail-01-vics.edi')).notes).toEqual(['PALLETIZE SHIPMENT', 'REGULAR']);
  });

  it('reads bill-to and ship-to each with its own address', () => {
    const order = only(readFixture('published/850-buysnacks-01.edi'));
    expect([order.billTo?.city, order.shipTo?.city]).toEqual(['TEMPLE', 'ATHENS']);
  });
});

describe('an order without lines or number', () => {
  it('is refused', () => {
    expect(refusal(read(GRINDERS.replace(/PO1\*[^~]*~/, ''))).code).toBe('documents.order.no-lines');
    expect(refusal(read(with1('7HGRINDR', ''))).code).toBe('documents.order.po-missing');
    expect(refusal(read(GRINDERS.replace(/BEG\*[^~]*~/, ''))).code).toBe('documents.x12.segment-missing');
  });
});

describe('an 860', () => {
  it('is partial: only what changed; a deleted line is at zero and never makes the order cancelled', () => {
    const reading = readFixture('synthetic/860-change.edi');
    expect(reading.format).toBe('x12-860');
    const order = only(reading);
    expect(order).toMatchObject({ po: '7HGRINDR', rush: true, partial: true, documentState: 'open', orderDate: '2026-09-14' });
    expect(order.lines).toMatchObject([
      { line: '1', quantity: 1200, unit: 'eaches', asin: 'B0CERGRND1', cost: '18.40' },
      { line: '2', quantity: 0, vendorSku: 'CG-100' },
    ]);
    const onlyDeleted = textOf('synthetic/860-change.edi').replace(/POC\*1[^~]*~/, '');
    expect(only(read(onlyDeleted))).toMatchObject({ partial: true, documentState: 'open' });
  });

  it('cancels with BCH01 01 and needs no lines for it', () => {
    expect(only(readFixture('synthetic/860-cancel.edi'))).toMatchObject({ documentState: 'cancelled', partial: true, lines: [] });
  });

  it('replaces with BCH01 05: then it is the whole order', () => {
    const replaced = textOf('synthetic/860-change.edi').replace('BCH*04*', 'BCH*05*');
    expect(only(read(replaced)).partial).toBe(false);
    const emptied = replaced.replace('QI*1200', 'DI*1200');
    expect(only(read(emptied))).toMatchObject({ partial: false, documentState: 'cancelled' });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemMasterRow } from '../../../shared/documents/csv/item-master.ts';
import { filledBins } from '../../../shared/domain/picking/bins.ts';
import { decideProductImport, decideProductPut } from '../../../shared/domain/stock/decide-product.ts';
import { decideStockImport, decideStockSet } from '../../../shared/domain/stock/decide-stock.ts';
import { freeStock } from '../../../shared/domain/stock/free-stock.ts';
import { matchProduct } from '../../../shared/domain/stock/match-product.ts';
import { sku } from '../../../shared/lib/ids.ts';
import { sayMessage } from '../../../shared/messages/say.ts';
import { Floor, orderDocument, productOf, refusalOf } from '../../support/domain.ts';

const nothing = { vendorSku: null, asin: null, gtin: null, buyerPart: null };
const UPC = '036000291452';

describe('matching a product', () => {
  const floor = new Floor();
  floor.product('MUG', { asin: 'B000000001', gtinEach: `00${UPC}` });
  floor.product('BOX', { asin: 'B000000002', gtinCase: '10036000291459' });
  floor.product('TWIN-1', { asin: 'B000000003' });
  floor.product('TWIN-2', { asin: 'B000000003' });
  const match = (ids: Partial<typeof nothing> | Readonly<Record<string, string>>): string | undefined => matchProduct(floor.world, { ...nothing, ...ids })?.sku;

  test('asks vendor SKU, ASIN, GTIN of any length, and the buyer part, in that order', () => {
    expect(match({ vendorSku: ' MUG ', asin: 'B000000002' })).toBe('MUG');
    expect(match({ vendorSku: 'NONE', asin: 'B000000002' })).toBe('BOX');
    expect(match({ gtin: UPC })).toBe('MUG');
    expect(match({ gtin: `0${UPC}` })).toBe('MUG');
    expect(match({ gtin: '10036000291459' })).toBe('BOX');
    expect(match({ buyerPart: 'B000000001' })).toBe('MUG');
    expect(match({ buyerPart: 'BOX' })).toBe('BOX');
    expect(match({})).toBeUndefined();
  });

  test('what fits several products decides nothing', () => {
    expect(match({ asin: 'B000000003' })).toBeUndefined();
    expect(match({ asin: 'B000000003', gtin: UPC })).toBe('MUG');
  });
});

describe('a product', () => {
  test('is kept with GTINs of 14 digits, and completes the lines that meant it', () => {
    const floor = new Floor();
    floor.received(orderDocument('A', [{ gtin: UPC, unit: 'cases', quantity: 5 }, { asin: 'B000000009' }]));
    floor.received(orderDocument('ENDED', [{ gtin: UPC }]));
    floor.apply([{ kind: 'order.cancelled', body: { po: floor.order('ENDED').po, documentId: null, reason: 'x', by: 'person' } }]);
    expect(floor.order('A')).toMatchObject({ incompleteLines: 2, requested: 17 });
    floor.perform(decideProductPut(floor.world, { ...productOf('MUG'), gtinEach: UPC, caseSize: 8, asin: ' ', cost: '4.25', currency: null, location: ' a-01 ' }, floor.context('shipping')));
    expect(floor.world.get('product', { sku: sku('MUG') })).toMatchObject({ gtinEach: `00${UPC}`, asin: null, currency: 'USD', location: 'A-01' });
    expect(floor.order('A')).toMatchObject({ incompleteLines: 1, requested: 52, originalRequested: 52 });
    expect(floor.line('ENDED', '1').sku).toBeNull();
  });

  test('that says the same again is no operation', () => {
    const floor = new Floor();
    const decision = decideProductPut(floor.world, productOf('MUG', { gtinEach: UPC }), floor.context('shipping'));
    floor.perform(decision);
    const again = decideProductPut(floor.world, productOf('MUG', { gtinEach: UPC }), floor.context('shipping'));
    expect(again).toMatchObject({ ok: true, operations: [] });
  });

  test('with a mistyped, shapeless or taken GTIN is refused with what to do', () => {
    const floor = new Floor();
    floor.product('OTHER', { gtinCase: `00${UPC}` });
    const put = (fields: Parameters<typeof productOf>[1]) => refusalOf(decideProductPut(floor.world, productOf('MUG', fields), floor.context()));
    const mistyped = put({ gtinEach: '036000291453' });
    expect(mistyped).toMatchObject({ code: 'stock.refused.gtinCheckDigit', where: 'SKU MUG', params: { expected: 2, found: 3 }, hint: { key: 'stock.hint.gtinCheckDigit' } });
    expect(sayMessage('en', { key: mistyped.code, params: mistyped.params })).toBe('036000291453 (each) is mistyped: its last digit should be 2, not 3.');
    expect(put({ gtinCase: '12' }).code).toBe('stock.refused.gtinShape');
    expect(put({ gtinEach: UPC })).toMatchObject({ code: 'stock.refused.gtinTaken', params: { sku: 'OTHER' } });
    expect(put({ cost: '-1' }).code).toBe('stock.refused.cost');
    expect(put({ caseSize: 0 }).code).toBe('stock.refused.caseSize');
    expect(refusalOf(decideProductPut(floor.world, productOf('MUG'), floor.context('picker'))).code).toBe('staff.refused.notAllowed');
  });
});

describe('what a product needs before it ships', () => {
  const needs = (floor: Floor): unknown => floor.world.get('product', { sku: sku('MILK') })?.needs;

  test('days that must be left need the expiry itself; nothing needed is nothing kept', () => {
    const floor = new Floor();
    const put = (given: Parameters<typeof productOf>[1]): void => void floor.perform(decideProductPut(floor.world, productOf('MILK', given), floor.context()));
    put({ needs: { lot: true, expiry: false, serial: false, shelfLifeDays: 30 } });
    expect(needs(floor)).toEqual({ lot: true, expiry: true, serial: false, shelfLifeDays: 30 });
    put({ needs: { lot: false, expiry: false, serial: false, shelfLifeDays: null } });
    expect(needs(floor)).toBeNull();
    const wrong = decideProductPut(floor.world, productOf('MILK', { needs: { lot: false, expiry: true, serial: false, shelfLifeDays: 2.5 } }), floor.context());
    expect(refusalOf(wrong)).toMatchObject({ code: 'stock.refused.shelfLife', hint: { key: 'stock.hint.shelfLife' } });
  });

  test('stays where a form, a file or a station of the release before does not speak of it', () => {
    const floor = new Floor();
    const milk = { lot: true, expiry: true, serial: false, shelfLifeDays: 30 };
    floor.perform(decideProductPut(floor.world, productOf('MILK', { needs: milk }), floor.context()));
    const { needs: _unsaid, ...silent } = productOf('MILK', { title: 'Milk' });
    floor.perform(decideProductPut(floor.world, silent, floor.context()));
    floor.apply([{ kind: 'product.put', body: { ...silent, title: 'Whole milk' } }]);
    expect(floor.world.get('product', { sku: sku('MILK') })).toMatchObject({ title: 'Whole milk', needs: milk });
    floor.perform(decideProductImport(floor.world, [row(2, 'MILK', { shelfLifeDays: 60 })], floor.context()));
    expect(needs(floor)).toEqual({ ...milk, shelfLifeDays: 60 });
    floor.perform(decideProductImport(floor.world, [row(2, 'MILK', { needsLot: false, needsExpiry: false })], floor.context()));
    expect(needs(floor)).toBeNull();
    // The same words again are no operation.
    expect(floor.perform(decideProductImport(floor.world, [row(2, 'MILK', { needsLot: false })], floor.context()))).toMatchObject({ unchanged: 1 });
  });
});

const row = (number: number, vendorSku: string, fields: Partial<ItemMasterRow> = {}): ItemMasterRow => ({
  row: number, vendorSku, asin: null, gtinEach: null, gtinCase: null, gtinPallet: null, title: null, caseSize: 12, cost: null, currency: null, weightGrams: null,
  lengthMillimetres: null, widthMillimetres: null, heightMillimetres: null, cartonsPerLayer: null, layersPerPallet: null, needsLot: null, needsExpiry: null, needsSerial: null, shelfLifeDays: null, homeLocation: null, boxed: null, safety: null, ...fields,
});

describe('an item master from a file', () => {
  test('writes the right rows, names the wrong ones, keeps what a row leaves empty', () => {
    const floor = new Floor();
    floor.product('KNOWN', { title: 'Known', cost: '3.00' });
    const rows = [row(2, 'KNOWN', { caseSize: null, homeLocation: 'A-1' }), row(3, 'NEW', { gtinEach: UPC, boxed: 40, safety: 5, homeLocation: 'B-1' }), row(4, 'NOSIZE', { caseSize: null }), row(5, 'SAME-CODE', { gtinEach: UPC })];
    const result = floor.perform(decideProductImport(floor.world, rows, floor.context()));
    expect(result).toMatchObject({ written: 2, unchanged: 0, problems: [{ row: 4, column: 'caseSize' }, { row: 5, column: 'gtinEach', message: { key: 'stock.refused.gtinTaken', params: { sku: 'NEW' } } }] });
    expect(floor.world.get('product', { sku: sku('KNOWN') })).toMatchObject({ title: 'Known', cost: '3.00', caseSize: 12, location: 'A-1' });
    expect(floor.stock('NEW')).toEqual({ sku: 'NEW', boxed: 40, allocated: 0, safety: 5, acceptedBy: null });
    expect(floor.perform(decideProductImport(floor.world, rows.slice(0, 2), floor.context()))).toEqual({ written: 0, unchanged: 2, problems: [] });
  });

  test('only a supervisor sets stock with it', () => {
    const floor = new Floor();
    const result = floor.perform(decideProductImport(floor.world, [row(2, 'NEW', { boxed: 40, homeLocation: 'B-1' })], floor.context('shipping')));
    expect(result.problems).toMatchObject([{ row: 2, message: { key: 'stock.refused.stockBySupervisor' } }]);
    expect(floor.stock('NEW').boxed).toBe(0);
  });
});

describe('stock', () => {
  test('is set bin by bin and adds up', () => {
    const floor = new Floor();
    floor.product('MUG');
    const set = (location: string | null, boxed: number, safety: number | null = null) => decideStockSet(floor.world, { sku: 'MUG', boxed, safety, location, reason: 'count' }, floor.context());
    expect(refusalOf(set(null, 5))).toMatchObject({ code: 'stock.refused.locationMissing', hint: { key: 'stock.hint.location' } });
    floor.perform(set('a-1', 30, 6));
    floor.perform(set('A-2', 12));
    floor.perform(set('A-1', 20));
    expect(floor.stock('MUG')).toMatchObject({ boxed: 32, safety: 6 });
    floor.perform(set('A-1', 0));
    expect(filledBins(floor.world, { sku: sku('MUG') })).toMatchObject([{ sku: 'MUG', location: 'A-2', boxed: 12 }]);
    floor.perform(set(null, 10));
    expect(floor.stock('MUG').boxed).toBe(10);
    expect(refusalOf(set('A-1', -1)).code).toBe('stock.refused.quantity');
  });

  test('of an unknown SKU or by a picker is refused with what to do', () => {
    const floor = new Floor();
    const input = { sku: 'NOPE', boxed: 1, safety: null, location: 'A', reason: '' };
    expect(refusalOf(decideStockSet(floor.world, input, floor.context()))).toMatchObject({ code: 'stock.refused.unknownSku', where: 'SKU NOPE', hint: { key: 'stock.hint.addProduct' } });
    expect(refusalOf(decideStockSet(floor.world, input, floor.context('shipping'))).code).toBe('staff.refused.notAllowed');
  });

  test('from a file', () => {
    const floor = new Floor();
    floor.product('MUG');
    floor.stocked('MUG', 7, 'A-1');
    const rows = [{ row: 2, vendorSku: 'MUG', boxed: 9, safety: 1, location: 'A-1' }, { row: 3, vendorSku: 'NOPE', boxed: 1, safety: null, location: 'A' }, { row: 4, vendorSku: 'MUG', boxed: 7, safety: null, location: 'A-1' }];
    expect(floor.perform(decideStockImport(floor.world, rows, floor.context()))).toMatchObject({ written: 1, unchanged: 1, problems: [{ row: 3, column: 'vendorSku' }] });
    expect(floor.stock('MUG')).toMatchObject({ boxed: 9, safety: 1 });
  });

  test('a counting scan is in the work log with what it took off the books', () => {
    const floor = new Floor();
    floor.product('MUG');
    floor.stocked('MUG', 10, 'A-1');
    floor.apply([{ kind: 'stock.set', body: { sku: sku('MUG'), location: 'A-1' as never, boxed: 7, safety: null, reason: 'count', code: UPC } }]);
    expect(floor.world.find('scan', {})).toMatchObject([{ kind: 'count', eaches: 7, taken: 3, code: UPC }]);
  });

  test('free stock is never negative and standard orders never reach the safety stock', () => {
    const eaches = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(eaches, eaches, eaches, (boxed, allocated, safety) => {
        const stock = { sku: sku('X'), boxed, allocated, safety, acceptedBy: null };
        expect(freeStock(stock, false)).toBeGreaterThanOrEqual(0);
        expect(freeStock(stock, true)).toBeGreaterThanOrEqual(freeStock(stock, false));
        if (boxed >= allocated) expect(freeStock(stock, true)).toBe(boxed - allocated);
        expect(freeStock(stock, false)).toBe(Math.max(0, boxed - allocated - safety));
      }),
    );
  });
});

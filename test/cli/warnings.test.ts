import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hotdock, json, newFolder } from './command-line.ts';

const { data, remove } = newFolder();
afterAll(remove);

const item = { itemSequenceNumber: '1', vendorProductIdentifier: 'CG-200', orderedQuantity: { amount: 4, unitOfMeasure: 'Eaches' }, netCost: { amount: 'free', currencyCode: 'USD' } };
const order = (purchaseOrderNumber: string, shipWindow: string) => ({ purchaseOrderNumber, orderDetails: { shipWindow, items: [item] } });

function written(name: string, orders: unknown): string {
  const file = join(data, name);
  writeFileSync(file, JSON.stringify(orders));
  return file;
}

test('what could not be read of a received order is said with it', async () => {
  const first = await json(data, ['import', written('a.json', [order('PO1', 'someday')])]);
  expect(first).toMatchObject({ code: 0, document: { files: [{ orders: [{ po: 'PO1', result: 'received', warnings: [expect.stringContaining('someday'), expect.stringContaining('free')] }] }] } });
  const { out } = await hotdock(data, ['import', written('b.json', [order('PO2', 'someday')])]);
  expect(out).toContain('someday');
  expect(out).toContain('free');
});

test('a number with an invisible sign in it is the order that is known', async () => {
  const again = await json(data, ['import', written('c.json', [order('PO\u200b1', 'someday')])]);
  expect(again).toMatchObject({ code: 0, document: { files: [{ orders: [{ po: 'PO1', result: 'unchanged', warnings: expect.arrayContaining([expect.stringContaining('PO1')]) }] }] } });
  const { document } = await json(data, ['queue']);
  expect(document).toMatchObject({ orders: [{ po: expect.stringMatching(/^PO[12]$/) }, { po: expect.stringMatching(/^PO[12]$/) }] });
});

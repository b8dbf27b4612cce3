import { createRouterClient } from '@orpc/server';
import { existsSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { temporaryFolder } from '../support/store.ts';

const order = (po: string) => ({
  purchaseOrderNumber: po,
  purchaseOrderState: 'New',
  orderDetails: { sellingParty: { partyId: 'GRNDX' }, items: [{ itemSequenceNumber: '1', vendorProductIdentifier: 'CG-200', orderedQuantity: { amount: 4, unitOfMeasure: 'Eaches' }, netCost: { amount: '18.40', currencyCode: 'USD' } }] },
});

it('answers an order whose number X12 cannot hold with the JSON alone, and says why', async () => {
  const station = new Station({ data: temporaryFolder(), clock: systemClock, version: 'test' });
  onTestFinished(() => station.close());
  const client = createRouterClient(router, { context: { station, session: { shell: 'command-line', staffId: null } } });
  await client.documents.import({ files: [{ name: 'orders.json', base64: Buffer.from(JSON.stringify([order('PO-Ñ1'), order('PO-N1')])).toString('base64') }] });
  const reject = [{ line: '1', accept: 0, backorder: 0, rejectionReason: 'TemporarilyUnavailable' as const }];
  const plain = await client.acknowledgement.send({ po: 'PO-N1', lines: reject, overrideReason: null });
  expect(plain.noX12).toBeNull();
  expect(plain.documents.map(({ kind }) => kind).sort()).toEqual(['acknowledgement-855', 'acknowledgement-json']);
  const foreign = await client.acknowledgement.send({ po: 'PO-Ñ1', lines: reject, overrideReason: null });
  expect(foreign.documents.map(({ kind }) => kind)).toEqual(['acknowledgement-json']);
  expect(foreign.noX12).toMatchObject({ key: 'documents.write.not-ascii', params: { value: 'PO-Ñ1', place: 'BAK03' } });
  const { outgoing } = await client.documents.list({});
  expect(outgoing.map(({ po, kind, noX12 }) => [po, kind, noX12?.key ?? null]).sort()).toEqual([
    ['PO-N1', 'acknowledgement-855', null],
    ['PO-N1', 'acknowledgement-json', null],
    ['PO-Ñ1', 'acknowledgement-json', 'documents.write.not-ascii'],
  ]);
  expect(outgoing.every(({ path }) => existsSync(path))).toBe(true);
});

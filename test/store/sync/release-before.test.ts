import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { columnName, tableOf } from '../../../electron/store/columns.ts';
import { newestVersion } from '../../../electron/store/migrations/list.ts';
import { encode, fieldsOf, typeOf } from '../../../electron/store/row-codec.ts';
import { wholeRow } from '../../../electron/store/whole-row.ts';
import type { OperationDraft } from '../../../shared/contracts/operations.ts';
import { defaultSettings } from '../../../shared/domain/settings/settings.ts';
import { entityKinds, type EntityKind } from '../../../shared/domain/state/entities.ts';
import { settingsOf } from '../../../shared/domain/state/totals.ts';
import { location, poNumber, sku, shipmentId } from '../../../shared/lib/ids.ts';
import { productOf } from '../../support/domain.ts';
import { openTestStore, temporaryFolder } from '../../support/store.ts';
import { drain, ModelCentral, PAIRING } from './model.ts';
import { rowBefore, toReleaseBefore } from './release-before.ts';
import { SEED } from './seed.ts';
import { expectEqual, work } from './support.ts';

const SSCC = '006141411234567890';

const at = (place: string | null): OperationDraft => ({
  kind: 'task.set', body: { kind: 'pick', po: poNumber('PO-1'), shipmentId: null, sscc: null, location: place === null ? null : location(place), sku: null, carton: null },
});
const renamed = (siteName: string): OperationDraft => ({ kind: 'settings.changed', body: { patch: { siteName } } });
const packed = (eaches: number): OperationDraft => ({ kind: 'unit.packed', body: { sscc: SSCC, po: poNumber('PO-1'), line: '1', sku: sku('CG-1'), eaches, cartons: 1, carton: null, code: '', keyed: true } });

/** Something of every kind of row that has other fields now. */
const WORK: readonly OperationDraft[] = [
  renamed('North'), at(null),
  { kind: 'unit.opened', body: { sscc: SSCC, po: poNumber('PO-1'), kind: 'pallet', serial: 1 } },
  packed(4),
  { kind: 'shipment.created', body: { shipmentId: shipmentId('SH1'), serial: 1, pos: [poNumber('PO-1')], freightTerm: 'prepaid' } },
];

function siteWithWork() {
  const file = join(temporaryFolder(), 'hotdock.db');
  const store = openTestStore(file);
  const central = new ModelCentral();
  store.sync.pair(PAIRING);
  for (const each of SEED) central.foreign('central', each, 0);
  work(store, ...WORK);
  drain(central, store);
  return { file, store, central };
}

it('a store of the release before, updated with work that was not sent yet, goes on: its confirmed rows lack what this release added', () => {
  const { file, store, central } = siteWithWork();
  work(store, at('A-01'), renamed('South'), packed(2), { kind: 'product.put', body: productOf('CG-1', { caseSize: 2 }) });
  expect(store.database.prepare('SELECT kind FROM confirmed_row').pluck().all()).toEqual(expect.arrayContaining(['task', 'settings', 'unit', 'product']));
  store.close();
  toReleaseBefore(file);
  const updated = openTestStore(file);
  expect(updated.sync.pending).toBe(4);
  work(updated, at('A-02'));
  expect(settingsOf(updated.sync.parts.layers.confirmed)).toMatchObject({ siteName: 'North', palletHeightMm: defaultSettings.palletHeightMm });
  drain(central, updated);
  expectEqual(updated, central);
});

it('a copy of the site that the release before wrote is taken in', async () => {
  const { store, central } = siteWithWork();
  const before = rowBefore();
  const { manifest, chunks } = central.snapshot();
  const older = chunks.map((bytes) => gzipSync(gunzipSync(bytes).toString('utf8').trimEnd().split('\n').map((line) => {
    const [kind, row] = JSON.parse(line) as [EntityKind, object];
    return `${JSON.stringify([kind, before(kind, row) ?? row])}\n`;
  }).join('')));
  const described = older.map((bytes, number) => ({ number, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }));
  const fresh = openTestStore(join(temporaryFolder(), 'hotdock.db'));
  fresh.sync.pair(PAIRING);
  for (const number of fresh.sync.copy.begin({ ...manifest, chunks: described })) fresh.sync.copy.keep(number, older[number] ?? new Uint8Array());
  await fresh.sync.copy.install();
  expectEqual(fresh, central);
  store.close();
});

it('every column added since has in such a row what its migration gave the rows of the tables', () => {
  const schema = openTestStore(join(temporaryFolder(), 'hotdock.db')).database;
  const before = rowBefore();
  const added = entityKinds.flatMap((kind) => {
    const row = before(kind, Object.fromEntries(fieldsOf(kind).map((field) => [field, 1])));
    return row === undefined ? [] : fieldsOf(kind).filter((field) => !(field in row)).map((field) => ({ kind, field }));
  });
  expect(added.length).toBeGreaterThan(5);
  for (const { kind, field } of added) {
    const standard = schema.prepare<[string, string], string | null>('SELECT dflt_value FROM pragma_table_info(?) WHERE name = ?').pluck().get(tableOf[kind], columnName(field));
    const value = standard == null ? null : schema.prepare(`SELECT ${standard}`).pluck().get();
    expect({ kind, field, value: encode(typeOf(kind, field), Reflect.get(wholeRow(kind, {}), field)) }).toEqual({ kind, field, value });
  }
  expect(schema.pragma('user_version', { simple: true })).toBe(newestVersion);
});

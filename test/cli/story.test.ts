import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersIn, fixture, hotdock, json, newFolder, prepare } from './command-line.ts';

/*
 * A thousand ceramic grinders from their document to the truck, by the command line alone: each command is a process of
 * its own on the same folder.
 */

const PO = '7HGRINDR';
const { data, remove } = newFolder();
/** The shipment that it leaves with. */
let shipment = '';
const at = (time: string): readonly string[] => ['--now', time];

beforeAll(() => prepare(data));
afterAll(remove);

test('the document is taken in and flagged', async () => {
  const { code, document } = await json(data, [...at('2026-09-14T16:00:00Z'), 'import', fixture('850-rush-grinders.edi')]);
  expect(code).toBe(0);
  expect(document).toMatchObject({ files: [{ file: fixture('850-rush-grinders.edi'), format: 'x12-850', orders: [{ po: PO, result: 'received', hpo: true, why: [expect.stringContaining('rush')] }] }] });
  expect(JSON.stringify(document)).not.toContain('"error"');
});

test('the same file again changes nothing; a missing file is an entry with its error', async () => {
  const before = await json(data, ['journal']);
  const { code, document } = await json(data, [...at('2026-09-14T16:01:00Z'), 'import', 'not-there.edi', fixture('850-rush-grinders.edi')]);
  expect(code).toBe(1);
  expect(document).toMatchObject({
    files: [
      { file: 'not-there.edi', orders: [], error: { code: 'cli.import.missing', message: expect.any(String), where: 'not-there.edi' } },
      { orders: [{ po: PO, result: 'unchanged', hpo: true }] },
    ],
  });
  expect((await json(data, ['journal'])).document['length']).toBe(before.document['length']);
});

test('the queue shows it with its clocks and lines', async () => {
  const { code, document } = await json(data, [...at('2026-09-14T16:05:00Z'), 'queue']);
  expect(code).toBe(0);
  expect(document).toMatchObject({
    orders: [
      {
        po: PO, hpo: true, why: [expect.any(String)], channel: 'vendor', state: 'received',
        receivedAt: expect.stringMatching(/^2026-09-14T16:00:/), acknowledgeBy: expect.stringMatching(/^2026-09-15T16:00:/), shipBy: '2026-09-17T23:00:00Z', latestStart: expect.stringMatching(/Z$/),
        units: { requested: 1000, accepted: 0, rejected: 0, picked: 0, packed: 0, shipped: 0 },
      },
    ],
  });
  const [order] = document['orders'] as { lines: unknown[] }[];
  expect(order?.lines).toEqual([
    {
      line: '1', asin: 'B0CERGRND1', vendorSku: 'CG-200', gtin: '036000291452', unit: 'eaches', unitSize: 1,
      requested: 1000, accepted: 0, rejected: 0, rejectionReason: null, picked: 0, packed: 0, shipped: 0,
    },
  ]);
});

test('the plan advises to accept all of it and changes nothing; then it is accepted', async () => {
  const plan = await json(data, [...at('2026-09-14T17:00:00Z'), 'acknowledge', PO, '--plan']);
  expect(plan.code).toBe(0);
  expect(plan.document).toMatchObject({ po: PO, hpo: true, answered: false, lines: [{ line: '1', requested: 1000, boxed: 1200, advised: { accept: 1000, reject: 0 } }] });
  const { code, document } = await json(data, [...at('2026-09-14T18:00:00Z'), 'acknowledge', PO, '--accept', '1=1000']);
  expect(code).toBe(0);
  expect(document).toMatchObject({ po: PO, state: 'acknowledged', units: { accepted: 1000, rejected: 0 }, documents: [{ state: 'prepared' }, { state: 'prepared' }] });
});

test('the walk, then every scan of picking and packing', async () => {
  const { code, document } = await json(data, [...at('2026-09-15T13:00:00Z'), 'pick', PO]);
  expect(code).toBe(0);
  expect(document).toMatchObject({ po: PO, walk: [{ location: 'A-01-01', sku: 'CG-200', eaches: 1000, cases: 50 }] });

  const cases = Array.from({ length: 50 }, () => '10036000291459').join('\n');
  const picked = await hotdock(data, [...at('2026-09-15T13:05:00Z'), 'scan', '--order', PO, '--task', 'pick'], `A-01-01\n${cases}\n`);
  expect(picked.code).toBe(0);
  const picks = answersIn(picked.out);
  expect(picks).toHaveLength(51);
  expect(picks.map(({ result }) => result)).toEqual([...Array.from({ length: 50 }, () => 'accepted'), 'done']);
  expect(new Set(picks.slice(1).map(({ opId }) => opId)).size).toBe(50);

  const packed = await hotdock(data, [...at('2026-09-15T15:00:00Z'), 'scan', '--order', PO, '--task', 'pack'], `${cases}\nHD:CMD:DONE\n`);
  expect(packed.code).toBe(0);
  expect(answersIn(packed.out).map(({ result }) => result)).toEqual([...Array.from({ length: 49 }, () => 'accepted'), 'done', 'accepted']);
});

test('it ships inside its window, with what is due afterwards', async () => {
  const { code, document } = await json(data, [...at('2026-09-15T20:00:00Z'), 'ship', PO, '--carrier', 'ABFS', '--pro', '117712345', '--arn', '610412345', '--agreed', 'Carrier team, Ana: pickup today']);
  expect(code).toBe(0);
  expect(document).toMatchObject({
    po: PO, state: 'shipped', units: { requested: 1000, accepted: 1000, picked: 1000, packed: 1000, shipped: 1000 }, warnings: [],
    shipment: { freightTerm: 'collect', state: 'departed', scac: 'ABFS', arn: '610412345', departedAt: expect.stringMatching(/^2026-09-15T20:00:/), confirmBy: expect.stringMatching(/^2026-09-15T20:30:/) },
  });
  shipment = (document['shipment'] as { shipmentId: string }).shipmentId;
  const kinds = (document['documents'] as { kind: string }[]).map(({ kind }) => kind).sort();
  expect(kinds).toEqual(['acknowledgement-855', 'acknowledgement-json', 'confirmation-json', 'routing-json']);
  const metrics = await json(data, [...at('2026-09-15T20:05:00Z'), 'metrics', '--from', '2026-09-14', '--to', '2026-09-15']);
  expect(metrics.document).toMatchObject({ fillRate: { numerator: 1000, denominator: 1000, rate: 1 }, incurred: '0.00 USD' });
});

test('its documents are written into a folder', async () => {
  const out = join(data, 'out');
  const { code, document } = await json(data, [...at('2026-09-15T20:10:00Z'), 'documents', PO, '--out', out, '--kind', 'acknowledgement-json', 'acknowledgement-855', 'confirmation-json']);
  expect(code).toBe(0);
  const files = document['files'] as { kind: string; file: string }[];
  expect(files.map(({ kind }) => kind)).toEqual(['acknowledgement-json', 'acknowledgement-855', 'confirmation-json']);
  for (const { file } of files) expect(existsSync(file)).toBe(true);
  expect(JSON.parse(readFileSync(files[0]?.file ?? '', 'utf8'))).toMatchObject({ acknowledgements: [{ purchaseOrderNumber: PO }] });
  expect(readFileSync(files[1]?.file ?? '', 'utf8')).toContain('ST*855');
  expect(await json(data, ['documents', PO, '--out', files[0]?.file ?? ''])).toMatchObject({ code: 1, document: { error: { code: 'cli.refused.cannotWrite', where: files[0]?.file } } });
  const none = await json(data, ['documents', PO, '--out', out, '--kind', 'pick-list']);
  expect(none.code).toBe(1);
  expect(none.document).toMatchObject({ error: { code: 'cli.refused.noDocument' } });
});

test('its papers are written as files; what is missing or wrong is said', async () => {
  const out = join(data, 'out');
  for (const [kind, subject, name] of [['bol', shipment, /bill-of-lading-0614141\d{10}-/], ['day-sheet', 'today', /day-sheet-2026-09-15-/]] as const) {
    const { code, document } = await json(data, [...at('2026-09-15T20:20:00Z'), 'print', kind, subject, '--save', out, '--size', 'A4']);
    expect([kind, code, document]).toEqual([kind, 0, { kind, subject, file: expect.stringMatching(name) }]);
    expect(readFileSync(String(document['file'])).toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
  }
  const dossier = await json(data, ['dossier', '--shipment', shipment, '--out', join(out, 'dossier.pdf')]);
  expect([dossier.code, dossier.document]).toEqual([0, { shipment, file: join(out, 'dossier.pdf') }]);
  expect(readFileSync(join(out, 'dossier.pdf')).toString('latin1')).toContain('%PDF-');
  expect(await json(data, ['print', 'pick-list', PO, '--copies', '2', '--size', 'A4'])).toMatchObject({ code: 2, document: { error: { code: 'usage' } } });
  expect(await json(data, ['print', 'pick-list', PO, '--copies', '0'])).toMatchObject({ code: 2, document: { error: { code: 'usage' } } });
  expect(await json(data, ['print', 'bol'])).toMatchObject({ code: 2, document: { error: { code: 'usage' } } });
  expect(await json(data, ['print', 'packing-list', PO, '--printer', 'Office'])).toMatchObject({ code: 1, document: { error: { code: 'printing.refused.noPrinter', where: 'Office' } } });
}, 60_000);

test('afterwards the store is sound and follows from its journal', async () => {
  const { code, document } = await json(data, ['doctor', '--rebuild']);
  expect(document).toMatchObject({ ok: true });
  expect(code).toBe(0);
  const backup = await json(data, ['backup']);
  expect(existsSync(String(backup.document['file']))).toBe(true);
});

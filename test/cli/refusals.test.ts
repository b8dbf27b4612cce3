import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixture, hotdock, json, newFolder, prepare } from './command-line.ts';

const PO = '7HGRINDR';
const NOW = ['--now', '2026-09-14T16:00:00Z'];
const { data, remove } = newFolder();

beforeAll(async () => {
  await prepare(data, 480);
  await json(data, [...NOW, 'import', fixture('850-rush-grinders.edi'), fixture('sp-api-rush-and-others.json')]);
  await json(data, ['staff', 'add', 'Ana Supervisor', '--role', 'supervisor', '--pin', '1234', '--badge', 'S1']);
  await json(data, ['--as', 'S1', 'staff', 'add', 'Pia Picker', '--role', 'picker', '--pin', '1234']);
});
afterAll(remove);

describe('a refusal', () => {
  test('is a document on standard output with --json, and ends with 1', async () => {
    const { code, document } = await json(data, ['order', 'NOBODY']);
    expect(code).toBe(1);
    expect(document).toEqual({ error: { code: 'orders.refused.unknown', message: expect.any(String), where: 'PO NOBODY', hint: expect.any(String) } });
  });

  test('is words on standard error without it', async () => {
    const { code, out, err } = await hotdock(data, ['order', 'NOBODY']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('PO NOBODY');
  });

  test('of a person that is not there', async () => {
    const { code, document } = await json(data, ['--as', 'Nobody', 'queue']);
    expect(code).toBe(1);
    expect(document).toMatchObject({ error: { code: 'staff.refused.unknown', where: 'Nobody' } });
  });
});

describe('a command line that makes no sense ends with 2', () => {
  const wrong: readonly (readonly string[])[] = [
    [], ['frobnicate'], ['order'], ['queue', '--limit', 'many'], ['queue', '--only', 'blue'], ['--now', 'yesterday', 'queue'], ['queue', '--all', 'extra'], ['--frobnicate'], ['metrics', '--from', '2026-09-14', '--to', '2026-09-01'], ['serve', '--port', '70000'],
    ['stock', 'set', 'CG-200'], ['acknowledge', PO], ['acknowledge', PO, '--accept', 'all'], ['acknowledge', PO, '--accept', '1=5', '1=6'],
    ['acknowledge', PO, '--accept', '1=5', '--reject-reason', 'Mood'], ['settings', 'noSuchThing=1'], ['settings', 'shipCutoff=late'],
  ];
  test.each(wrong.map((args) => [args.join(' ') || '(nothing)', args] as const))('%s', async (_, args) => {
    const { code, document } = await json(data, args);
    expect(code).toBe(2);
    expect(document).toEqual({ error: { code: 'usage', message: expect.any(String), where: expect.any(String), hint: expect.any(String) } });
  });
});

describe('accepting', () => {
  const order = async (): Promise<unknown> => (await json(data, ['order', PO])).document;

  test('more than is there takes a supervisor and a reason', async () => {
    const before = await order();
    const bare = await json(data, [...NOW, '--as', 'S1', 'acknowledge', PO, '--accept', '1=600']);
    expect(bare).toMatchObject({ code: 1, document: { error: { code: 'acknowledgement.refused.notThere', where: `PO ${PO} line 1`, hint: expect.any(String) } } });
    const desk = await json(data, [...NOW, 'acknowledge', PO, '--accept', '1=600', '--override', 'more comes tomorrow']);
    expect(desk).toMatchObject({ code: 1, document: { error: { code: 'acknowledgement.refused.notThere' } } });
    const picker = await json(data, [...NOW, '--as', 'pia picker', 'acknowledge', PO, '--accept', '1=600', '--override', 'more comes tomorrow']);
    expect(picker).toMatchObject({ code: 1, document: { error: { code: 'staff.refused.notAllowed' } } });
    expect(await order()).toEqual(before);
  });

  test('names every line, or takes the advice for the rest', async () => {
    const left = await json(data, [...NOW, 'acknowledge', '4STANDRD', '--accept', '1=0']);
    expect(left).toMatchObject({ code: 1, document: { error: { code: 'acknowledgement.refused.linesMissing', message: expect.stringContaining('2') } } });
    const stranger = await json(data, [...NOW, 'acknowledge', '4STANDRD', '--accept', '9=0', '--advice']);
    expect(stranger).toMatchObject({ code: 1, document: { error: { code: 'acknowledgement.refused.unknownLine' } } });
    const advised = await json(data, [...NOW, 'acknowledge', '4STANDRD', '--accept', '1=0', '--advice', '--reject-reason', '1=ObsoleteProduct']);
    expect(advised).toMatchObject({
      code: 0,
      document: { state: 'rejected', lines: [{ line: '1', rejected: 288, rejectionReason: 'ObsoleteProduct' }, { line: '2', rejected: 10, rejectionReason: 'InvalidProductIdentifier' }] },
    });
  });

  test('with a supervisor and a reason it stands', async () => {
    const { code, document } = await json(data, [...NOW, '--as', 'Ana Supervisor', 'acknowledge', PO, '--accept', '1=600', '--override', 'more comes tomorrow']);
    expect(code).toBe(0);
    expect(document).toMatchObject({ units: { accepted: 600, rejected: 400 }, lines: [{ rejectionReason: 'TemporarilyUnavailable' }] });
  });
});

describe('shipping refuses with what is missing', () => {
  test('nothing is packed', async () => {
    expect(await json(data, [...NOW, 'ship', PO])).toMatchObject({ code: 1, document: { error: { code: 'cli.refused.shipNothingPacked', where: `PO ${PO}` } } });
  });
});

describe('spreadsheets', () => {
  test('rows that are wrong are named, the others are written', async () => {
    const file = join(data, 'stock.csv');
    writeFileSync(file, 'SKU,Boxed,Location\nCG-200,500,A-01-01\nNOPE,3,A-01-02\n');
    const { code, document } = await json(data, ['--as', 'S1', 'stock', 'import', file]);
    expect(code).toBe(1);
    expect(document).toMatchObject({ rows: 2, written: 1, problems: [{ row: 3, column: 'vendorSku' }] });
  });

  test('one that describes products makes them', async () => {
    const file = join(data, 'items.csv');
    writeFileSync(file, 'Vendor SKU,ASIN,Title,Case size,Cost,On hand,Location\nCG-100,B0CERGRND2,Small grinder,24,12.10,240,A-01-02\n');
    const { code, document } = await json(data, ['--as', 'S1', 'stock', 'import', file]);
    expect({ code, written: document['written'] }).toEqual({ code: 0, written: 1 });
    const stock = await json(data, ['stock', '--search', 'CG-100']);
    expect(stock.document).toMatchObject({ stock: [{ sku: 'CG-100', caseSize: 24, boxed: 240, allocated: 0, free: 240, location: 'A-01-02' }] });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersIn, Dialogue, fixture, hotdock, json, newFolder, prepare, start } from './command-line.ts';

const PO = '7HGRINDR';
const EACH = '036000291452';
const CASE = '10036000291459';
const { data, remove } = newFolder();
const unitsOf = async () => (await json(data, ['order', PO])).document['units'] as { readonly picked: number; readonly packed: number };

beforeAll(async () => {
  await prepare(data);
  await json(data, ['--now', '2026-09-14T16:00:00Z', 'import', fixture('850-rush-grinders.edi')]);
  await json(data, ['--now', '2026-09-14T16:10:00Z', 'acknowledge', PO, '--advice']);
});
afterAll(remove);

describe('scan', () => {
  test('answers each code before the next is given', async () => {
    const scanning = new Dialogue(start(data, ['scan', '--order', PO, '--task', 'pick']));
    const ask = async (code: string): Promise<Record<string, unknown>> => {
      scanning.write(code);
      return JSON.parse(await scanning.next()) as Record<string, unknown>;
    };
    expect(await ask('A-01-01')).toMatchObject({ code: 'A-01-01', result: 'accepted', expected: null, next: { task: 'pick', location: 'A-01-01' } });
    expect(await ask(CASE)).toMatchObject({ result: 'accepted', opId: expect.any(String), progress: { done: 20, of: 1000 } });
    expect(await ask(EACH)).toMatchObject({ result: 'accepted', progress: { done: 21, of: 1000 } });
    expect(await ask('B-09-09')).toMatchObject({ result: 'wrong', opId: null, expected: expect.any(String) });
    expect(await ask('4006381333931')).toMatchObject({ result: 'unknown' });
    // What came between did not count: it says what it would take back, and does it when asked again.
    expect(await ask('HD:CMD:UNDO')).toMatchObject({ result: 'info', confirm: expect.any(String) });
    expect(await ask('HD:CMD:UNDO')).toMatchObject({ result: 'accepted' });
    expect(await scanning.end()).toBe(0);
    expect(await unitsOf()).toMatchObject({ picked: 20, packed: 0 });
  });

  test('packs a carton with a number of its own only once', async () => {
    const carton = '106141410000000019';
    const { code, out } = await hotdock(data, ['scan', '--order', PO, '--task', 'pack'], `(00)${carton}\n${carton}\n\n${CASE}\n`);
    expect(code).toBe(0);
    const [first, again, more] = answersIn(out);
    expect(first).toMatchObject({ result: 'accepted', progress: { done: 20, of: 1000 } });
    expect(again).toMatchObject({ result: 'duplicate', opId: null });
    expect(more).toMatchObject({ result: 'wrong', opId: null });
    expect(await unitsOf()).toMatchObject({ picked: 20, packed: 20 });
  });

  test('of an order that is not there is refused before the first code', async () => {
    const { code, out } = await hotdock(data, ['scan', '--order', 'NOBODY', '--task', 'pick', '--json'], `${CASE}\n`);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'orders.refused.unknown' } });
  });

  test('killed at any moment loses no scan that was confirmed', async () => {
    const picked = async (): Promise<number> => (await unitsOf()).picked;
    const before = await picked();
    const confirmed: string[] = [];
    for (let round = 1; round <= 4; round += 1) {
      const scanning = new Dialogue(start(data, ['scan', '--order', PO, '--task', 'pick']));
      for (let code = 0; code < 30; code += 1) scanning.write(EACH);
      for (let answer = 0; answer < round * 3; answer += 1) {
        const { result, opId } = JSON.parse(await scanning.next()) as { result: string; opId: string };
        expect(result).toBe('accepted');
        confirmed.push(opId);
      }
      await scanning.stop('SIGKILL');
    }
    const journal = new Set(((await json(data, ['journal'])).document['entries'] as { opId: string }[]).map(({ opId }) => opId));
    expect(confirmed.filter((opId) => !journal.has(opId))).toEqual([]);
    expect((await picked()) - before).toBeGreaterThanOrEqual(confirmed.length);
    expect(await json(data, ['doctor', '--rebuild'])).toMatchObject({ code: 0, document: { ok: true } });
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { Database } from '../../central/store/database.ts';
import { PostgresLog } from '../../central/store/postgres-log.ts';
import { problems } from '../../shared/contracts/sync.ts';
import { entityKinds } from '../../shared/domain/state/entities.ts';
import { startServer, type PlainServer } from '../central/support/plain-server.ts';
import { stockSet, TestStation } from '../support/central.ts';
import { importOrders } from './hands.ts';
import { asSupervisor, isThrough, Site, type Workplace } from './site.ts';

/*
 * A disk runs full, on either side. What does not fit is refused in words and leaves nothing half done; what is saved stays, and with room
 * again everything goes on by itself.
 */

const PO = 'FULL0001';

const site = new Site();
let server: PlainServer;
let dock: Workplace;
let desk: Workplace;

beforeAll(async () => {
  server = await startServer(site.folder());
  await site.start({ databaseUrl: server.url });
  dock = await site.first('Dock');
  await importOrders(dock, [PO]);
  await dock.until(isThrough);
  desk = await site.join('Desk');
}, 120_000);
afterAll(async () => {
  await site.close();
  await server.stop();
});

/** Something small that somebody does; each is one operation with words of its own. */
const act = (place: Workplace, note: string): Promise<unknown> => asSupervisor(place).orders.pin({ po: PO, pin: 1, reason: `${note} ${'.'.repeat(400)}` });
const notesOf = ({ station }: Workplace): readonly string[] =>
  station.store.journal(0, 100_000).entries.flatMap(({ operation }) => (operation.kind === 'order.pinned' ? [operation.body.reason.split(' ')[0] ?? ''] : []));

const rowsOf = ({ station }: Workplace): unknown => Object.fromEntries(entityKinds.map((kind) => [kind, station.reader.find(kind, {})]));

async function goOn(): Promise<void> {
  for (const { station } of [dock, desk]) await station.sync.tryNow();
  const same = (): boolean => dock.station.store.sync.cursor().after === desk.station.store.sync.cursor().after;
  for (const place of [dock, desk]) await place.until((view) => isThrough(view) && place.station.store.sync.pending === 0 && same());
  expect(rowsOf(desk)).toEqual(rowsOf(dock));
  for (const { station } of [dock, desk]) expect(station.store.rebuild().different).toEqual([]);
}

/** What the order holds, from the database itself. */
async function order(): Promise<{ readonly seq: number; readonly numbers: readonly number[]; readonly notes: readonly string[] }> {
  const database = new Database({ url: server.url, name: 'test', connections: 1, onTrouble: () => undefined });
  const log = new PostgresLog(database);
  const id = dock.station.store.identity.site;
  const [state, entries] = [await log.state(id), await log.read(id, 0, 100_000)];
  await database.end();
  const pins = entries.filter(({ kind }) => kind === 'order.pinned').map(({ envelope }) => (JSON.parse(envelope) as { body: { reason: string } }).body.reason.split(' ')[0] ?? '');
  return { seq: state?.seq ?? 0, numbers: entries.map(({ siteSeq }) => siteSeq), notes: pins };
}

test('at a station: a scan is refused in words, a page is not half applied, and both go on with room again', async () => {
  const { store } = dock.station;
  // SQLite's own limit: it answers as it does where the file system has no room.
  const limit = (pages: number): unknown => store.database.pragma(`max_page_count = ${pages}`);
  const pages = Number(store.database.pragma('page_count', { simple: true }));
  limit(pages);
  const saved: string[] = [];
  const full = async (): Promise<unknown> => {
    for (let each = 0; ; each += 1) {
      try {
        await act(dock, `dock${each}`);
        saved.push(`dock${each}`);
      } catch (error) {
        return error;
      }
    }
  };
  expect(await full()).toMatchObject({ code: 'STORE', data: { code: 'store.diskFull' } });
  for (let each = 0; dock.station.sync.view().trouble === null; each += 1) {
    await act(desk, `desk${each}`);
    saved.push(`desk${each}`);
    await desk.until(isThrough);
  }
  const view = dock.station.sync.view();
  expect(view).toMatchObject({ trouble: { key: 'sync.trouble.store-failed' } });
  expect(store.sync.cursor().after).toBe(store.database.prepare('SELECT max(site_seq) FROM confirmed').pluck().get());
  await expect(act(dock, 'never')).rejects.toMatchObject({ data: { code: 'store.diskFull' } });

  limit(pages * 100);
  await goOn();
  await act(dock, 'after');
  await goOn();
  expect([...notesOf(dock)].sort()).toEqual([...saved, 'after'].sort());
  expect([...(await order()).notes].sort()).toEqual([...saved, 'after'].sort());
});

test('at central: stations are told and hold what they have, nothing is half ordered, and all goes on with room again', async () => {
  const stranger = new TestStation(site.central.url, { site: dock.station.store.identity.site });
  await stranger.enrol(await site.central.code(stranger.site));
  await goOn();
  const [{ path }] = (await site.central.central.database.query<{ path: string }>("SELECT pg_relation_filepath('operation') AS path")) as [{ path: string }];
  await server.stop();
  // Every write of the table's file is told that there is no room: by strace, because a small disk would need the right to mount one.
  await server.start(['strace', '-f', '-qq', '-o', '/dev/null', '-P', `${server.cluster}/${path}`, '-e', 'trace=pwrite64,pwritev,fallocate', '-e', 'inject=pwrite64,pwritev,fallocate:error=ENOSPC']);
  const saved: string[] = [];
  const isTold = ({ station }: Workplace): boolean => station.sync.view().trouble?.key === 'sync.trouble.busy';
  for (let each = 0; !isTold(dock) || !isTold(desk); each += 1) {
    for (const [name, place] of [['inDock', dock], ['inDesk', desk]] as const) {
      await act(place, `${name}${each}`);
      saved.push(`${name}${each}`);
      await place.station.sync.tryNow();
      await place.until((view) => view.unsent === 0 || view.trouble !== null);
    }
  }
  const counts = Array.from({ length: 60 }, (_, each) => stranger.next(stockSet('A', each)));
  const { status, headers, body } = await stranger.push(counts);
  expect(status).toBe(503);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(body).toMatchObject({ type: problems.unavailable, detail: expect.stringContaining('full') });
  expect((await stranger.pull(0)).status).toBe(200);
  const before = await order();
  expect(before.numbers).toEqual(Array.from({ length: before.seq }, (_, at) => at + 1));

  // What could not be written keeps it from ending in good order.
  await server.stop('SIGQUIT');
  await server.start();
  await goOn();
  const after = await order();
  expect(after.numbers).toEqual(Array.from({ length: after.seq }, (_, at) => at + 1));
  expect(after.notes.filter((note) => note.startsWith('in')).sort()).toEqual([...saved].sort());
  expect((await stranger.push(counts)).body.results.map(({ verdict }) => verdict)).not.toContain('duplicate');
}, 120_000);

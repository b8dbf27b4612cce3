import Database from 'better-sqlite3';
import { SiteOrder } from '../../central/sync/site-order.ts';
import type { OperationDraft } from '../../shared/contracts/operations.ts';
import { decideShipmentCreate } from '../../shared/domain/shipment/decide.ts';
import { poNumber, staffId } from '../../shared/lib/ids.ts';
import { instant } from '../../shared/lib/time.ts';
import { codes, command, foreignCarton, PLAIN, warehouse, type ScanFloor } from '../domain/scanning/floor.ts';
import { radioLabel, teaLabel, traced, TRACED, withTraced } from '../domain/scanning/traced.ts';
import { BEGIN, SITE } from './central.ts';
import { openStore, type DiskImage } from './disk.ts';
import { emptyLog, MemoryLog, type LogImage } from './memory-log.ts';
import { confirmedOf } from './wire.ts';

export const NAMES = ['north', 'south', 'east', 'west'] as const;

export const WORKERS = ['ana', 'ben', 'cleo'].map(staffId);

/** How a seed begins: a site with three orders, and stations that joined it and know all of it. */
export interface Beginning {
  readonly log: LogImage;
  readonly disks: ReadonlyMap<string, DiskImage>;
}

/** How far the mugs are before anything goes wrong: as they came, picked, on two pallets, on a truck. The traced goods: as they came, picked, on a pallet. */
const AHEAD: readonly ((floor: ScanFloor) => void)[] = [
  () => undefined,
  (floor) => {
    floor.scan(TRACED);
    floor.scan(traced.teaCase, { quantity: 24 });
    floor.scan(traced.radio, { quantity: 6 });
    floor.scans(command.done, PLAIN, 'A-01-02', codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done);
  },
  (floor) => {
    floor.scans(codes.mugCase, codes.mugCase, command.next, codes.mugCase, codes.mugCase, command.done);
    floor.scans(TRACED, teaLabel('L1'), radioLabel(1), radioLabel(2), foreignCarton(1), teaLabel('L2'), command.done);
  },
  (floor) => {
    floor.perform(decideShipmentCreate(floor.world, { pos: [poNumber(PLAIN)], freightTerm: 'prepaid' }, floor.context()));
    for (const { sscc } of floor.world.find('unit', { po: poNumber(PLAIN) })) floor.scan(sscc, { task: 'load', po: poNumber(PLAIN) });
  },
];

/** A beginning for each of them: work that is nearly done is contradicted in other ways than work that has just come. */
export const beginnings = (): Promise<readonly Beginning[]> => Promise.all(AHEAD.map((_, far) => beginning(far)));

async function beginning(far: number): Promise<Beginning> {
  const floor = warehouse();
  withTraced(floor);
  for (const goOn of AHEAD.slice(0, far + 1)) goOn(floor);
  const log = new MemoryLog(emptyLog(SITE));
  let ids = 0;
  const order = new SiteOrder({ site: SITE, log, now: () => instant(BEGIN), newId: () => `begin-${++ids}` });
  const people = WORKERS.map((worker): OperationDraft => ({ kind: 'staff.put', body: { staffId: worker, name: worker, role: 'shipping', badge: null, pinHash: '', active: true } }));
  await order.write(...floor.journal.map(({ draft }) => draft), ...people);
  for (const name of NAMES) await order.numbered(name, name);
  await order.snapshot(0);
  return { log: log.image, disks: joined(log.image) };
}

function joined({ state, entries }: LogImage): ReadonlyMap<string, DiskImage> {
  const blank = openStore('blank', new Database(':memory:'));
  blank.database.exec('DELETE FROM identity');
  const image = blank.database.serialize();
  blank.database.close();
  const holds = new Set(entries.map(({ opId }) => opId));
  return new Map(NAMES.map((name, index) => {
    const store = openStore(name, new Database(image));
    store.sync.pair({ site: SITE, station: name, incarnation: 1, stationNumber: index + 1, epoch: state.epoch });
    store.sync.apply({ epoch: state.epoch, head: state.seq, now: instant(BEGIN), have: { incarnation: 1, stationSeq: 0 }, operations: entries.map(confirmedOf) });
    const bytes = store.database.serialize();
    store.database.close();
    return [name, { bytes, holds }];
  }));
}

import { SiteOrder } from '../../central/sync/site-order.ts';
import { instant } from '../../shared/lib/time.ts';
import { warehouse } from '../domain/scanning/floor.ts';
import { BEGIN, confirmedOf, SITE } from './central.ts';
import { emptyLog, MemoryLog, type LogImage } from './memory-log.ts';
import { openStore } from './station.ts';

export const NAMES = ['north', 'south', 'east', 'west'] as const;

/** How every seed begins: a site with two orders, and stations that joined it and know all of it. */
export interface Beginning {
  readonly log: LogImage;
  readonly disks: ReadonlyMap<string, Buffer>;
}

export async function beginning(): Promise<Beginning> {
  const log = new MemoryLog(emptyLog(SITE));
  let ids = 0;
  const order = new SiteOrder({ site: SITE, log, now: () => instant(BEGIN), newId: () => `begin-${++ids}` });
  await order.write(...warehouse().journal.map(({ draft }) => draft));
  for (const name of NAMES) await order.numbered(name, name);
  const { state, entries } = log.image;
  const blank = openStore('blank', Buffer.alloc(0));
  blank.database.exec('DELETE FROM identity');
  const image = blank.database.serialize();
  blank.database.close();
  const disks = NAMES.map((name, index): [string, Buffer] => {
    const store = openStore(name, image);
    store.sync.pair({ site: SITE, station: name, incarnation: 1, stationNumber: index + 1, epoch: state.epoch });
    store.sync.apply({ epoch: state.epoch, head: state.seq, now: instant(BEGIN), have: { incarnation: 1, stationSeq: 0 }, operations: entries.map(confirmedOf) });
    const disk = store.database.serialize();
    store.database.close();
    return [name, disk];
  });
  return { log: log.image, disks: new Map(disks) };
}

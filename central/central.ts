import { v7 } from 'uuid';
import type { Instant } from '../shared/lib/time.ts';
import { Buckets, type BucketSize } from './http/bucket.ts';
import { AccessTokens } from './http/tokens.ts';
import type { Logger } from './log.ts';
import { Metrics } from './metrics.ts';
import { Presence } from './presence.ts';
import { newSecret } from './secrets.ts';
import { Administrators } from './store/administrators.ts';
import { Audit } from './store/audit.ts';
import { Blobs } from './store/blobs.ts';
import { Codes } from './store/codes.ts';
import type { Database } from './store/database.ts';
import { Devices } from './store/devices.ts';
import { Gateways } from './store/gateways.ts';
import { HeldOperations } from './store/held-operations.ts';
import { PostgresLog } from './store/postgres-log.ts';
import { Sites } from './store/sites.ts';
import { Stations } from './store/stations.ts';
import { Vault } from './store/vault.ts';
import { Heads } from './sync/heads.ts';
import type { SiteLog } from './sync/port.ts';
import { SiteOrders } from './sync/site-orders.ts';

export interface CentralOptions {
  readonly database: Database;
  readonly databaseKind: 'embedded' | 'server';
  readonly logger: Logger;
  readonly version: string;
  readonly now: () => Instant;
  /** What each station may send. */
  readonly rate?: BucketSize;
  readonly snapshotEvery?: number;
  /** Stations that speak an older one may still send. */
  readonly oldestProtocol?: number;
}

/** Everything that requests are answered with. One of these is one process; any number may share a database. */
export interface Central {
  readonly database: Database;
  readonly databaseKind: 'embedded' | 'server';
  readonly logger: Logger;
  readonly version: string;
  readonly startedAt: Instant;
  readonly oldestProtocol: number;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly administrators: Administrators;
  readonly audit: Audit;
  readonly blobs: Blobs;
  readonly codes: Codes;
  readonly devices: Devices;
  readonly gateways: Gateways;
  readonly held: HeldOperations;
  readonly log: SiteLog;
  readonly sites: Sites;
  readonly stations: Stations;
  readonly vault: Vault;
  readonly heads: Heads;
  readonly orders: SiteOrders;
  readonly accessTokens: AccessTokens;
  readonly presence: Presence;
  readonly buckets: Buckets;
  readonly metrics: Metrics;
  readonly close: () => Promise<void>;
}

const OLDEST_PROTOCOL = 1;

const RATE: BucketSize = { burst: 20_000, perSecond: 2_000 };

export async function openCentral({ database, databaseKind, logger, version, now, rate = RATE, snapshotEvery, oldestProtocol = OLDEST_PROTOCOL }: CentralOptions): Promise<Central> {
  const newId = (): string => v7();
  const log = new PostgresLog(database);
  const sites = new Sites(database);
  const stations = new Stations(database);
  const vault = new Vault(database, now);
  const heads = new Heads((ids) => sites.heads(ids));
  const orders = new SiteOrders({ log, now, newId, onOrdered: (state) => heads.moved(state), ...(snapshotEvery === undefined ? {} : { snapshotEvery }) });
  const presence = new Presence(stations);
  return {
    database, databaseKind, logger, version, startedAt: now(), oldestProtocol, now, newId, log, sites, stations, vault, heads, orders, presence,
    administrators: new Administrators(database),
    audit: new Audit(database, logger, now, newId),
    blobs: new Blobs(database),
    codes: new Codes(database, newId),
    devices: new Devices(database, newId, await vault.get('refresh-rotation', newSecret)),
    gateways: new Gateways(database, newId),
    held: new HeldOperations(database),
    accessTokens: new AccessTokens(await vault.get('access-tokens', newSecret), now),
    buckets: new Buckets(rate, now),
    metrics: new Metrics({ sitesLoaded: () => orders.loaded, pullsWaiting: () => heads.waiting }),
    close: async () => {
      heads.close();
      await presence.close();
      await orders.idle();
    },
  };
}

import { first } from './0010-first.ts';
import { manyStations } from './0020-many-stations.ts';
import { sync } from './0030-sync.ts';
import { plans } from './0040-plans.ts';
import { lineage } from './0050-lineage.ts';
import { workLog } from './0060-work-log.ts';
import { recovered } from './0070-recovered.ts';
import { secondHistory } from './0080-second-history.ts';
import { formerLives } from './0090-former-lives.ts';
import { evidence } from './0110-evidence.ts';
import { printJobs } from './0120-print-jobs.ts';
import { handlingUnits } from './0150-handling-units.ts';
import { traces } from './0160-traces.ts';
import { printedPapers } from './0170-printed-papers.ts';
import { printConfirmed } from './0180-print-confirmed.ts';
import { cart } from './0190-cart.ts';
import { hotOrders } from './0200-hot-orders.ts';
import { moves } from './0210-moves.ts';
import { totes } from './0220-totes.ts';

export interface Migration {
  /** Written to `user_version`; steps of ten leave room for a fix between two releases. */
  readonly version: number;
  readonly sql: string;
}

/** In ascending order. After the first release a migration only adds: tables, nullable or defaulted columns, indexes. */
export const migrations: readonly Migration[] = [{ version: 10, sql: first }, { version: 20, sql: manyStations }, { version: 30, sql: sync }, { version: 40, sql: plans }, { version: 50, sql: lineage }, { version: 60, sql: workLog }, { version: 70, sql: recovered }, { version: 80, sql: secondHistory }, { version: 90, sql: formerLives }, { version: 110, sql: evidence }, { version: 120, sql: printJobs }, { version: 150, sql: handlingUnits }, { version: 160, sql: traces }, { version: 170, sql: printedPapers }, { version: 180, sql: printConfirmed }, { version: 190, sql: cart }, { version: 200, sql: hotOrders }, { version: 210, sql: moves }, { version: 220, sql: totes }];

export const newestVersion: number = migrations.reduce((newest, { version }) => Math.max(newest, version), 0);

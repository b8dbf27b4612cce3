import { acknowledgement } from './acknowledgement.ts';
import { api } from './base.ts';
import { cases } from './cases.ts';
import { claims } from './claims.ts';
import { devices } from './devices.ts';
import { documents } from './documents.ts';
import { evidence } from './evidence.ts';
import { floor } from './floor.ts';
import { metrics } from './metrics.ts';
import { orders } from './orders.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { printing } from './printing.ts';
import { queue } from './queue.ts';
import { session } from './session.ts';
import { shipments } from './shipments.ts';
import { station } from './station.ts';
import { stock } from './stock.ts';
import { sync } from './sync.ts';
import { units } from './units.ts';

/** Every procedure of the contract with its handler; one forgotten does not compile. */
export const router = api.router({ station, session, queue, orders, acknowledgement, documents, stock, floor, units, evidence, shipments, papers, printing, people, metrics, sync, cases, claims, devices });

import type { SyncState, SyncView } from '../../../shared/contracts/views.ts';
import type { Peer } from '../../../shared/domain/state/entities.ts';
import { MINUTE, SECOND } from '../../../shared/lib/time.ts';
import { message } from '../../../shared/messages/say.ts';
import { inTime } from './samples.ts';

const quiet: SyncView = {
  state: 'connected',
  address: 'https://central.phoenix.example:7410',
  stationNumber: 2,
  unsent: 0,
  oldestUnsentAt: null,
  behind: 0,
  lastSentAt: inTime(-20 * SECOND),
  lastHeardAt: inTime(-2 * SECOND),
  nextAttemptAt: null,
  trouble: null,
  skewMs: 300,
  progress: null,
  openCases: 3,
};

/** How a station can stand with central, each as it looks in the middle of a shift. */
export const syncSamples: Readonly<Record<SyncState, SyncView>> = {
  alone: { ...quiet, state: 'alone', address: null, stationNumber: null, lastSentAt: null, lastHeardAt: null, skewMs: null, openCases: 0 },
  joining: { ...quiet, state: 'joining', lastSentAt: null, progress: 0.42 },
  connected: quiet,
  'catching-up': { ...quiet, state: 'catching-up', unsent: 1_482, oldestUnsentAt: inTime(-52 * 60 * MINUTE), behind: 20_311, lastSentAt: inTime(-SECOND) },
  offline: {
    ...quiet,
    state: 'offline',
    unsent: 34,
    oldestUnsentAt: inTime(-12 * MINUTE),
    lastSentAt: inTime(-12 * MINUTE),
    lastHeardAt: inTime(-12 * MINUTE),
    nextAttemptAt: inTime(25 * SECOND),
    trouble: message('app.lost.title'),
    skewMs: 192_000,
  },
  limited: { ...quiet, state: 'limited', lastHeardAt: inTime(-3 * 60 * MINUTE), trouble: message('staff.hint.askSupervisor') },
  'needs-update': { ...quiet, state: 'needs-update', behind: 3 },
};

export const savedSample = { count: 12_481, lastAt: inTime(-4 * SECOND) } as const;

const peer = (number: number, name: string, state: Peer['state'] = 'active'): Peer => ({ station: `01JD${String(number)}`, name, number, state, since: inTime(-number * 24 * 60 * MINUTE) });

export const peerSamples: readonly Peer[] = [peer(1, 'Supervisor desk'), peer(2, 'Dock 2'), peer(3, 'Packing 1'), peer(4, 'Packing 2'), peer(5, 'Old tablet', 'revoked')];

import type { AdminSite, AuditRow, SiteSummary, StationRow } from '../../../shared/contracts/central.ts';
import { HOUR, MINUTE, SECOND } from '../../../shared/lib/time.ts';
import { caseSamples } from './case-samples.ts';
import { inTime, NOW } from './samples.ts';

const CITIES = ['Phoenix South', 'Monterrey Norte', 'Joliet', 'Moreno Valley', 'Teterboro', 'Dallas 7', 'Atlanta West', 'Las Vegas'];

/** `count` sites that look alike and never change. */
export const siteSamples = (count: number): readonly SiteSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    site: `01JDSITE${String(index)}`,
    name: `${CITIES[index % CITIES.length] ?? 'Site'}${index < CITIES.length ? '' : ` ${String(Math.floor(index / CITIES.length) + 1)}`}`,
    head: 120_481 + index * 977,
    stations: 2 + (index % 9),
    stationsSilent: index % 5 === 2 ? 1 + (index % 2) : 0,
    backlog: index % 4 === 1 ? index * 31 : 0,
    documentsWaiting: (index * 7) % 5,
    openCases: index % 3 === 0 ? index % 7 : 0,
    lastHeardAt: index % 11 === 10 ? null : inTime(-(index % 6) * 7 * MINUTE - 3 * SECOND),
  }));

const quiet: StationRow = {
  station: '01JD1',
  name: 'Supervisor desk',
  number: 1,
  state: 'active',
  version: '0.2.0',
  protocol: 1,
  enrolledAt: inTime(-30 * 24 * HOUR),
  lastSeenAt: inTime(-3 * SECOND),
  backlog: 0,
  oldestAt: null,
  behind: 0,
  skewMs: 240,
  heldAside: 0,
};

const stations: StationRow[] = [
  quiet,
  { ...quiet, station: '01JD2', name: 'Dock 2', number: 2, backlog: 34, oldestAt: inTime(-12 * MINUTE), lastSeenAt: inTime(-12 * MINUTE), behind: 61 },
  { ...quiet, station: '01JD3', name: 'Packing 1', number: 3, skewMs: 192_000 },
  { ...quiet, station: '01JD4', name: 'Packing 2, the one by the freight elevator', number: 4, version: '0.1.0', skewMs: -3_000 },
  { ...quiet, station: '01JD5', name: 'Old tablet', number: 5, state: 'revoked', lastSeenAt: inTime(-50 * HOUR), backlog: 3, oldestAt: inTime(-49 * HOUR), heldAside: 2, skewMs: null },
];

export const adminSiteSample: AdminSite = {
  site: '01JDSITE0',
  name: 'Phoenix South',
  head: 120_481,
  epoch: '01JDEPOCH',
  now: NOW,
  stations,
  documents: {
    waiting: 128,
    rows: [
      { documentId: 'd1', kind: 'acknowledgement-855', po: '4GRNDR7K', state: 'prepared', preparedAt: inTime(-40 * MINUTE), dueBy: inTime(-12 * MINUTE), note: null },
      { documentId: 'd2', kind: 'routing-json', po: '8QWX3NTP', state: 'prepared', preparedAt: inTime(-9 * MINUTE), dueBy: inTime(3 * HOUR), note: null },
      { documentId: 'd3', kind: 'confirmation-json', po: '2MKVB9ZD', state: 'prepared', preparedAt: inTime(-MINUTE), dueBy: inTime(28 * MINUTE), note: null },
    ],
  },
  cases: { open: caseSamples.length, rows: [...caseSamples] },
  codes: [{ id: 'c1', createdAt: inTime(-5 * MINUTE), expiresAt: inTime(10 * MINUTE), by: 'admin' }],
  gateways: [{ id: 'g1', name: 'EDI translator', createdAt: inTime(-20 * 24 * HOUR), lastSeenAt: inTime(-40 * SECOND) }],
};

export const newSiteSample: AdminSite = { ...adminSiteSample, head: 0, stations: [], documents: { waiting: 0, rows: [] }, cases: { open: 0, rows: [] }, codes: [], gateways: [] };

export const auditSamples: readonly AuditRow[] = [
  { at: inTime(-2 * MINUTE), who: 'admin:admin', what: 'code.created', site: '01JDSITE0', station: null, detail: null },
  { at: inTime(-3 * HOUR), who: 'admin:admin', what: 'station.revoked', site: '01JDSITE0', station: 'Old tablet', detail: 'Lost at the dock' },
  { at: inTime(-26 * HOUR), who: 'station:01JD4', what: 'station.enrolled', site: '01JDSITE0', station: 'Packing 2', detail: null },
];

export const codeSample = { code: '7QKD-M2XP-4TNB', expiresAt: inTime(14 * MINUTE + 30 * SECOND) } as const;

import type { AdminOverview, AdminSite, SiteSummary } from '../../shared/contracts/central.ts';
import type { Case, OutgoingDocument } from '../../shared/domain/state/entities.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { MINUTE } from '../../shared/lib/time.ts';
import type { Central } from '../central.ts';
import { HttpProblem } from '../http/problem.ts';
import type { SiteRow } from '../store/sites.ts';

const SILENT = 10 * MINUTE;
const DOCUMENTS_SHOWN = 100;
const CASES_SHOWN = 50;

export async function overview(central: Central): Promise<AdminOverview> {
  const sites: SiteSummary[] = [];
  // One after the other: a central of many sites must not load all their projections at once.
  for (const site of await central.sites.all()) sites.push(await summaryOf(central, site));
  return { now: central.now(), version: central.version, startedAt: central.startedAt, database: central.databaseKind, sites };
}

async function summaryOf(central: Central, { site, name, seq }: SiteRow): Promise<SiteSummary> {
  const now = central.now();
  const stations = await central.stations.of(site);
  const active = stations.filter(({ state }) => state === 'active');
  const { result } = await central.orders.of(site).read((reader) => ({ documents: waitingDocuments(reader).length, cases: openCases(reader).length }));
  const heard = stations.map(({ lastSeenAt }) => lastSeenAt ?? 0);
  const last = Math.max(0, ...heard);
  return {
    site, name, head: seq,
    stations: stations.length,
    stationsSilent: active.filter(({ lastSeenAt }) => lastSeenAt === null || now - lastSeenAt > SILENT).length,
    backlog: stations.reduce((sum, { backlog }) => sum + backlog, 0),
    documentsWaiting: result.documents,
    openCases: result.cases,
    lastHeardAt: last === 0 ? null : (last as SiteSummary['lastHeardAt']),
  };
}

export async function siteDetail(central: Central, id: string): Promise<AdminSite> {
  const found = await central.sites.find(id);
  if (!found) throw new HttpProblem('notFound', `Site ${id}`);
  const now = central.now();
  const { result } = await central.orders.of(id).read((reader) => ({ documents: waitingDocuments(reader), cases: openCases(reader) }));
  return {
    site: found.site, name: found.name, head: found.seq, epoch: found.epoch, now,
    stations: [...(await central.stations.of(id))],
    documents: {
      waiting: result.documents.length,
      rows: result.documents.slice(0, DOCUMENTS_SHOWN).map(({ documentId, kind, po, state, preparedAt, dueBy, note }) => ({ documentId, kind, po, state, preparedAt, dueBy, note })),
    },
    cases: { open: result.cases.length, rows: result.cases.slice(0, CASES_SHOWN) },
    codes: [...(await central.codes.open(id, now))],
    gateways: [...(await central.gateways.of(id))],
  };
}

const waitingDocuments = (reader: Reader): OutgoingDocument[] => reader.find('outgoing', { state: 'prepared' }).sort((left, right) => left.preparedAt - right.preparedAt);
const openCases = (reader: Reader): Case[] => reader.find('case', { state: 'open' }).sort((left, right) => right.openedAt - left.openedAt);

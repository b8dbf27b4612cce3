import type { CasesPage, CaseView } from '../../../shared/contracts/views.ts';
import type { Case } from '../../../shared/domain/state/entities.ts';
import { proposalsOf } from '../../../shared/domain/sync/proposals.ts';
import { decodeRow } from '../../store/row-codec.ts';
import type { Station } from '../station.ts';
import { openCaseCount } from './case-count.ts';
import { historyEntry } from './history.ts';
import { personRef, stationName } from './people.ts';

const HISTORY = 200;

export function casesPage(station: Station, { state, offset, limit }: { readonly state: Case['state']; readonly offset: number; readonly limit: number }): CasesPage {
  const { database } = station.store;
  const rows = database.prepare<[string, number, number]>('SELECT * FROM site_case WHERE state = ? ORDER BY opened_at DESC, case_id LIMIT ? OFFSET ?').all(state, limit, offset);
  const total = Number(database.prepare<[string]>('SELECT count(*) FROM site_case WHERE state = ?').pluck().get(state));
  return { rows: rows.map((row) => caseView(station, decodeRow('case', row))), total, open: openCaseCount(station.store) };
}

export function caseView(station: Station, row: Case): CaseView {
  const { reader } = station;
  return {
    ...row,
    firstPerson: row.first && personRef(reader, row.first.actor),
    firstStation: row.first && stationName(station, row.first.station),
    secondPerson: personRef(reader, row.second.actor),
    secondStation: stationName(station, row.second.station),
    product: row.sku === null ? null : (reader.get('product', { sku: row.sku })?.title ?? null),
    proposals: row.state === 'open' ? proposalsOf(reader, row, { now: station.now() }) : [],
    history: historyOf(station, row),
  };
}

/** What happened around it: the order's or the pallet's journal, newest first, and the decision with it. */
function historyOf(station: Station, row: Case): CaseView['history'] {
  const aggregate = row.sscc !== null ? `unit:${row.sscc}` : row.po !== null ? `order:${row.po}` : row.sku !== null ? `product:${row.sku}` : null;
  const names = [`case:${row.caseId}`, ...(aggregate === null ? [] : [aggregate])];
  const entries = names.flatMap((name) => station.store.journal(0, HISTORY, name).entries);
  return entries.sort((left, right) => right.seq - left.seq).slice(0, HISTORY).map((entry) => historyEntry(station, entry));
}

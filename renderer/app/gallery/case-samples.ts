import type { CasesPage, CaseView, HistoryEntry } from '../../../shared/contracts/views.ts';
import type { CaseSide, CaseType } from '../../../shared/domain/state/entities.ts';
import type { OperationId, PoNumber, Sku, StaffId } from '../../../shared/lib/ids.ts';
import { HOUR, MINUTE } from '../../../shared/lib/time.ts';
import { message, type Message } from '../../../shared/messages/say.ts';
import { inTime, SSCC } from './samples.ts';

const SKU = 'CG-1000' as Sku;
const PO = '8QWX3NTP' as PoNumber;
const maria = { staffId: 'p1', name: 'Maria Lopez' };
const sam = { staffId: 'p2', name: 'Sam Okafor' };
const ana = { staffId: 'p3', name: 'Ana Ruiz' };

const side = (nth: number, person: { readonly staffId: string }, what: Message): CaseSide => ({
  opId: `op${String(nth)}` as OperationId,
  station: `01JD${String(nth)}`,
  actor: person.staffId as StaffId,
  at: inTime(-nth * 7 * MINUTE),
  siteSeq: 120_000 - nth,
  what,
});

const packed = (eaches: number): Message => message('cases.side.packed', { eaches, unit: SSCC });

const entry = (seq: number, who: typeof maria, station: string, what: Message): HistoryEntry => ({ seq, opId: `op${String(seq)}`, kind: 'unit.packed', at: inTime(-seq * 7 * MINUTE), actor: who, station, what });

const packedTwice: CaseView = {
  caseId: 'op2:packed-twice',
  type: 'packed-twice',
  openedAt: inTime(-6 * MINUTE),
  po: PO,
  line: '2',
  sku: SKU,
  sscc: SSCC,
  location: null,
  what: message('cases.packedTwice.unit', { units: 48, unit: SSCC, state: 'loaded' }),
  first: side(2, maria, packed(48)),
  second: side(1, sam, packed(36)),
  units: 48,
  cost: '1198.08',
  currency: 'USD',
  detail: { lines: [{ po: PO, line: '2', sku: SKU, first: 48, second: 36 }], ssccs: [SSCC], firstPlace: null, secondPlace: null, carton: null },
  state: 'open',
  decision: null,
  note: null,
  resolvedBy: null,
  firstPerson: maria,
  firstStation: 'Dock 2',
  secondPerson: sam,
  secondStation: 'Dock 3',
  product: 'Ceramic grinder, adjustable, white',
  proposals: [
    { decision: 'keep-first', label: message('cases.decide.keepFirst'), consequence: message('history.pick.returned', { eaches: 36, sku: SKU }) },
    { decision: 'keep-second', label: message('cases.decide.keepSecond'), consequence: message('history.pick.returned', { eaches: 48, sku: SKU }) },
    { decision: 'recount', label: message('cases.decide.recount'), consequence: message('history.stock.set', { sku: SKU, boxed: 84, location: 'A-01-02' }) },
  ],
  history: [entry(1, sam, 'Dock 3', packed(36)), entry(2, maria, 'Dock 2', packed(48))],
};

const resolved: CaseView = {
  ...packedTwice,
  caseId: 'op9:over-pick',
  type: 'over-pick',
  state: 'resolved',
  decision: 'keep-first',
  note: 'Counted it with both of them.',
  resolvedBy: side(9, ana, packed(0)),
  history: [{ ...entry(9, ana, 'Supervisor desk', message('history.case.resolved', { decision: 'keepFirst' })), kind: 'case.resolved' }, ...packedTwice.history],
};

const quarantined: CaseView = {
  ...packedTwice,
  caseId: 'op7:quarantined',
  type: 'quarantined',
  openedAt: inTime(-26 * HOUR),
  what: message('cases.quarantined.what', { name: 'Dock 3', kind: 'unit.weighed' }),
  po: null,
  line: null,
  sku: null,
  sscc: null,
  product: null,
  first: null,
  firstPerson: null,
  firstStation: null,
  units: 0,
  cost: null,
  currency: null,
  detail: { lines: [], ssccs: [], firstPlace: null, secondPlace: null, carton: null },
  proposals: packedTwice.proposals.slice(0, 1),
  history: [],
};

export const caseSample: CaseView = packedTwice;
export const resolvedSample: CaseView = resolved;
export const quarantinedSample: CaseView = quarantined;

const TYPES: readonly CaseType[] = ['packed-twice', 'double-acceptance', 'over-pick', 'worked-after-change', 'departed-twice', 'count-against-movement', 'staff-two-places', 'claimed-twice'];

export const caseSamples: readonly CaseView[] = [packedTwice, quarantined, ...TYPES.slice(1).map((type, index): CaseView => ({ ...packedTwice, caseId: `op${String(20 + index)}:${type}`, type, units: 12 * (index + 1), openedAt: inTime(-index * HOUR) }))];

/** More than the list holds. */
export const manyCases: CasesPage = {
  rows: Array.from({ length: 200 }, (_, index) => ({ ...packedTwice, caseId: `op${String(100 + index)}:over-pick`, type: TYPES[index % TYPES.length] ?? 'over-pick', units: 1 + (index % 40) * 12, openedAt: inTime(-index * 9 * MINUTE) })),
  total: 431,
  open: 431,
};

import fc from 'fast-check';
import { decideAcknowledge } from '../../shared/domain/acknowledgement/decide.ts';
import { decideSettings } from '../../shared/domain/settings/decide-settings.ts';
import { decideAssign } from '../../shared/domain/staffing/decide-assign.ts';
import { decideStockSet } from '../../shared/domain/stock/decide-stock.ts';
import { decideUnload } from '../../shared/domain/shipment/decide.ts';
import { decideReleaseClaim } from '../../shared/domain/sync/claims.ts';
import { proposalsOf } from '../../shared/domain/sync/proposals.ts';
import { decideResolve } from '../../shared/domain/sync/resolve/decide-resolve.ts';
import { done, type Context, type Decision } from '../../shared/domain/decision.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { poNumber } from '../../shared/lib/ids.ts';
import { HOT, PLAIN } from '../domain/scanning/floor.ts';
import { dockStep } from '../domain/scanning/dock-steps.ts';
import { eaches, index, nth, workStep } from '../domain/scanning/steps.ts';
import { WORKERS } from './beginning.ts';
import { ARRIVING, DOCUMENTS, importOf } from './documents.ts';
import type { StoreFloor } from './floor.ts';

/** One thing that a person does at a station. */
export interface Work {
  readonly name: string;
  readonly run: (floor: StoreFloor) => void;
}

const decision = (name: string, decide: (reader: Reader, context: Context) => Decision<unknown>): Work => ({ name, run: (floor) => floor.decide(decide) });

const anyOrder = fc.constantFrom(HOT, PLAIN, ...ARRIVING).map(poNumber);

/** Each line accepted as far as asked, and no further than to `most`; the rest is rejected. Mostly the same order, so that two answer it. */
const answer = fc.tuple(fc.constantFrom(0, 0, 0, 1, 2), eaches).map(([at, most]) =>
  decision(`answer order ${at}, ${most} at most`, (reader, context) => {
    const order = nth(reader.find('order', {}), at);
    if (!order) return done();
    const { po } = order;
    const lines = reader.find('line', { po }).map(({ line, requested }) => ({ line, accept: Math.min(requested, most), rejectionReason: 'TemporarilyUnavailable' as const }));
    return decideAcknowledge(reader, { po, lines, override: { reason: 'promised on the telephone' } }, context);
  }));

const count = fc.tuple(fc.constantFrom('GRIND', 'MUG', 'PLATE'), fc.integer({ min: 0, max: 40 })).map(([sku, boxed]) =>
  decision(`count ${sku} ${boxed}`, (reader, context) => decideStockSet(reader, { sku, location: 'A-01-01', boxed, safety: null, reason: 'count' }, context)));

const assignment = fc.tuple(anyOrder, fc.subarray([...WORKERS])).map(([po, staffIds]) =>
  decision(`assign ${staffIds.join()} to ${po}`, (reader, context) => decideAssign(reader, { po, staffIds }, context)));

const settings = fc.integer({ min: 40, max: 400 }).map((paceEachesPerHour) =>
  decision(`pace ${paceEachesPerHour}`, (reader, context) => decideSettings(reader, { paceEachesPerHour }, context)));

const resolution = fc.tuple(index, index).map(([at, choice]) =>
  decision(`resolve case ${at} by ${choice}`, (reader, context) => {
    const found = nth(reader.find('case', { state: 'open' }), at);
    const chosen = found && nth(proposalsOf(reader, found, context), choice);
    return found && chosen ? decideResolve(reader, { caseId: found.caseId, decision: chosen.decision, note: 'looked at it' }, context) : done();
  }));

const release = index.map((at) =>
  decision(`release claim ${at}`, (reader, context) => {
    const claim = nth(reader.find('claim', {}), at);
    return claim ? decideReleaseClaim(reader, { subject: claim.subject, reason: 'gone home' }, context) : done();
  }));

const unload = index.map((at) =>
  decision(`unload ${at}`, (reader, context) => {
    const unit = nth(reader.find('unit', { state: 'loaded' }), at);
    return unit?.shipmentId ? decideUnload(reader, { shipmentId: unit.shipmentId, sscc: unit.sscc }, context) : done();
  }));

/** Somebody drops the customer's file at a station. */
const arrival = fc.constantFrom(...DOCUMENTS).map((document): Work => ({
  name: `import ${document.fileName}`,
  run: (floor) => floor.decide(importOf(document, 'folder'), { blobs: [document.bytes] }),
}));

/** What people do, drawn once, so that a seed stays the same whatever else is drawn. */
const drawn = (work: fc.Arbitrary<Work>): readonly Work[] => fc.sample(work, { numRuns: 900, seed: 20_261_124 });

/** A site in which everything is done a little. */
const MIXED = drawn(fc.oneof(
  { weight: 60, arbitrary: workStep },
  { weight: 8, arbitrary: answer },
  { weight: 2, arbitrary: count },
  { weight: 5, arbitrary: assignment },
  { weight: 2, arbitrary: settings },
  { weight: 6, arbitrary: resolution },
  { weight: 2, arbitrary: release },
  { weight: 3, arbitrary: unload },
  { weight: 4, arbitrary: arrival },
));

/** One in which all are at the dock and at the goods with lots and serial numbers: so few steps meet only there. */
const DOCK = drawn(fc.oneof({ weight: 30, arbitrary: dockStep }, { weight: 6, arbitrary: workStep }, { weight: 1, arbitrary: answer }, { weight: 1, arbitrary: resolution }, { weight: 1, arbitrary: unload }));

/** What is worked on in a seed's site. */
export const workBy = (chance: number): readonly Work[] => (chance < 0.25 ? DOCK : MIXED);

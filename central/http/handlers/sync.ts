import { createHash } from 'node:crypto';
import type { Have, PushReply } from '../../../shared/contracts/sync.ts';
import type { Central } from '../../central.ts';
import { carryOutDecisions, tellHeld } from '../../operations/held-aside.ts';
import type { Admitted } from '../../sync/admit.ts';
import type { LogEntry, SiteState } from '../../sync/port.ts';
import type { Ordered } from '../../sync/site-order.ts';
import { JsonText, type Call, type Handlers } from '../call.ts';
import { HttpProblem, retryLater } from '../problem.ts';
import type { Access } from '../tokens.ts';

/** A snapshot older than this is not worth pulling from. */
const SNAPSHOT_BEHIND = 5_000;

export const sync: Handlers<'push' | 'recover' | 'pull' | 'snapshot' | 'snapshotChunk' | 'putBlob' | 'getBlob'> = {
  push: async (central, { params: { site }, body, caller }) => {
    const { sub: station, rights } = caller;
    spend(central, caller, body.operations.length);
    central.presence.note({ site, station, at: central.now(), backlog: body.backlog, oldestAt: body.oldestAt });
    if (rights === 'push-only') return holdAside(central, caller, body);
    const ordered = await central.orders.of(site).push({ station, incarnation: body.incarnation, operations: body.operations, written: { epoch: body.epoch ?? null, before: body.before ?? null } });
    if (ordered.result.ok) await carryOutDecisions(central, site, body.operations);
    return replyTo(central, ordered);
  },

  recover: async (central, { params: { site }, body, caller }) => {
    const state = await stateOf(central, site);
    if (caller.rights === 'push-only') throw new HttpProblem('revoked', 'What this station sends is held aside for a supervisor; it may not give back what others did.');
    if (body.epoch === state.epoch) throw new HttpProblem('invalid', 'These are of the present life of central: nothing of it was lost.');
    spend(central, caller, body.operations.length);
    const incarnation = Math.max(1, ...body.operations.filter(({ op }) => op.station === caller.sub).map(({ op }) => op.incarnation));
    const ordered = await central.orders.of(site).recover({ station: caller.sub, incarnation, operations: body.operations, written: { epoch: body.epoch, before: null } });
    const reply = replyTo(central, ordered);
    const taken = reply.results.filter(({ verdict }) => verdict !== 'duplicate').length;
    if (taken > 0) await central.audit.note({ who: `station:${caller.sub}`, what: 'operations.recovered', site, station: caller.sub, detail: `${taken} of ${body.operations.length}` });
    return reply;
  },

  pull: async (central, call) => {
    const { params: { site }, query: { after, limit, wait, epoch, incarnation, now }, caller } = call;
    // A held request is answered up to half a minute later: the caller's clock is compared with the moment it came.
    const skew = now === undefined ? {} : { skewMs: now - central.now() };
    let state = await currentState(central, site, after, epoch);
    if (state.seq <= after && wait > 0) {
      await central.heads.wait(site, after, wait * 1_000, call.gone);
      if (call.gone.aborted) throw new HttpProblem('unavailable', 'The caller has gone.');
      state = await currentState(central, site, after, epoch);
    }
    const entries = state.seq > after ? await central.log.read(site, after, limit) : [];
    const head = Math.max(state.seq, entries.at(-1)?.siteSeq ?? 0);
    central.presence.note({ site, station: caller.sub, at: central.now(), behind: head - (entries.at(-1)?.siteSeq ?? after), ...skew });
    return new JsonText(pullText({ ...state, seq: head }, central.now(), await haveOf(central, site, caller.sub, incarnation), entries));
  },

  snapshot: async (central, { params: { site } }) => {
    const before = await stateOf(central, site);
    let found = await central.log.newestSnapshot(site, before.epoch);
    if (before.seq > 0 && (!found || found.seq < before.seq - SNAPSHOT_BEHIND)) {
      await central.orders.of(site).snapshot(SNAPSHOT_BEHIND);
      found = await central.log.newestSnapshot(site, before.epoch);
    }
    const { epoch, seq: head } = await stateOf(central, site);
    return { epoch, head, now: central.now(), seq: found?.seq ?? 0, rows: found?.rows ?? 0, chunks: [...(found?.chunks ?? [])] };
  },

  snapshotChunk: async (central, { params: { site, seq, number } }) => {
    const { epoch } = await stateOf(central, site);
    const bytes = await central.log.snapshotChunk(site, epoch, seq, number);
    if (!bytes) throw new HttpProblem('notFound', 'This snapshot is not kept any more; ask for the newest.');
    return bytes;
  },

  putBlob: async (central, { params: { site, sha256 }, body }) => {
    if (createHash('sha256').update(body).digest('hex') !== sha256) throw new HttpProblem('invalid', 'The bytes are not those of this digest.');
    await central.blobs.put(site, sha256, body, central.now());
    return undefined;
  },

  getBlob: async (central, { params: { site, sha256 } }) => {
    const bytes = await central.blobs.get(site, sha256);
    if (!bytes) throw new HttpProblem('notFound', `Bytes ${sha256}`);
    return bytes;
  },
};

function spend(central: Central, { site, sub }: Access, operations: number): void {
  const seconds = central.buckets.take(`${site} ${sub}`, Math.max(1, operations));
  if (seconds > 0) throw retryLater('tooMany', seconds, 'This station sends more than its share.');
}

async function stateOf(central: Central, site: string): Promise<SiteState> {
  const state = await central.log.state(site);
  if (!state) throw new HttpProblem('notFound', `Site ${site}`);
  return state;
}

/** The site's state, unless the caller's cursor belongs to another life of central. */
async function currentState(central: Central, site: string, after: number, epoch: string | undefined): Promise<SiteState> {
  const state = await stateOf(central, site);
  if ((epoch === undefined || epoch === state.epoch) && after <= state.seq) return state;
  const common = epoch === undefined || epoch === state.epoch ? 0 : await central.sites.common(site, epoch);
  throw otherLife({ epoch: state.epoch, head: state.seq, common: Math.min(common, after) });
}

const otherLife = ({ epoch, head, common }: { readonly epoch: string; readonly head: number; readonly common: number }): HttpProblem =>
  new HttpProblem('epoch', 'Offer what central lacks and fetch a new copy; nothing is lost.', { epoch, head, common });

async function haveOf(central: Central, site: string, station: string, incarnation: number): Promise<Have> {
  return { incarnation, stationSeq: (await central.log.lineage(site, station, incarnation))?.have ?? 0 };
}

/** Envelopes are text already: reading and writing each again would be most of a pull's work. */
function pullText({ epoch, seq }: SiteState, now: number, have: Have, entries: readonly LogEntry[]): string {
  const operations = entries.map(({ siteSeq, verdict, caseIds, lineage, seen, envelope }) => {
    // An envelope's incarnation is never newer than its lineage.
    const filed = lineage === 1 ? '' : `"lineage":${lineage},`;
    const had = seen === null ? '' : `"seen":${seen},`;
    return `{"siteSeq":${siteSeq},"verdict":"${verdict}","caseIds":${JSON.stringify(caseIds)},${filed}${had}"op":${envelope}}`;
  });
  return `{"epoch":${JSON.stringify(epoch)},"head":${seq},"now":${now},"have":${JSON.stringify(have)},"operations":[${operations.join(',')}]}`;
}

function replyTo(central: Central, { state, result }: Ordered<Admitted>): PushReply {
  if (!result.ok) {
    central.metrics.refusedPushes.inc({ problem: result.problem });
    throw problemOf(result);
  }
  for (const { verdict } of result.results) central.metrics.operations.inc({ verdict });
  return { epoch: state.epoch, head: state.seq, now: central.now(), have: result.have, results: result.results };
}

function problemOf(refused: Extract<Admitted, { readonly ok: false }>): HttpProblem {
  switch (refused.problem) {
    case 'gap':
      return new HttpProblem('gap', `Send from ${refused.have.stationSeq + 1} on.`, { have: refused.have });
    case 'fork':
      return new HttpProblem('fork', 'Go on under the new incarnation; both histories are kept.', { incarnation: refused.incarnation });
    case 'epoch':
      return otherLife(refused);
    case 'opFork':
      return new HttpProblem('opFork', `Operation ${refused.opId}`, { opId: refused.opId });
    case 'otherSite':
    case 'invalid':
      return new HttpProblem(refused.problem, refused.detail);
  }
}

/** A station without rights loses nothing: what it sends is kept durably beside the order. */
async function holdAside(central: Central, { site, sub: station }: Access, { incarnation, operations }: Call<'push'>['body']): Promise<PushReply> {
  const stranger = operations.find((op) => op.station !== station || op.site !== site);
  if (stranger) throw new HttpProblem('otherSite', `Operation ${stranger.opId} is not of this station.`);
  const fresh = operations.length > 0 ? await central.held.hold(site, station, incarnation, operations, central.now()) : 0;
  if (fresh > 0) await tellHeld(central, site, station, incarnation);
  const state = await stateOf(central, site);
  const { stationSeq } = await haveOf(central, site, station, incarnation);
  return { epoch: state.epoch, head: state.seq, now: central.now(), have: { incarnation, stationSeq: await central.held.have(site, station, incarnation, stationSeq) }, results: [] };
}

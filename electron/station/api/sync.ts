import { decided } from '../../../shared/domain/decision.ts';
import { requireRight } from '../../../shared/domain/staffing/rights.ts';
import { syncRefusal } from '../sync/enrolment.ts';
import { RefusedError } from '../refused.ts';
import { api, personOf, settle, type CallContext } from './base.ts';

/** Whom a station belongs to is a supervisor's matter. */
function requireSupervisor(context: CallContext, where: string): void {
  const { station } = context;
  const refused = requireRight(station.contextOf(personOf(context)), 'settings', where);
  if (refused) throw new RefusedError(refused.refusal);
}

export const sync = {
  status: api.sync.status.handler(({ context }) => context.station.sync.view()),
  pair: api.sync.pair.handler(async ({ context, input }) => {
    requireSupervisor(context, input.address);
    settle(await context.station.sync.pair(input));
    return context.station.sync.view();
  }),
  join: api.sync.join.handler(async ({ context, input: { stationName, stationUse, locale, ...central } }) => {
    const { station } = context;
    if (station.settings.configured || station.store.journalLength() > 0) throw new RefusedError(syncRefusal('sync.refused.notEmpty', station.settings.siteName));
    settle(await station.sync.pair({ ...central, stationName }));
    settle(station.decideAsStation(() => decided([{ kind: 'settings.changed', body: { patch: { stationName, stationUse, locale } } }], undefined)));
    return station.sync.view();
  }),
  now: api.sync.now.handler(async ({ context }) => {
    settle(await context.station.sync.tryNow());
    return context.station.sync.view();
  }),
  leave: api.sync.leave.handler(async ({ context }) => {
    const { station } = context;
    const unfinished = !station.settings.configured;
    if (!unfinished) requireSupervisor(context, station.settings.siteName);
    settle(station.sync.leave());
    if (unfinished) await station.printing.aside(() => station.startOver());
    return station.sync.view();
  }),
  peers: api.sync.peers.handler(({ context }) => [...context.station.reader.find('peer', {})].sort((left, right) => left.number - right.number)),
};

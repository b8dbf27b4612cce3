import { parseZone } from '../../../shared/lib/time.ts';
import { decidePolicy, decideSettings } from '../../../shared/domain/settings/decide-settings.ts';
import { decideSetup } from '../../../shared/domain/staffing/decide-setup.ts';
import { refusedFolder } from '../folders.ts';
import { hashPin } from '../pin.ts';
import { historyEntry } from '../queries/history.ts';
import { stationStatus } from '../queries/status.ts';
import { withoutSecrets } from '../queries/without-secrets.ts';
import { act, api, notFound, personOf, settle } from './base.ts';
import { sessionView } from './session.ts';

export const station = {
  status: api.station.status.handler(({ context }) => stationStatus(context.station)),
  events: api.station.events.handler(({ context, signal }) => context.station.publisher.subscribe('event', signal === undefined ? {} : { signal })),
  setUp: api.station.setUp.handler(async ({ context, input: { pin, zone, ...answers } }) => {
    const known = parseZone(zone);
    if (known === undefined) throw notFound('setup.refused.zone', zone, {}, 'setup.hint.zone');
    const pinHash = await hashPin(pin);
    const actor = settle(context.station.decideAsStation((reader, decision) => decideSetup(reader, { ...answers, zone: known, pinHash }, decision)));
    context.session.staffId = actor.staffId;
    return sessionView(context);
  }),
  startDemo: api.station.startDemo.handler(async ({ context, input }) => {
    // Over a site at work only a supervisor may put the demo; the site's own store waits untouched.
    if (context.station.settings.configured && personOf(context).role !== 'supervisor') throw notFound('staff.refused.demo', context.station.settings.siteName, {}, 'staff.hint.askSupervisor');
    const { fillDemo } = await import('../demo/fill-demo.ts');
    await context.station.printing.aside(() => context.station.enterDemo());
    await fillDemo(context.station, input.zone === undefined ? undefined : parseZone(input.zone), input.locale);
    const supervisor = context.station.reader.find('staff', { role: 'supervisor' })[0];
    context.session.staffId = supervisor?.staffId ?? null;
    return stationStatus(context.station);
  }),
  leaveDemo: api.station.leaveDemo.handler(async ({ context }) => {
    await context.station.printing.aside(() => context.station.leaveDemo());
    return stationStatus(context.station);
  }),
  changeSettings: api.station.changeSettings.handler(({ context, input }) => {
    act(context, (reader, decision) => {
      const decided = decideSettings(reader, input, decision);
      const refusal = decided.ok ? refusedFolder(context.station.settings, input) : undefined;
      return refusal ? { ok: false, refusal } : decided;
    });
    return stationStatus(context.station);
  }),
  policy: api.station.policy.handler(({ context }) => context.station.policy()),
  changePolicy: api.station.changePolicy.handler(({ context, input }) => {
    act(context, (reader, decision) => decidePolicy(reader, input.rules, decision));
    return context.station.policy();
  }),
  backup: api.station.backup.handler(({ context }) => context.station.backUp()),
  journal: api.station.journal.handler(({ context, input }) => {
    const { store } = context.station;
    const { entries } = store.journal(input.after, input.limit, input.aggregate);
    return {
      entries: entries.map((entry) => ({ ...historyEntry(context.station, entry), body: withoutSecrets(entry.operation.body), stationSeq: entry.operation.stationSeq, hash: entry.operation.hash })),
      length: store.journalLength(),
    };
  }),
};

import type { Session } from '../../../shared/contracts/views.ts';
import { decideSignIn, mayTryPin } from '../../../shared/domain/staffing/decide-sign-in.ts';
import type { Staff } from '../../../shared/domain/state/entities.ts';
import { demoStaff } from '../demo/staff.ts';
import { matchesPin } from '../pin.ts';
import type { Station } from '../station.ts';
import { RefusedError } from '../refused.ts';
import { api, settle, signedIn, type CallContext } from './base.ts';

/** A person by staff id, badge or name (any case): what `--as` takes. */
export function findStaff({ reader }: Station, text: string): Staff | undefined {
  const wanted = text.trim().toLowerCase();
  return reader.find('staff', {}).find((staff) => staff.active && [staff.staffId, staff.badge ?? '', staff.name].some((name) => name.toLowerCase() === wanted));
}

export const noSuchStaff = (text: string): RefusedError =>
  new RefusedError({ code: 'staff.refused.unknown', params: { name: text }, where: text, hint: null });

export function sessionView(context: CallContext): Session {
  return { person: signedIn(context), station: context.station.store.identity.station, shell: context.session.shell };
}

/** Ends with the person signed in, or throws the refusal; a wrong try is saved before it is refused. */
function signIn(context: CallContext, input: Parameters<typeof decideSignIn>[1]): Session {
  const result = settle(context.station.decideAsStation((reader, decisionContext) => decideSignIn(reader, input, decisionContext)));
  if (!result.signedIn) throw new RefusedError(result.refusal);
  context.session.staffId = result.actor.staffId;
  return sessionView(context);
}

/** Signs in by a scanned badge; the floor's scan path uses it too. */
export const signInByBadge = (context: CallContext, badge: string): Session => signIn(context, { by: 'badge', badge });

const demoPinOf = ({ store }: Station, name: string): string | null => (store.identity.demo ? (demoStaff.find((person) => person.name === name)?.pin ?? null) : null);

export const session = {
  current: api.session.current.handler(({ context }) => sessionView(context)),
  people: api.session.people.handler(({ context }) =>
    context.station.reader.find('staff', {}).filter(({ active }) => active).map(({ staffId: id, name, role }) => ({ staffId: id, name, role, demoPin: demoPinOf(context.station, name) })),
  ),
  signIn: api.session.signIn.handler(async ({ context, input }) => {
    const tried = mayTryPin(context.station.reader, input.staffId, context.station.now());
    if (!tried.ok) throw new RefusedError(tried.refusal);
    return signIn(context, { by: 'pin', staffId: input.staffId, pinMatches: await matchesPin(input.pin, tried.staff.pinHash) });
  }),
  badge: api.session.badge.handler(({ context, input }) => signInByBadge(context, input.badge)),
  signOut: api.session.signOut.handler(({ context }) => {
    context.session.staffId = null;
    return sessionView(context);
  }),
};

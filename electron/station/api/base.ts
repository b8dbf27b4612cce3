import { implement, ORPCError } from '@orpc/server';
import { contract, type RefusalData } from '../../../shared/contracts/api.ts';
import type { Actor, Decision, Refusal } from '../../../shared/domain/decision.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import type { Context } from '../../../shared/domain/decision.ts';
import { staffId } from '../../../shared/lib/ids.ts';
import { message, type MessageParams } from '../../../shared/messages/say.ts';
import type { MessageKey } from '../../../shared/messages/catalogue.ts';
import { StoreError, type StoreErrorReason } from '../../store/errors.ts';
import { logger } from '../log.ts';
import { RefusedError } from '../refused.ts';
import type { DecideOptions } from '../../store/store.ts';
import type { SessionState } from '../sessions.ts';
import type { Station } from '../station.ts';
import { forgetQuestion } from './questions.ts';

/** What may be asked before anybody has signed in; a scan, because it may be a badge, whatever scanner it comes from. */
const OPEN: ReadonlySet<string> = new Set([
  'station.status', 'station.events', 'station.setUp', 'station.startDemo', 'session.current', 'session.people', 'session.signIn', 'session.badge', 'session.signOut', 'floor.scan',
  'devices.scans', 'devices.front',
]);

/** Until the station belongs to a site there is nobody who could sign in: it may join one, see how that goes, and give it up. */
const OPEN_UNTIL_SET_UP: ReadonlySet<string> = new Set(['sync.join', 'sync.status', 'sync.now', 'sync.leave']);

const isOpen = (path: string, { settings }: Station): boolean => OPEN.has(path) || (OPEN_UNTIL_SET_UP.has(path) && !settings.configured);

/** What a call comes with: the station it reached and the session it came through. */
export interface CallContext {
  readonly station: Station;
  readonly session: SessionState;
}

export const api = implement(contract)
  .$context<CallContext>()
  .use(async ({ context, path, next }) => {
    if (!isOpen(path.join('.'), context.station)) personOf(context);
    try {
      return await next();
    } catch (error) {
      throw asApiError(context.station.store.faultOf(error));
    }
  });

export const dataOf = ({ code, params, where, hint }: Refusal): RefusalData => ({ code, message: message(code, params), where, hint });

const STORE_CODES: Readonly<Record<StoreErrorReason, MessageKey>> = {
  'no-folder': 'store.noFolder',
  'newer-file': 'store.newerFile',
  corrupt: 'store.corrupt',
  damaged: 'store.damaged',
  'disk-full': 'store.diskFull',
  'in-use': 'store.inUse',
  'not-durable': 'store.notDurable',
  'read-only': 'store.readOnly',
  'old-engine': 'store.oldEngine',
  failed: 'store.failed',
};

const STORE_HINTS: Readonly<Record<StoreErrorReason, MessageKey>> = {
  'no-folder': 'store.noFolder.hint',
  'newer-file': 'store.newerFile.hint',
  corrupt: 'store.corrupt.hint',
  damaged: 'store.damaged.hint',
  'disk-full': 'store.diskFull.hint',
  'in-use': 'store.inUse.hint',
  'not-durable': 'store.notDurable.hint',
  'read-only': 'store.readOnly.hint',
  'old-engine': 'store.oldEngine.hint',
  failed: 'store.failed.hint',
};

/** A fault of the store in the words of a refusal. */
export const refusalOfStore = (error: StoreError): Refusal => ({
  code: STORE_CODES[error.reason],
  params: {},
  where: error.file,
  hint: message(STORE_HINTS[error.reason]),
});

function asApiError(error: unknown): unknown {
  if (error instanceof RefusedError) return new ORPCError('REFUSED', { defined: true, status: 409, data: dataOf(error.refusal) });
  if (error instanceof StoreError) return new ORPCError('STORE', { defined: true, status: 503, data: dataOf(refusalOfStore(error)) });
  if (!(error instanceof ORPCError)) logger.error({ error: error instanceof Error ? error.stack : String(error) }, 'a call failed');
  return error;
}

/** The result of a decision that stood; throws the refusal of one that did not. */
export function settle<Result>(outcome: { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly refusal: Refusal }): Result {
  if (outcome.ok) return outcome.result;
  throw new RefusedError(outcome.refusal);
}

/** Decides as the person signed in to this session. A scan that waited to be confirmed waits no longer. */
export function act<Result>(context: CallContext, decision: (reader: Reader, context: Context) => Decision<Result>, options: DecideOptions<Result> = {}): Result {
  forgetQuestion(context.session);
  return settle(context.station.decide(personOf(context), decision, options));
}

const CONSOLE = staffId('console');

export const signedOut = () => new ORPCError('SIGNED_OUT', { defined: true, status: 401 });

/** The person of a session, by the staff rows as they are now. Throws SIGNED_OUT when nobody is signed in. */
export function personOf(context: CallContext): Actor {
  const person = signedIn(context);
  if (!person) throw signedOut();
  return person;
}

/**
 * Nobody signed in at the command line is the administrator who holds the data folder. Until the first supervisor
 * exists nobody outranks them; from then on a supervisor's acts need a supervisor's name (`--as`).
 */
export function signedIn({ station, session }: CallContext): Actor | null {
  if (session.staffId !== null) {
    const staff = station.reader.get('staff', { staffId: session.staffId });
    return staff?.active ? { staffId: staff.staffId, name: staff.name, role: staff.role } : null;
  }
  if (session.shell !== 'command-line') return null;
  const supervised = station.reader.find('staff', { role: 'supervisor' }).some(({ active }) => active);
  return { staffId: CONSOLE, name: 'Console', role: supervised ? 'shipping' : 'supervisor' };
}

/** Refuses with a thing that is not there, in the words people look for it by. */
export function notFound(code: MessageKey, where: string, params: MessageParams = {}, hint: MessageKey | null = null): RefusedError {
  return new RefusedError({ code, params, where, hint: hint === null ? null : message(hint) });
}

import { create } from 'zustand';
import { soundOf } from '../../shared/domain/scanning/answer.ts';
import type { ScanLogRow, ScanReply, TaskView } from '../../shared/contracts/views.ts';
import type { Actor } from '../../shared/domain/decision.ts';
import { decodeScan } from '../../shared/lib/barcode/decode-scan.ts';
import { commandCode } from '../../shared/lib/barcode/house-code.ts';
import type { Message } from '../../shared/messages/say.ts';
import { message } from '../../shared/messages/say.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { isAnswered, isSignedOut, refusalOf, type StationClient } from '../bridge.ts';
import type { SoundEvent } from '../ui/sounds.ts';
import type { ScanOutcome } from '../ui/floor/scan-answer.ts';
import { setSession, stationNow, useStationState } from './station.tsx';

/** For a command that may be asked again after a lost answer, as the door does with scans. */
export const newScanId = (): string => crypto.randomUUID();

/** One answered scan as the bar shows it; words are made when it is shown, in the reader's language. */
export interface AnsweredScan {
  readonly id: string;
  readonly outcome: ScanOutcome;
  readonly words: Message;
  readonly detail: Message | null;
  readonly code: string;
  /** The scanner's name; null for one that types like a keyboard, and for a code typed by hand. */
  readonly device: string | null;
  readonly at: Instant;
}

/** A scan of somebody whom the station signed out before it came: it waits for that person, and is nobody else's. */
export interface HeldScan {
  readonly scanId: string;
  readonly code: string;
  readonly quantity: number | null;
  readonly device: string | null;
  readonly by: Actor;
  readonly at: Instant;
}

interface ScanState {
  readonly waiting: number;
  /** Oldest first. */
  readonly held: readonly HeldScan[];
  readonly recent: readonly AnsweredScan[];
  /** The last whole reply: the task screen shows it before its own question is answered. */
  readonly reply: ScanReply | undefined;
  /** How many scans were answered; changes with each, so that effects can follow. */
  readonly answered: number;
}

export const useScans = create<ScanState>(() => ({ waiting: 0, held: [], recent: [], reply: undefined, answered: 0 }));

const KEPT = 20;

interface Waiting {
  readonly scanId: string;
  readonly code: string;
  readonly quantity: number | null;
  readonly device: string | null;
  /** Null for whoever is signed in when its turn comes: a badge, what was scanned behind one, and before the first sign-in. */
  readonly by: Actor | null;
  readonly at: Instant;
  /** It was held until its person signed in again. */
  readonly late: boolean;
}

const isBadge = ({ code }: { readonly code: string }): boolean => decodeScan(code).kind === 'badge';

/** A scan that a device told of: its id is its own, so that one told twice counts once. */
export interface ScanOrigin {
  readonly scanId: string;
  readonly device: string;
}

export interface ScanDoor {
  /** Takes a scan from anywhere, now; it is answered in its turn. */
  readonly scan: (code: string, quantity?: number, origin?: ScanOrigin) => void;
  readonly undo: () => void;
  /** Shows, sounds and keeps the answer to a button's command like that of a scan. */
  readonly answer: (reply: ScanReply, code: string) => void;
  /** Sends what was held for the person who is signed in now; to be called when that changes. */
  readonly resume: () => void;
  /** Drops what is held for a person. */
  readonly discardHeld: (staffId: string) => void;
  /** A scan that the scanner cut short. */
  readonly incomplete: (code: string, device?: string | null) => void;
}

export interface ScanDoorParts {
  readonly client: () => StationClient;
  /** Sounds an answer. */
  readonly play: (event: SoundEvent) => void;
  /** Shows the task as the answer leaves it. */
  readonly takeTask: (task: TaskView | null) => void;
  /** Sees to what an answer asks for besides being shown: a label or a list to print. */
  readonly follow: (reply: ScanReply) => void;
}

/** How long to wait before asking again about a scan whose answer was lost. Its id keeps it from counting twice. */
const ASK_AGAIN_MS = 400;

/**
 * Scans queue here and are answered one by one in order: none is dropped while the one before is being saved, and none
 * is lost with the line to the station. Each is its person's own: where the station has forgotten who that is, it waits until they sign in.
 */
export function createScanDoor({ client, play, takeTask, follow }: ScanDoorParts): ScanDoor {
  const queue: Waiting[] = [];
  let working: Waiting | undefined;

  const show = (answer: Omit<AnsweredScan, 'id' | 'at'>): void => {
    useScans.setState(({ recent, answered }) => ({
      recent: [{ ...answer, id: crypto.randomUUID(), at: stationNow() }, ...recent].slice(0, KEPT),
      answered: answered + 1,
    }));
  };

  const take = (reply: ScanReply, code: string, device: string | null = null, lateOf: Actor | null = null): void => {
    const { answer } = reply;
    play(soundOf(answer));
    takeTask(reply.task);
    useScans.setState({ reply });
    show({ outcome: answer.result === 'unknown' ? 'wrong' : answer.result, words: answer.message, detail: detailOf(reply) ?? (lateOf && message('app.scan.sentLater', { name: lateOf.name })), code, device });
    follow(reply);
  };

  const refuse = (error: unknown, { code, device }: Waiting): void => {
    play('wrong');
    const refusal = refusalOf(error);
    show({ outcome: 'wrong', words: refusal?.message ?? message(isSignedOut(error) ? 'app.signIn.needed' : 'app.scan.failed'), detail: refusal?.hint ?? null, code, device });
  };

  const hold = ({ scanId, code, quantity, device, at }: Waiting, by: Actor): void => {
    play('wrong');
    useScans.setState(({ held }) => ({ held: [...held, { scanId, code, quantity, device, by, at }] }));
    show({ outcome: 'info', words: message('app.scan.held', { name: by.name }), detail: null, code, device });
  };

  const askStation = async (waiting: Waiting): Promise<void> => {
    const { scanId, code, quantity, device, by, late } = waiting;
    for (;;) {
      let reply: ScanReply;
      try {
        reply = await client().floor.scan({ scanId, code, quantity, by: by?.staffId ?? null });
      } catch (error) {
        if (!isAnswered(error)) {
          await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
          continue;
        }
        if (by === null || !isSignedOut(error)) refuse(error, waiting);
        else {
          hold(waiting, by);
          await askWhoIsHere();
        }
        return;
      }
      take(reply, code, device, late ? by : null);
      if (reply.answer.followUp?.kind === 'sign-in') await askWhoIsHere();
      return;
    }
  };

  const askWhoIsHere = async (): Promise<void> => {
    try {
      setSession(await client().session.current({}));
      resume();
    } catch {
      // The line broke meanwhile; who is signed in is asked again when it is back.
    }
  };

  const tellWaiting = (): void => useScans.setState({ waiting: queue.length + (working ? 1 : 0) });

  const work = async (): Promise<void> => {
    if (working) return;
    for (working = queue.shift(); working !== undefined; working = queue.shift()) {
      tellWaiting();
      await askStation(working);
    }
    tellWaiting();
  };

  /** Behind a badge that is still to be answered, it is the scan of the person whom the badge signs in. */
  const authorOf = (code: string): Actor | null => {
    if ([...(working ? [working] : []), ...queue].some(isBadge) || isBadge({ code })) return null;
    return useStationState.getState().session?.person ?? null;
  };

  const scan = (code: string, quantity?: number, origin?: ScanOrigin): void => {
    queue.push({ scanId: origin?.scanId ?? crypto.randomUUID(), code, quantity: quantity ?? null, device: origin?.device ?? null, by: authorOf(code), at: stationNow(), late: false });
    tellWaiting();
    void work();
  };

  const resume = (): void => {
    const here = useStationState.getState().session?.person?.staffId;
    const { held } = useScans.getState();
    const theirs = held.filter(({ by }) => by.staffId === here);
    if (theirs.length === 0) return;
    useScans.setState({ held: held.filter(({ by }) => by.staffId !== here) });
    // Before what was scanned since: their order is the order of the hand.
    queue.unshift(...theirs.map((scanned) => ({ ...scanned, late: true })));
    tellWaiting();
    void work();
  };

  return {
    scan,
    undo: () => scan(commandCode('undo')),
    answer: take,
    resume,
    discardHeld: (staffId) => useScans.setState(({ held }) => ({ held: held.filter(({ by }) => by.staffId !== staffId) })),
    incomplete: (code, device = null) => {
      play('wrong');
      show({ outcome: 'wrong', words: message('app.scan.incomplete'), detail: null, code, device });
    },
  };
}

/**
 * Whether an answer brings the task's screen up: the scan counted in it, or asked for what it is at already. A wrong scan changes nothing,
 * not even the screen, and a badge only changes the person.
 */
export function bringsTaskUp({ answer, task }: ScanReply): boolean {
  if (task === null || answer.confirm !== null) return false;
  return answer.result === 'accepted' || answer.result === 'done' || (answer.result === 'info' && answer.followUp === null);
}

/** After a start the last ten come from the journal, as long as nothing was scanned since. */
export function recallScans(rows: readonly ScanLogRow[]): void {
  if (useScans.getState().recent.length > 0) return;
  useScans.setState({
    recent: rows.filter(({ undone }) => !undone).map(({ opId, what, code, at }) => ({ id: opId, outcome: 'accepted', words: what, detail: null, code, device: null, at })),
  });
}

function detailOf({ answer }: ScanReply): Message | null {
  if (answer.confirm !== null) return message('app.confirmAgain');
  return answer.expected ?? answer.details[0] ?? null;
}

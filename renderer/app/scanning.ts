import { create } from 'zustand';
import { countsNothingYet, soundOf } from '../../shared/domain/scanning/answer.ts';
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
import type { KeptScan, KeptScans } from './kept-scans.ts';
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
export interface HeldScan extends KeptScan {
  readonly by: Actor;
}

interface ScanState {
  readonly waiting: number;
  /** Scans wait because the station does not answer. */
  readonly stalled: boolean;
  /** Oldest first. */
  readonly held: readonly HeldScan[];
  readonly recent: readonly AnsweredScan[];
  /** The last whole reply: the task screen shows it before its own question is answered. */
  readonly reply: ScanReply | undefined;
  /** How many scans were answered; changes with each, so that effects can follow. */
  readonly answered: number;
}

export const useScans = create<ScanState>(() => ({ waiting: 0, stalled: false, held: [], recent: [], reply: undefined, answered: 0 }));

const KEPT = 20;

/** `by` is null for a badge, for what was scanned behind one, and before the first sign-in. */
interface Waiting extends KeptScan {
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
  /** Undo's button or keys. A second press is a bouncing hand until the first one's answer has stood for a moment; the UNDO bar code is never held back. */
  readonly undo: () => void;
  /** Takes up what waited when the page was closed. */
  readonly restore: () => void;
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
  /** Where scans without an answer outlive the page. */
  readonly kept: KeptScans;
}

/** How long to wait before asking again about a scan whose answer was lost. Its id keeps it from counting twice. */
const ASK_AGAIN_MS = 400;

/** A station that has not answered for so long is said not to answer: a scan is to be answered within a blink, or to be told that it waits. */
const SLOW_MS = 1_000;

/** So long after the answer to an undo another press of the button may be the same one. */
const BOUNCE_MS = 500;

/**
 * Scans queue here and are answered one by one in order: none is dropped while the one before is being saved, and none
 * is lost with the line to the station. Each is its person's own: where the station has forgotten who that is, it waits until they sign in.
 */
export function createScanDoor({ client, play, takeTask, follow, kept }: ScanDoorParts): ScanDoor {
  const queue: Waiting[] = [];
  let working: Waiting | undefined;
  let undoPressed: string | undefined;

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
    show({ outcome: outcomeOf(answer), words: answer.message, detail: detailOf(reply) ?? (lateOf && message('app.scan.sentLater', { name: lateOf.name })), code, device });
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

  /** Nobody waits for an answer in vain: it is seen and heard that the scan is kept. */
  const stall = (): void => {
    useScans.setState({ stalled: true });
    play('waits');
  };

  const askStation = async (waiting: Waiting): Promise<void> => {
    const { scanId, code, quantity, device, by, late } = waiting;
    for (;;) {
      let reply: ScanReply;
      const slow = setTimeout(() => {
        if (!useScans.getState().stalled) stall();
      }, SLOW_MS);
      try {
        reply = await client().floor.scan({ scanId, code, quantity, by: by?.staffId ?? null });
        useScans.setState({ stalled: false });
      } catch (error) {
        if (!isAnswered(error)) {
          if (!useScans.getState().stalled) stall();
          await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
          continue;
        }
        useScans.setState({ stalled: false });
        if (by === null || !isSignedOut(error)) refuse(error, waiting);
        else {
          hold(waiting, by);
          await askWhoIsHere();
        }
        return;
      } finally {
        clearTimeout(slow);
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
      const { scanId } = working;
      if (![...queue, ...useScans.getState().held].some((scan) => scan.scanId === scanId)) kept.forget(scanId);
      if (scanId === undoPressed) setTimeout(() => (undoPressed = undefined), BOUNCE_MS);
    }
    tellWaiting();
  };

  /** Behind a badge that is still to be answered, it is the scan of the person whom the badge signs in. */
  const authorOf = (code: string): Actor | null => {
    if ([...(working ? [working] : []), ...queue].some(isBadge) || isBadge({ code })) return null;
    return useStationState.getState().session?.person ?? null;
  };

  const scan = (code: string, quantity?: number, origin?: Pick<KeptScan, 'scanId' | 'device'>): void => {
    const scanned: KeptScan = { scanId: origin?.scanId ?? newScanId(), code, quantity: quantity ?? null, device: origin?.device ?? null, by: authorOf(code), at: stationNow() };
    // A badge says who stands here now: read again later it would sign in somebody who has left.
    if (!isBadge(scanned)) kept.keep(scanned);
    queue.push({ ...scanned, late: false });
    if (useScans.getState().stalled || useStationState.getState().connection === 'lost') stall();
    tellWaiting();
    void work();
  };

  const undo = (): void => {
    if (undoPressed !== undefined) return;
    undoPressed = newScanId();
    scan(commandCode('undo'), undefined, { scanId: undoPressed, device: null });
  };

  const restore = (): void => {
    const here = new Set([...queue, ...(working ? [working] : []), ...useScans.getState().held].map(({ scanId }) => scanId));
    const left = kept.all().filter(({ scanId }) => !here.has(scanId));
    for (const { scanId, code, device } of left.filter(({ by }) => by === null)) {
      // Whose it was, nobody knows any more.
      kept.forget(scanId);
      show({ outcome: 'wrong', words: message('app.scan.lost'), detail: null, code, device });
    }
    queue.push(...left.filter(({ by }) => by !== null).map((scanned) => ({ ...scanned, late: true })));
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
    undo,
    restore,
    answer: take,
    resume,
    discardHeld: (staffId) => {
      const { held } = useScans.getState();
      for (const { by, scanId } of held) if (by.staffId === staffId) kept.forget(scanId);
      useScans.setState({ held: held.filter(({ by }) => by.staffId !== staffId) });
    },
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

/** As the bar shows it. A half of what is to be packed is no reason to put the carton down as counted. */
function outcomeOf(answer: ScanReply['answer']): ScanOutcome {
  if (countsNothingYet(answer)) return 'info';
  return answer.result === 'unknown' ? 'wrong' : answer.result;
}

function detailOf({ answer }: ScanReply): Message | null {
  if (answer.confirm !== null) return message('app.confirmAgain');
  return answer.expected ?? answer.details[0] ?? null;
}

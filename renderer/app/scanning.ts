import { create } from 'zustand';
import { soundOf } from '../../shared/domain/scanning/answer.ts';
import type { ScanLogRow, ScanReply, TaskView } from '../../shared/contracts/views.ts';
import { commandCode } from '../../shared/lib/barcode/house-code.ts';
import type { Message } from '../../shared/messages/say.ts';
import { message } from '../../shared/messages/say.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { isAnswered, isSignedOut, refusalOf, type StationClient } from '../bridge.ts';
import type { SoundEvent } from '../ui/sounds.ts';
import type { ScanOutcome } from '../ui/floor/scan-answer.ts';
import { setSession, stationNow } from './station.tsx';

/** One answered scan as the bar shows it; words are made when it is shown, in the reader's language. */
export interface AnsweredScan {
  readonly id: string;
  readonly outcome: ScanOutcome;
  readonly words: Message;
  readonly detail: Message | null;
  readonly code: string;
  readonly at: Instant;
}

interface ScanState {
  readonly waiting: number;
  readonly recent: readonly AnsweredScan[];
  /** The last whole reply: the task screen shows it before its own question is answered. */
  readonly reply: ScanReply | undefined;
  /** How many scans were answered; changes with each, so that effects can follow. */
  readonly answered: number;
}

export const useScans = create<ScanState>(() => ({ waiting: 0, recent: [], reply: undefined, answered: 0 }));

const KEPT = 20;

interface Waiting {
  readonly scanId: string;
  readonly code: string;
  readonly quantity: number | null;
}

export interface ScanDoor {
  /** Takes a scan from anywhere, now; it is answered in its turn. */
  readonly scan: (code: string, quantity?: number) => void;
  readonly undo: () => void;
  /** Shows, sounds and keeps the answer to a button's command like that of a scan. */
  readonly answer: (reply: ScanReply, code: string) => void;
  /** A scan that the scanner cut short. */
  readonly incomplete: (code: string) => void;
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
 * is lost with the line to the station.
 */
export function createScanDoor({ client, play, takeTask, follow }: ScanDoorParts): ScanDoor {
  const queue: Waiting[] = [];
  let working = false;

  const show = (answer: Omit<AnsweredScan, 'id' | 'at'>): void => {
    useScans.setState(({ recent, answered }) => ({
      recent: [{ ...answer, id: crypto.randomUUID(), at: stationNow() }, ...recent].slice(0, KEPT),
      answered: answered + 1,
    }));
  };

  const take = (reply: ScanReply, code: string): void => {
    const { answer } = reply;
    play(soundOf(answer));
    takeTask(reply.task);
    useScans.setState({ reply });
    show({ outcome: answer.result === 'unknown' ? 'wrong' : answer.result, words: answer.message, detail: detailOf(reply), code });
    follow(reply);
  };

  const refuse = (error: unknown, code: string): void => {
    play('wrong');
    const refusal = refusalOf(error);
    show({ outcome: 'wrong', words: refusal?.message ?? message(isSignedOut(error) ? 'app.signIn.needed' : 'app.scan.failed'), detail: refusal?.hint ?? null, code });
  };

  const askStation = async ({ scanId, code, quantity }: Waiting): Promise<void> => {
    for (;;) {
      let reply: ScanReply;
      try {
        reply = await client().floor.scan({ scanId, code, quantity });
      } catch (error) {
        if (isAnswered(error)) {
          refuse(error, code);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
        continue;
      }
      take(reply, code);
      if (reply.answer.followUp?.kind === 'sign-in') await followSignIn();
      return;
    }
  };

  const followSignIn = async (): Promise<void> => {
    try {
      setSession(await client().session.current({}));
    } catch {
      // The line broke meanwhile; who is signed in is asked again when it is back.
    }
  };

  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      useScans.setState({ waiting: queue.length + 1 });
      await askStation(next);
    }
    useScans.setState({ waiting: 0 });
    working = false;
  };

  const scan = (code: string, quantity?: number): void => {
    queue.push({ scanId: crypto.randomUUID(), code, quantity: quantity ?? null });
    useScans.setState({ waiting: queue.length + (working ? 1 : 0) });
    void work();
  };

  return {
    scan,
    undo: () => scan(commandCode('undo')),
    answer: take,
    incomplete: (code) => {
      play('wrong');
      show({ outcome: 'wrong', words: message('app.scan.incomplete'), detail: null, code });
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
    recent: rows.filter(({ undone }) => !undone).map(({ opId, what, code, at }) => ({ id: opId, outcome: 'accepted', words: what, detail: null, code, at })),
  });
}

function detailOf({ answer }: ScanReply): Message | null {
  if (answer.confirm !== null) return message('app.confirmAgain');
  return answer.expected ?? answer.details[0] ?? null;
}

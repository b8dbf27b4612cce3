import { GS } from '../barcode/carrier.ts';
import { holdUntilComplete, type Completeness } from '../barcode/completeness.ts';
import { decodeScan } from '../barcode/decode-scan.ts';
import { endsLine, keyMeaning, type KeyPress, type TargetKind } from './keys.ts';

/**
 * Tells a scanner's keys from a person's and puts codes together, as a pure state machine: events in, actions out, time only in the events.
 * The rule is what the scanner is set up to send (prefix, Enter or Tab); timing is the fallback. Figures: scanners send a key
 * every 1 to 16 ms, people are above 50 ms.
 */
export interface WedgeSettings {
  /** Characters the scanner sends before each code and that occur in none; empty when it sends none. */
  readonly prefix: string;
  /** What this station's scanners send for GS instead of the character, besides the usual spellings; empty when nothing. */
  readonly gsText: string;
  /** `KeyboardEvent.key` of what ends a scan. Enter ends one in any case. */
  readonly suffixKeys: readonly string[];
  /** The longest pause between two keys of a scanner, in ms, before its keys are recognised. */
  readonly maxGapMs: number;
  /** The pause, in ms, that ends a scan without suffix. */
  readonly idleMs: number;
  /** How long the beginning of a code waits for the rest, in ms: Bluetooth delivers long codes in pieces. */
  readonly holdMs: number;
  /** How long after a scan that ended by a pause its Enter may still arrive, in ms. */
  readonly lateSuffixMs: number;
  /** Fewer characters than this are no scan by timing alone. */
  readonly minLength: number;
  /** Only a scanner is on this line, as on a serial port: nothing has to be told from a person's keys. */
  readonly scannersOnly: boolean;
}

export const defaultWedgeSettings: WedgeSettings = {
  prefix: '',
  gsText: '',
  suffixKeys: ['Enter', 'Tab'],
  maxGapMs: 50,
  idleMs: 150,
  holdMs: 4_000,
  lateSuffixMs: 1_000,
  minLength: 3,
  scannersOnly: false,
};

export type WedgeEvent =
  | ({ readonly type: 'key' } & KeyPress)
  /** The Alt key was let go: the end of an Alt code. */
  | { readonly type: 'alt-up'; readonly at: number; readonly target: TargetKind }
  /** Nothing but time passed; due at `nextDeadline`. */
  | { readonly type: 'tick'; readonly at: number };

export type WedgeAction =
  /** The key of this event is a scanner's: nobody else may see it. */
  | { readonly do: 'swallow' }
  /**
   * A run of keys begins with this one: keep the state of the field before it is written to. `first` when no keys came just
   * before: keep it apart as well, for `restore` from `first`.
   */
  | { readonly do: 'remember'; readonly first: boolean }
  /** The keys let through since the last (or the first) `remember` were a scanner's: put the field back. */
  | { readonly do: 'restore'; readonly from: 'last' | 'first' }
  /** The keys swallowed since `remember` were a person's after all: write them into the field. */
  | { readonly do: 'release'; readonly text: string }
  /** `end`: the key that ended it, null when a pause did. */
  | { readonly do: 'scan'; readonly text: string; readonly end: string | null }
  /** This much arrived and its rest is awaited. A `scan` or `incomplete` follows. */
  | { readonly do: 'held'; readonly text: string }
  /** The rest never came. */
  | { readonly do: 'incomplete'; readonly text: string };

/** Characters in quick succession: perhaps a scanner's, surely when `sure`. */
interface Run {
  readonly characters: string;
  readonly lastAt: number;
  readonly quickGaps: number;
  readonly gapSum: number;
  readonly slowGaps: number;
  readonly sure: boolean;
  readonly target: TargetKind;
}

interface Held {
  readonly text: string;
  readonly status: Completeness;
  readonly until: number;
  /** A person has used the keyboard since: a single Enter is theirs. */
  readonly personTyped: boolean;
}

/** Characters left to the page just before a run: a scanner's, if the code is right only with them. */
interface Lead {
  readonly characters: string;
  readonly lastAt: number;
}

interface AltCode {
  readonly digits: string;
  readonly startedAt: number;
  readonly lastAt: number;
  readonly quick: boolean;
}

export interface WedgeState {
  readonly run: Run | null;
  readonly held: Held | null;
  readonly lead: Lead | null;
  readonly altCode: AltCode | null;
  /** The end of the latest scan. */
  readonly ended: { readonly at: number; readonly by: 'suffix' | 'pause' } | null;
  /** Whether scans here end with a suffix, as seen from the latest one: then a pause alone is no end. */
  readonly expectsSuffix: boolean;
}

export interface WedgeStep {
  readonly state: WedgeState;
  readonly actions: readonly WedgeAction[];
}

/** The average pause, in ms, up to which `minLength` keys are surely no person's. */
const SURE_GAP_MS = 20;
/** So many keys without one slow pause are surely no person's, whatever the average. */
const SURE_LENGTH = 6;
/** How long a stall among the first keys of a scan may be, in ms, for the keys before it to count as its lead. */
const LEAD_MS = 500;
/** More is a stuck key: the code is refused as too long anyway. */
const MAX_KEPT = 800;

export const initialWedge = (settings: WedgeSettings): WedgeState => ({
  run: null,
  held: null,
  lead: null,
  altCode: null,
  ended: null,
  expectsSuffix: settings.suffixKeys.length > 0,
});

/** When the next `tick` is due, or null when nothing waits. */
export function nextDeadline({ run, held }: WedgeState, settings: WedgeSettings): number | null {
  if (run?.sure) return run.lastAt + settings.idleMs;
  return held ? held.until : null;
}

export function wedgeStep(before: WedgeState, event: WedgeEvent, settings: WedgeSettings): WedgeStep {
  const wedge = new Step(before, settings);
  wedge.settle(event.at);
  if (event.type === 'key') wedge.press(event);
  if (event.type === 'alt-up') wedge.altReleased(event.at, event.target);
  return { state: wedge.state, actions: wedge.actions };
}

/** One step under way. Lives no longer than `wedgeStep`, so that the rules can be told in order. */
class Step {
  state: WedgeState;
  readonly actions: WedgeAction[] = [];
  private readonly settings: WedgeSettings;

  constructor(state: WedgeState, settings: WedgeSettings) {
    this.state = state;
    this.settings = settings;
  }

  /** Does what pauses up to `at` have decided. */
  settle(at: number): void {
    for (;;) {
      const due = nextDeadline(this.state, this.settings);
      if (due === null || at < due) return;
      if (this.state.run?.sure) this.endByPause(this.state.run, due);
      else if (this.state.held) this.endHold(this.state.held, due);
    }
  }

  press(press: KeyPress): void {
    const meaning = keyMeaning(press, this.settings.suffixKeys);
    if (meaning.kind === 'modifier') return;
    if (meaning.kind === 'nothing') {
      if (this.state.run?.sure) this.swallow();
      return;
    }
    if (meaning.kind === 'alt-digit') {
      this.altDigit(meaning.digit, press.at);
      return;
    }
    this.change({ altCode: null });
    if (meaning.kind === 'suffix') this.suffix(press.at, press.key);
    else if (meaning.kind === 'character') this.character(meaning.character, press.at, press.at, press.target, press.repeat);
    else if (meaning.kind === 'control') this.control(meaning.character, press);
    else this.personsKey();
  }

  altReleased(at: number, target: TargetKind): void {
    const { altCode } = this.state;
    this.change({ altCode: null });
    const code = Number(altCode?.digits);
    if (!altCode || altCode.digits.length < 2 || !(code >= 1 && code <= 255)) return;
    if (!altCode.quick) {
      this.personsKey();
      return;
    }
    const character = String.fromCharCode(code);
    if (endsLine(character)) this.suffix(altCode.startedAt, 'Enter');
    else this.character(character, altCode.startedAt, at, target, false);
  }

  private altDigit(digit: string, at: number): void {
    const { altCode, run } = this.state;
    this.change({
      altCode: altCode
        ? {
            digits: `${altCode.digits}${digit}`,
            startedAt: altCode.startedAt,
            lastAt: at,
            quick: altCode.quick && at - altCode.lastAt <= this.settings.maxGapMs,
          }
        : { digits: digit, startedAt: at, lastAt: at, quick: true },
    });
    if (run?.sure) this.swallow();
  }

  private control(character: string, press: KeyPress): void {
    const { run } = this.state;
    const follows = run !== null && (run.sure || run.characters.length >= 2) && this.isQuickAfter(run.lastAt, press.at);
    if (endsLine(character)) {
      if (follows || this.followsSuffix(press.at)) this.suffix(press.at, 'Enter');
      else this.personsKey();
      return;
    }
    const mayBegin = character === '\u001d' || (this.settings.prefix !== '' && this.settings.prefix.startsWith(character));
    if (follows || mayBegin) this.character(character, press.at, press.at, press.target, press.repeat);
    else this.personsKey();
  }

  private character(character: string, from: number, to: number, target: TargetKind, repeat: boolean): void {
    const { run } = this.state;
    if (run?.sure) this.continueScan(run, character, from, to, target, repeat);
    else if (run && this.isQuickAfter(run.lastAt, from)) this.continueRun(run, character, from, to);
    // The system begins to repeat a held key after 250 ms at the soonest: a quick repetition is a doubled character.
    else if (repeat && !this.followsScan(from)) this.personsKey();
    else this.begin(character, from, to, target);
  }

  private begin(character: string, from: number, to: number, target: TargetKind): void {
    const { run, held } = this.state;
    if (run && held) this.change({ held: { ...held, personTyped: true } });
    if (run) this.leaveToPage(run);
    const { lead } = this.state;
    const first = lead === null || from - lead.lastAt > LEAD_MS;
    if (first) this.change({ lead: null });
    // A person has little to type where no field has the focus; a scanner whose code is not all there has.
    const continuesHeld = held !== null && held.status !== 'complete' && target === 'other';
    const sure = this.settings.scannersOnly || this.followsScan(from) || continuesHeld || character === this.settings.prefix;
    this.act({ do: 'remember', first });
    this.change({ run: { characters: character, lastAt: to, quickGaps: 0, gapSum: 0, slowGaps: 0, sure, target } });
    if (sure) this.swallow();
  }

  /** A quick key after others that may have been a person's. */
  private continueRun(run: Run, character: string, from: number, to: number): void {
    const longer = this.appended(run, character, from, to);
    const sure = this.isSurelyScanner(longer);
    this.change({ run: { ...longer, sure } });
    if (sure) this.act({ do: 'restore', from: 'last' });
    if (sure || run.target === 'other') this.swallow();
  }

  private continueScan(run: Run, character: string, from: number, to: number, target: TargetKind, repeat: boolean): void {
    const quick = this.isQuickAfter(run.lastAt, from);
    if (!quick && repeat) {
      this.swallow();
      return;
    }
    if (!quick && run.slowGaps > 0 && this.mayBePerson(run)) {
      this.giveBack(run);
      this.begin(character, from, to, target);
      return;
    }
    const longer = this.appended(run, character, from, to);
    this.swallow();
    this.change({ run: longer });
    this.splitAtPrefix(longer, to);
  }

  /** The prefix in the middle of a run: another code begins, be it another scanner's, before the first one's end. */
  private splitAtPrefix(run: Run, at: number): void {
    const { prefix } = this.settings;
    if (prefix === '' || run.characters.length === prefix.length || !run.characters.endsWith(prefix)) return;
    this.flushHeld(at);
    const text = this.withoutPrefix(run.characters.slice(0, -prefix.length));
    if (text !== '') this.act({ do: 'incomplete', text });
    this.change({ run: { ...run, characters: prefix } });
  }

  private suffix(at: number, key: string): void {
    const { run, held, ended } = this.state;
    const quick = run !== null && this.isQuickAfter(run.lastAt, at);
    if (run && (run.sure || (quick && (held !== null || run.characters.length >= this.settings.minLength)))) {
      if (!run.sure) this.act({ do: 'restore', from: 'last' });
      this.swallow();
      this.change({ run: null });
      this.endBySuffix(this.joinHeld(this.withLead(run), true, at), at, key);
    } else if (!run && held && !held.personTyped) {
      this.swallow();
      this.change({ held: null });
      this.endBySuffix(held.text, at, key);
    } else if (this.followsSuffix(at)) {
      // Carriage return and line feed, or Enter and Tab, of one scan.
      this.swallow();
      this.change({ run: null, ended: { at, by: 'suffix' } });
    } else if (!run && ended?.by === 'pause' && at - ended.at <= this.settings.lateSuffixMs) {
      this.swallow();
      this.change({ ended: { at, by: 'suffix' }, expectsSuffix: true });
    } else {
      this.personsKey();
    }
  }

  private endBySuffix(text: string, at: number, key: string): void {
    this.change({ lead: null, ended: { at, by: 'suffix' }, expectsSuffix: true });
    if (text !== '') this.act({ do: 'scan', text, end: key });
  }

  private endByPause(run: Run, at: number): void {
    this.change({ run: null });
    const alone = this.withoutPrefix(run.characters);
    if (!this.state.held && holdUntilComplete(alone) === 'unknown') {
      if (this.mayBePerson(run)) {
        this.giveBack(run);
        return;
      }
      if (alone.length < (this.isPrefixed(run) ? 1 : this.settings.minLength)) {
        // Too little for a scan, but perhaps what a stall has cut off the next one.
        this.leaveToPage(run);
        return;
      }
    }
    const text = this.joinHeld(this.withLead(run), false, at);
    this.change({ lead: null });
    const status = holdUntilComplete(text);
    const until = run.lastAt + this.patience(status);
    this.change({ held: { text, status, until, personTyped: false } });
    if (until > at && status !== 'complete') this.act({ do: 'held', text });
  }

  /** Nothing followed what was held. */
  private endHold(held: Held, at: number): void {
    this.flushHeld(at);
    if (held.status !== 'incomplete') this.change({ expectsSuffix: false });
  }

  private flushHeld(at: number): void {
    const { held } = this.state;
    if (!held) return;
    this.change({ held: null, ended: { at, by: 'pause' } });
    this.act(held.status === 'incomplete' ? { do: 'incomplete', text: held.text } : { do: 'scan', text: held.text, end: null });
  }

  private patience(status: Completeness): number {
    const { idleMs, holdMs, lateSuffixMs } = this.settings;
    if (status === 'incomplete') return holdMs;
    if (!this.state.expectsSuffix) return idleMs;
    return Math.max(idleMs, status === 'complete' ? lateSuffixMs : holdMs);
  }

  /**
   * The text of a run with what was held before it, when they are one code. When they are two (the first never got whole and
   * the person scanned again), the held one is answered first.
   */
  private joinHeld(run: Run, hasSuffix: boolean, at: number): string {
    const text = this.withoutPrefix(run.characters);
    const { held } = this.state;
    if (!held) return text;
    const joined = `${held.text}${text}`;
    if (!this.isPrefixed(run) && this.isOneCode(held, text, joined, hasSuffix)) {
      this.change({ held: null });
      return joined;
    }
    this.flushHeld(at);
    return text;
  }

  private isOneCode(held: Held, text: string, joined: string, hasSuffix: boolean): boolean {
    // A scanner that sends symbology identifiers begins every code with one.
    if (/^\][A-Za-z]\w/.test(text)) return false;
    const identified = held.text.startsWith(']');
    if (held.status === 'complete' && isKnown(text) && !identified) return false;
    if (isKnown(joined)) return true;
    if (isKnown(text) && (hasSuffix || !identified)) return false;
    if (!hasSuffix && holdUntilComplete(joined) === 'incomplete') return true;
    return held.status === 'unknown';
  }

  /** The run with the characters that a stall of the keyboard had cut off it, if they make it a right code. */
  private withLead(run: Run): Run {
    const { lead, held } = this.state;
    if (!lead || /\s/.test(lead.characters) || this.isPrefixed(run)) return run;
    const before = held?.text ?? '';
    const text = `${before}${run.characters}`;
    // Eight or ten digits (EAN-8, a book's ASIN) are right by chance too often to be preferred to a longer code.
    if (isKnown(text) && !/^(?:\d{8}|\d{9}[\dX])$/.test(text)) return run;
    const characters = `${lead.characters}${run.characters}`;
    if (!isKnown(`${before}${characters}`)) return run;
    this.act({ do: 'restore', from: 'first' });
    return { ...run, characters };
  }

  private giveBack(run: Run): void {
    this.act({ do: 'release', text: run.characters });
    this.change({ run: null });
    this.leaveToPage(run);
  }

  private leaveToPage({ characters, lastAt }: Run): void {
    const before = this.state.lead?.characters ?? '';
    this.change({ lead: { characters: `${before}${characters}`.slice(0, MAX_KEPT), lastAt } });
  }

  /** The keyboard is a person's just now: what came before this key is no scan. Surely recognised keys stay one. */
  private personsKey(): void {
    const { run, held } = this.state;
    this.change({
      run: run?.sure ? run : null,
      held: held && { ...held, personTyped: true },
      lead: null,
      ended: null,
    });
  }

  private appended(run: Run, character: string, from: number, to: number): Run {
    const gap = Math.max(0, from - run.lastAt);
    const quick = gap <= this.settings.maxGapMs;
    return {
      ...run,
      characters: run.characters.length < MAX_KEPT ? `${run.characters}${character}` : run.characters,
      lastAt: to,
      quickGaps: run.quickGaps + (quick ? 1 : 0),
      gapSum: run.gapSum + (quick ? gap : 0),
      slowGaps: run.slowGaps + (quick ? 0 : 1),
    };
  }

  private isSurelyScanner(run: Run): boolean {
    if (this.isPrefixed(run) || run.quickGaps >= SURE_LENGTH - 1) return true;
    return run.characters.length >= Math.max(2, this.settings.minLength) && run.gapSum / run.quickGaps <= SURE_GAP_MS;
  }

  /** Few quick keys into a field: fingers may have rolled over them, or typed the very character of the prefix. */
  private mayBePerson(run: Run): boolean {
    const enough = this.isPrefixed(run) ? 1 : SURE_LENGTH - 1;
    return run.target === 'text' && !this.state.held && run.quickGaps < enough;
  }

  private isPrefixed({ characters }: Run): boolean {
    return this.settings.prefix !== '' && characters.startsWith(this.settings.prefix);
  }

  private withoutPrefix(characters: string): string {
    const { prefix, gsText } = this.settings;
    const text = prefix !== '' && characters.startsWith(prefix) ? characters.slice(prefix.length) : characters;
    return gsText === '' ? text : text.replaceAll(gsText, GS);
  }

  private followsScan(at: number): boolean {
    const { ended } = this.state;
    return ended !== null && this.isQuickAfter(ended.at, at);
  }

  private followsSuffix(at: number): boolean {
    const { run, ended } = this.state;
    return !run && ended?.by === 'suffix' && this.followsScan(at);
  }

  private isQuickAfter(earlier: number, at: number): boolean {
    return at - earlier <= this.settings.maxGapMs;
  }

  private swallow(): void {
    this.act({ do: 'swallow' });
  }

  private act(action: WedgeAction): void {
    this.actions.push(action);
  }

  private change(part: Partial<WedgeState>): void {
    this.state = { ...this.state, ...part };
  }
}

/** Whether the text alone is a code of a known format, of right length and check digit. */
function isKnown(text: string): boolean {
  const { kind } = decodeScan(text);
  return kind !== 'text' && kind !== 'invalid';
}

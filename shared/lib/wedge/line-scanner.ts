import { initialWedge, nextDeadline, defaultWedgeSettings, wedgeStep, type WedgeEvent, type WedgeSettings, type WedgeState } from './wedge.ts';

/** What ends a scan on a line: carriage return or line feed, a tab, ETX (0x03), or only a pause. CR and LF end one in any case. */
export type LineEnd = 'line' | 'tab' | 'etx' | 'pause';

/** How a scanner that is no keyboard writes its codes. */
export interface LineFormat {
  readonly end: LineEnd;
  /** What comes before each code; empty when nothing does. */
  readonly prefix: string;
  /** What is sent for GS instead of a usual spelling; empty when nothing. */
  readonly gsText: string;
}

export interface LineScannerParts {
  /** A steady clock in milliseconds. */
  readonly now: () => number;
  /** Runs `work` after so many milliseconds; returns how to call that off. */
  readonly later: (work: () => void, ms: number) => () => void;
  readonly onScan: (text: string) => void;
  /** The rest of a code never came. */
  readonly onIncomplete: (text: string) => void;
}

const ETX = '\u0003';
/** Later than everything that a wedge waits for. */
const LONG_AFTER_MS = 60_000;

/**
 * One scanner on one line (serial port, Web Serial, HID): the wedge's machine, fed with characters instead of keys. Every line
 * has one of its own, so that two scanners at once never mix.
 */
export class LineScanner {
  readonly #parts: LineScannerParts;
  readonly #settings: WedgeSettings;
  readonly #end: LineEnd;
  #state: WedgeState;
  #cancel: (() => void) | undefined;

  constructor({ end, prefix, gsText }: LineFormat, parts: LineScannerParts) {
    this.#parts = parts;
    this.#end = end;
    this.#settings = { ...defaultWedgeSettings, prefix, gsText, suffixKeys: end === 'pause' ? [] : ['Enter', 'Tab'], minLength: 1, scannersOnly: true };
    this.#state = initialWedge(this.#settings);
  }

  /** Takes what has arrived, in pieces of any size. */
  feed(text: string): void {
    const at = this.#parts.now();
    for (const character of text) this.#step({ type: 'key', key: this.#keyOf(character), code: '', at, ctrl: false, alt: false, meta: false, repeat: false, target: 'other' });
    this.#schedule();
  }

  /** The line has ended: what was begun on it is told, and nothing of it reaches the next. Without its end it is no whole code. */
  end(): void {
    this.#step({ type: 'tick', at: this.#parts.now() + LONG_AFTER_MS }, this.#end !== 'pause');
    this.#cancel?.();
    this.#state = initialWedge(this.#settings);
  }

  #keyOf(character: string): string {
    if (character === '\r' || character === '\n') return 'Enter';
    if (character === '\t' && this.#end === 'tab') return 'Tab';
    return character === ETX && this.#end === 'etx' ? 'Enter' : character;
  }

  #step(event: WedgeEvent, cut = false): void {
    const { state, actions } = wedgeStep(this.#state, event, this.#settings);
    this.#state = state;
    for (const action of actions) {
      if (action.do === 'incomplete' || (action.do === 'scan' && cut)) this.#parts.onIncomplete(action.text);
      else if (action.do === 'scan') this.#parts.onScan(action.text);
    }
  }

  #schedule(): void {
    this.#cancel?.();
    const due = nextDeadline(this.#state, this.#settings);
    if (due === null) return;
    this.#cancel = this.#parts.later(() => {
      this.#step({ type: 'tick', at: this.#parts.now() });
      this.#schedule();
    }, Math.max(0, Math.ceil(due - this.#parts.now())));
  }
}

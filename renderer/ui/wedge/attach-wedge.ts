import { rememberField, restoreField, targetKind, typeInto, type FieldMemory } from './field.ts';
import { defaultWedgeSettings, initialWedge, nextDeadline, wedgeStep, type WedgeEvent, type WedgeSettings } from '../../../shared/lib/wedge/wedge.ts';

/** `KeyboardEvent.key` of what ended a scan, null when a pause did. */
export type ScanEnd = string | null;

export interface WedgeListeners {
  /** A whole scan, exactly as sent, without prefix and suffix. Called in the order of the scans, never twice for one. */
  readonly onScan: (text: string, end: ScanEnd) => void;
  /** So much of a code has arrived and the rest is awaited. */
  readonly onHeld?: (text: string) => void;
  /** The rest of a code never came. */
  readonly onIncomplete: (text: string) => void;
  readonly settings?: Partial<WedgeSettings>;
}

/** A timer later than this was held up, and so may be key presses that came before it was due. */
const LATE_TIMER_MS = 20;

/**
 * Listens for keyboard scanners on the whole window, before anything else sees a key: attach before the first paint.
 * Keys of a scanner reach no field, button or shortcut; a person's keys pass untouched.
 * @returns detaches, and gives up a scan under way.
 */
export function attachWedge(target: Window, { onScan, onHeld, onIncomplete, settings: changed }: WedgeListeners): () => void {
  const settings: WedgeSettings = { ...defaultWedgeSettings, ...changed };
  const swallowedKeys = new Set<string>();
  let state = initialWedge(settings);
  let memory: FieldMemory | null = null;
  let firstMemory: FieldMemory | null = null;
  let timer: number | undefined;
  let lastKeyPassed = true;
  /** How long ago the latest key was pressed when it came here: on a busy machine the next one is under way as long. */
  let lag = 0;
  /** The time that keys which come now were pressed at. */
  const keyTime = (): number => performance.now() - lag;

  /**
   * Returns whether the event is a scanner's. Listeners are called in microtasks, each in its own: by then the key is
   * swallowed and the field in order, and what one throws harms no other.
   */
  function step(event: WedgeEvent, element: EventTarget | null): boolean {
    const result = wedgeStep(state, event, settings);
    state = result.state;
    schedule();
    let swallowed = false;
    for (const action of result.actions) {
      switch (action.do) {
        case 'swallow':
          swallowed = true;
          break;
        case 'remember':
          memory = rememberField(element);
          if (action.first) firstMemory = memory;
          break;
        case 'restore': {
          const before = action.from === 'first' ? firstMemory : memory;
          if (before) restoreField(before);
          break;
        }
        case 'release':
          if (memory) typeInto(memory, action.text);
          break;
        case 'scan':
          queueMicrotask(() => onScan(action.text, action.end));
          break;
        case 'held':
          queueMicrotask(() => onHeld?.(action.text));
          break;
        case 'incomplete':
          queueMicrotask(() => onIncomplete(action.text));
          break;
      }
    }
    return swallowed;
  }

  function schedule(): void {
    target.clearTimeout(timer);
    const due = nextDeadline(state, settings);
    if (due === null) return;
    timer = target.setTimeout(() => {
      const now = keyTime();
      if (now - due <= LATE_TIMER_MS) step({ type: 'tick', at: now }, null);
      else timer = target.setTimeout(() => step({ type: 'tick', at: keyTime() }, null), 0);
    }, Math.max(0, Math.ceil(due - keyTime())));
  }

  function onKeyDown(event: KeyboardEvent): void {
    lag = Math.max(0, performance.now() - event.timeStamp);
    const element = event.composedPath()[0] ?? null;
    const swallowed = step(
      {
        type: 'key',
        key: event.isComposing ? 'Process' : event.key,
        code: event.code,
        at: event.timeStamp,
        ctrl: event.ctrlKey,
        alt: event.altKey,
        meta: event.metaKey,
        repeat: event.repeat,
        target: targetKind(element),
      },
      element,
    );
    lastKeyPassed = !swallowed;
    if (!swallowed) return;
    swallowedKeys.add(keyId(event));
    stop(event);
  }

  function onKeyUp(event: KeyboardEvent): void {
    const element = event.composedPath()[0] ?? null;
    let swallowed = swallowedKeys.delete(keyId(event));
    if (event.key === 'Alt') {
      const ofScanner = step({ type: 'alt-up', at: event.timeStamp, target: targetKind(element) }, element);
      if (ofScanner) lastKeyPassed = false;
      swallowed ||= ofScanner;
    }
    if (swallowed) stop(event);
  }

  /** A swallowed key makes no `keypress`; what comes after one is the character of an Alt code, which has no key of its own. */
  function onKeyPress(event: KeyboardEvent): void {
    if (!lastKeyPassed) stop(event);
  }

  target.addEventListener('keydown', onKeyDown, true);
  target.addEventListener('keyup', onKeyUp, true);
  target.addEventListener('keypress', onKeyPress, true);
  return () => {
    target.clearTimeout(timer);
    target.removeEventListener('keydown', onKeyDown, true);
    target.removeEventListener('keyup', onKeyUp, true);
    target.removeEventListener('keypress', onKeyPress, true);
  };
}

const keyId = ({ code, key }: KeyboardEvent): string => (code === '' ? key.toLowerCase() : code);

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

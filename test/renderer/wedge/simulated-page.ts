import { initialWedge, wedgeStep, type WedgeSettings, type WedgeState } from '../../../shared/lib/wedge/wedge.ts';
import type { KeyPress, TargetKind } from '../../../shared/lib/wedge/keys.ts';

export type Input =
  | ({ readonly type: 'key'; readonly key: string; readonly at: number } & Partial<Omit<KeyPress, 'key' | 'at'>>)
  | { readonly type: 'alt-up'; readonly at: number };

/** What a page with one focused element would show and do, were the wedge's actions carried out on it. */
export interface Page {
  /** What stands in the field. */
  readonly field: string;
  /** Enter, Tab and other keys that reached the page as commands. */
  readonly pressed: readonly string[];
  readonly scans: readonly string[];
  readonly incomplete: readonly string[];
  readonly held: readonly string[];
}

/** What ended each scan: the key, or null for a pause. */
export const endings = (inputs: readonly Input[], settings: WedgeSettings, focus: TargetKind = 'text'): readonly (string | null)[] => played(inputs, settings, focus).ends;

/** Plays key presses, in order of time, and then a minute of silence. */
export const play = (inputs: readonly Input[], settings: WedgeSettings, focus: TargetKind = 'text'): Page => played(inputs, settings, focus).page;

function played(inputs: readonly Input[], settings: WedgeSettings, focus: TargetKind): { readonly page: Page; readonly ends: readonly (string | null)[] } {
  let state: WedgeState = initialWedge(settings);
  let field = '';
  let remembered = '';
  let rememberedFirst = '';
  const ends: (string | null)[] = [];
  const page = { pressed: [] as string[], scans: [] as string[], incomplete: [] as string[], held: [] as string[] };
  const silence = { type: 'tick', at: (inputs.at(-1)?.at ?? 0) + 60_000 } as const;
  for (const input of [...inputs, silence]) {
    const event =
      input.type === 'key'
        ? { code: '', ctrl: false, alt: false, meta: false, repeat: false, target: focus, ...input }
        : input.type === 'alt-up'
          ? { ...input, target: focus }
          : input;
    const result = wedgeStep(state, event, settings);
    state = result.state;
    let swallowed = false;
    for (const action of result.actions) {
      if (action.do === 'swallow') swallowed = true;
      if (action.do === 'remember') {
        remembered = field;
        if (action.first) rememberedFirst = field;
      }
      if (action.do === 'restore') field = action.from === 'first' ? rememberedFirst : remembered;
      if (action.do === 'release') field += action.text;
      if (action.do === 'scan') {
        page.scans.push(action.text);
        ends.push(action.end);
      }
      if (action.do === 'incomplete') page.incomplete.push(action.text);
      if (action.do === 'held') page.held.push(action.text);
    }
    if (swallowed || input.type !== 'key') continue;
    if (Array.from(input.key).length > 1 || input.ctrl === true || input.alt === true) page.pressed.push(input.key);
    else field += input.key;
  }
  return { page: { field, ...page }, ends };
}

/** The keys of one scan: characters `gap` ms apart (or by the list, repeated), then `suffix`. */
export function scanned(text: string, at: number, gaps: number | readonly number[] = 5, suffix: string | null = 'Enter'): readonly Input[] {
  const list = typeof gaps === 'number' ? [gaps] : gaps;
  const keys = [...Array.from(text), ...(suffix === null ? [] : [suffix])];
  let time = at;
  return keys.map((key, index) => {
    if (index > 0) time += list[(index - 1) % list.length] ?? 0;
    return { type: 'key', key, at: time };
  });
}

export const endOf = (inputs: readonly Input[]): number => inputs.at(-1)?.at ?? 0;

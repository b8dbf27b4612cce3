import type { Location, PoNumber } from '../../lib/ids.ts';
import { message, type Message } from '../../messages/say.ts';
import { phaseOf } from '../acknowledgement/phase.ts';
import { decided, done, refuse, type Context, type Decision } from '../decision.ts';
import { mayDo, requireRight } from '../staffing/rights.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import { binsOf } from './bins.ts';
import { leftToPick } from './pick-lines.ts';
import { notWorkable } from './workable.ts';

export type ShortStep = 'other-bin' | 'reject' | 'count' | 'wait';

export interface ShortProposal {
  readonly next: ShortStep;
  readonly words: Message;
  /** Everything that would help here, the proposed first. */
  readonly choices: readonly { readonly next: ShortStep; readonly words: Message }[];
}

interface ShortPlace {
  readonly po: PoNumber;
  readonly line: string;
  readonly location: Location | null;
}

/**
 * What to do about goods that are not where they should be: another bin that holds some, rejecting the rest while Amazon
 * still takes a changed acknowledgement (which the desk decides), a count where the books say there is some, else waiting.
 */
export function proposeShort(reader: Reader, { po, line, location }: ShortPlace, context: Context): ShortProposal {
  const order = reader.get('order', { po });
  const sku = reader.get('line', { po, line })?.sku ?? null;
  const bins = sku === null ? [] : binsOf(reader, sku).filter((bin) => bin.boxed > 0);
  const other = bins.find((bin) => bin.location !== location);
  const here = bins.find((bin) => bin.location === location);
  const changeable = order && phaseOf(order, settingsOf(reader), context.now) === 'replace';
  const choices: ShortProposal['choices'] = [
    ...(other ? [{ next: 'other-bin' as const, words: message('scanning.short.otherBin', { location: other.location, boxed: other.boxed }) }] : []),
    ...(changeable ? [{ next: 'reject' as const, words: message(mayDo(context.actor.role, 'acknowledge') ? 'scanning.short.reject' : 'scanning.short.deskDecides', { po }) }] : []),
    ...(here ? [{ next: 'count' as const, words: message('scanning.short.count', { location: here.location, boxed: here.boxed }) }] : []),
    { next: 'wait' as const, words: message('scanning.short.wait') },
  ];
  const [first = { next: 'wait' as const, words: message('scanning.short.wait') }] = choices;
  return { ...first, choices };
}

export interface ShortInput extends ShortPlace {
  readonly eaches: number;
  readonly reason: string;
  /** What the picker chose; null takes the proposal. */
  readonly next: ShortStep | null;
}

/** Reports goods missing (not there, damaged, not boxed): nothing is picked for them and somebody must decide. */
export function decideShort(reader: Reader, { po, line, eaches, reason, location, next }: ShortInput, context: Context): Decision<ShortProposal> {
  const where = `PO ${po} line ${line}`;
  const forbidden = requireRight(context, 'pick', where);
  if (forbidden) return forbidden;
  const order = reader.get('order', { po });
  const row = reader.get('line', { po, line });
  if (!order || !row) return refuse('scanning.refused.unknownLine', where, { po, line });
  const stopped = notWorkable(order);
  if (stopped) return refuse(stopped.key, where, stopped.params);
  const left = Math.max(0, leftToPick(row) - row.short);
  if (eaches < 1 || eaches > left) return refuse('scanning.refused.shortTooMuch', where, { eaches, left }, 'scanning.hint.shortAtMost');
  const proposal = proposeShort(reader, { po, line, location }, context);
  const chosen = proposal.choices.find((choice) => choice.next === next) ?? proposal;
  return decided([{ kind: 'pick.short', body: { po, line, sku: row.sku, location, eaches, reason, next: next ?? proposal.next } }], { ...proposal, words: chosen.words });
}

/** Somebody has dealt with what was reported missing: found it, rejected it, counted the bin. */
export function decideShortResolved(reader: Reader, { po, line, note }: { readonly po: PoNumber; readonly line: string; readonly note: string }, context: Context): Decision {
  const where = `PO ${po} line ${line}`;
  const forbidden = requireRight(context, 'review', where);
  if (forbidden) return forbidden;
  const row = reader.get('line', { po, line });
  if (!row) return refuse('scanning.refused.unknownLine', where, { po, line });
  if (row.short === 0) return refuse('scanning.refused.notShort', where, { po, line });
  return done({ kind: 'short.resolved', body: { po, line, note } });
}

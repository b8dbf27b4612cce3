import { message, type Message } from '../../messages/say.ts';
import { unitName } from '../handling-units/names.ts';
import { traceMessage } from '../handling-units/trace-words.ts';
import { serialOf } from '../handling-units/traces.ts';
import type { Product, Trace, WaitingScan } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import { accepted, answered, ask, wrong, type ScanDecision, type Step } from './answer.ts';
import { at, packOrderStep } from './steps.ts';
import { setTask, type AtOrder } from './task.ts';
import { completed, mayHoldMore, missingIn, shelfLife } from './tracing.ts';

/*
 * Lot, expiry and serial number of what is packed, where its product needs them. They come with the product's own bar code, with the second
 * bar code of its label in either order (`second-bar-code.ts`), or are those of the carton before.
 */

export interface Labelled {
  readonly product: Product;
  readonly eaches: number;
  /** What its own label says. */
  readonly label: Trace;
  /** The unit it goes onto. */
  readonly sscc: string;
  /** The scan, to take up again when the rest of its label is scanned. */
  readonly scan: Omit<WaitingScan, 'sku' | keyof Trace>;
  readonly now: Step;
}

/** The trace that the goods are packed with (null: they need none), or the answer that keeps them from being packed. */
export type Traced = { readonly trace: Trace | null; readonly told: readonly Message[] } | { readonly answer: ScanDecision };

export function traceOf(scanned: AtOrder, goods: Labelled): Traced {
  const { reader, task, context, code, confirmed } = scanned;
  const { product, label, sscc, now } = goods;
  const { sku, needs } = product;
  if (needs === null) return { trace: null, told: [] };
  if (needs.serial && goods.eaches !== 1) return { answer: wrong(message('scanning.wrong.serialOneEach', { sku, eaches: goods.eaches }), now) };
  const hand = task.trace;
  const trace = completed(needs, label, hand, { sku, sscc });
  const life = shelfLife(product, trace.expiry, { zone: settingsOf(reader).zone, now: context.now });
  if (life.kind === 'expired') return { answer: wrong(life.words, now) };
  if (missingIn(needs, trace).length > 0) return { answer: wait(scanned, goods) };
  const packed = serialOf(reader, sku, trace);
  if (packed) return { answer: answered('duplicate', message('scanning.duplicate.serial', { serial: packed.serial, sku, unit: unitName(reader, packed.sscc) }), now) };
  // Who said yes for the first carton of a lot on this pallet is not asked again with each.
  const known = hand?.sku === sku && hand.sscc === sscc && hand.expiry === trace.expiry && hand.lot === trace.lot;
  const doubts = [...(mayHoldMore(trace.lot) ? [message('scanning.label.askLot', { sku, lot: trace.lot ?? '' })] : []), ...(life.kind === 'short' ? [life.words] : [])];
  const [doubt, ...others] = confirmed || known ? [] : doubts;
  if (doubt) return { answer: ask(code, doubt, now, others) };
  return { trace, told: [traceMessage(trace)] };
}

/** Nothing has counted: the rest of the label is scanned next. */
function wait({ reader, task, order }: AtOrder, { product: { sku }, label, scan }: Labelled): ScanDecision {
  const { lot, expiry, serial } = label;
  const hand = task.trace ?? { sku: null, sscc: null, lot: null, expiry: null, serial: null, waiting: null };
  const trace = { ...hand, waiting: { ...scan, sku, lot, expiry, serial } };
  const next = packOrderStep(reader, at(task, { trace }), order);
  const same = hand.waiting?.code === scan.code && hand.waiting.lot === lot && hand.waiting.expiry === expiry && hand.waiting.serial === serial && hand.waiting.keyed === scan.keyed;
  if (same) return answered('info', next.instruction, next);
  return accepted(message('scanning.label.wanted', { sku }), next, [setTask(task, { trace })]);
}

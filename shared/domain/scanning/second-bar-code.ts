import { message } from '../../messages/say.ts';
import { traceMessage } from '../handling-units/trace-words.ts';
import type { Trace } from '../state/entities.ts';
import { accepted, wrong, type ScanDecision, type Step } from './answer.ts';
import { packProducts } from './pack.ts';
import { at, packOrderStep } from './steps.ts';
import { setTask, type AtOrder } from './task.ts';
import { saysNothing, together } from './tracing.ts';

/** The second bar code of a label: completes the scan that waits for it, or is noted for the product scanned next. */
export function scanLabel(scanned: AtOrder, label: Trace): ScanDecision {
  const { reader, task, order } = scanned;
  const now = packOrderStep(reader, task, order);
  const waiting = task.trace?.waiting ?? null;
  const product = waiting === null ? undefined : reader.get('product', { sku: waiting.sku });
  if (waiting === null || !product) return note(scanned, label, now);
  if (saysNothing(label)) return wrong(message('scanning.wrong.labelSaysNothing'), now);
  const whole = together(waiting, label);
  if (!whole) return wrong(message('scanning.wrong.otherLabel', { sku: waiting.sku }), now);
  const { code, level, eaches, keyed, carton } = waiting;
  return packProducts(scanned, { matches: [{ product, level, eaches }], keyed, carton, label: whole, code });
}

/** Looks at every line, for an answer that counts no goods: where nothing needs a label's second bar code it is no help. */
function note({ reader, task, order }: AtOrder, label: Trace, now: Step): ScanDecision {
  const wanted = reader.find('line', { po: order.po }).some(({ sku }) => sku !== null && (reader.get('product', { sku })?.needs ?? null) !== null);
  if (!wanted) return wrong(message('scanning.wrong.secondBarcode'), now);
  if (saysNothing(label)) return wrong(message('scanning.wrong.labelSaysNothing'), now);
  const before = task.trace;
  const trace = { ...label, sku: null, sscc: null, waiting: null };
  const otherLot = before !== null && before.sku !== null && together({ ...before, serial: null }, { ...label, serial: null }) === undefined;
  const details = otherLot ? [message('scanning.label.before', { ...traceMessage({ ...before, serial: null }).params, sku: before.sku })] : [];
  return accepted(message('scanning.label.noted', { ...traceMessage(label).params }), packOrderStep(reader, at(task, { trace }), order), [setTask(task, { trace })], { details });
}

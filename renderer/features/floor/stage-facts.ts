import type { LineView, TaskView } from '../../../shared/contracts/views.ts';
import type { Words } from '../../ui/i18n.tsx';
import type { TaskStageProps } from '../../ui/floor/task-stage.tsx';
import { eaches } from '../../ui/text/amounts.tsx';
import { codeOf, inCases } from './keyed-quantity.ts';

/** A GTIN as it stands below the bars: codes are kept in 14 digits, labels bear 8, 12, 13 or 14. */
export const printedGtin = (gtin: string): string => /^0{6}(\d{8})$/.exec(gtin)?.[1] ?? /^00(\d{12})$/.exec(gtin)?.[1] ?? /^0(\d{13})$/.exec(gtin)?.[1] ?? gtin;

/** The code that the step waits for, as it stands on the shelf or on the goods. */
export function expectedCode({ t }: Words, { line, product, located, location }: TaskView): TaskStageProps['expected'] {
  if (line === null) return undefined;
  if (!located && location !== null) return { label: t('floorScreen.expect.bin'), kind: 'location', value: location };
  const gtin = product?.gtinCase ?? product?.gtinEach ?? line.gtin;
  const code = codeOf(line, product);
  if (gtin !== null) return { label: t('floorScreen.expect.product'), kind: 'gtin', value: printedGtin(gtin) };
  return code === null ? undefined : { label: t('floorScreen.expect.product'), kind: 'sku', value: code };
}

/** Picked and waiting to be packed. */
export const leftToPack = ({ picked, packed }: Pick<LineView, 'picked' | 'packed'>): number => Math.max(0, picked - packed);

/** Done of wanted in eaches, and the same in cases where goods come in cases. */
export function eachesDone({ t }: Words, label: string, { done, wanted }: Pick<TaskView, 'done' | 'wanted'>, caseSize: number | null): TaskStageProps['quantity'] {
  if (caseSize === null || caseSize < 2) return { label, done, of: wanted, unit: eaches };
  const all = inCases(wanted, caseSize);
  const also = t('floorScreen.cases', { done: inCases(done, caseSize).cases, of: all.cases, size: caseSize, loose: all.loose });
  return { label, done, of: wanted, unit: eaches, also };
}

import type { LineView, TaskView, UnitView } from '../../../shared/contracts/views.ts';
import type { Trace } from '../../../shared/domain/state/entities.ts';
import { bySku, goodsOn } from './goods-on-unit.ts';
import { leftToPack } from './stage-facts.ts';

/** Goods that may be damaged, and where they are. */
export interface DamagedPlace {
  readonly id: string;
  readonly line: string;
  readonly sku: string;
  /** Eaches there at most; null: the station knows what lies in the bin. */
  readonly most: number | null;
  readonly location: string | null;
  readonly unit: UnitView | null;
  readonly carton: string | null;
  readonly trace: Trace | null;
}

const nowhere = { location: null, unit: null, carton: null, trace: null } as const;

/** At a bin: goods of the line that lie in it, and those that are picked and not packed. */
export function placesWhilePicking(line: LineView, { location }: Pick<TaskView, 'location'>): DamagedPlace[] {
  const sku = line.sku ?? '';
  const inHand = leftToPack(line);
  return [
    ...(location === null ? [] : [{ ...nowhere, id: 'bin', line: line.line, sku, most: null, location }]),
    ...(inHand > 0 ? [{ ...nowhere, id: 'hand', line: line.line, sku, most: inHand }] : []),
  ];
}

/** Picked goods that wait to be packed. */
export function placesWaiting({ line, remaining }: Pick<TaskView, 'line' | 'remaining'>): DamagedPlace[] {
  return (line === null ? [] : [line, ...remaining]).flatMap((each) =>
    each.sku === null || leftToPack(each) === 0 ? [] : [{ ...nowhere, id: `hand ${each.line}`, line: each.line, sku: each.sku, most: leftToPack(each) }]);
}

export const placesOnUnit = (unit: UnitView): DamagedPlace[] =>
  bySku(goodsOn(unit)).map(({ id, line, sku, eaches, carton, trace }) => ({ ...nowhere, id: `${unit.sscc} ${id}`, line, sku, most: eaches, unit, carton, trace }));

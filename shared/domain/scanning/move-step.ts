import { unitName } from '../handling-units/names.ts';
import type { Move, NotedGoods, Task } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import type { Step } from './answer.ts';
import { at, inState } from './steps.ts';

/** Eaches that were scanned to go along. */
export const notedEaches = (reader: Reader, goods: readonly NotedGoods[]): number => goods.reduce((sum, each) => sum + eachesOf(reader, each), 0);

function eachesOf(reader: Reader, goods: NotedGoods): number {
  if (goods.kind !== 'carton') return goods.eaches;
  return (reader.get('carton', { carton: goods.carton }) ?? reader.get('unit', { sscc: goods.carton }))?.eaches ?? 0;
}

/** What a move wants next; `left`: on the pallet that goods come from, where the scan just took some off. */
export function moveStep(reader: Reader, task: Task, { from, goods }: Move, left?: number): Step {
  if (from === null) return inState(at(task, { sscc: null }), 'move.from');
  const source = at(task, { sscc: from });
  const unit = unitName(reader, from);
  if (goods.length === 0) return inState(source, 'move.goods', { unit, eaches: left ?? reader.get('unit', { sscc: from })?.eaches ?? 0 });
  return inState(source, 'move.to', { unit, eaches: notedEaches(reader, goods) });
}

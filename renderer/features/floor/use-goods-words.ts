import { traceMessage } from '../../../shared/domain/handling-units/trace-words.ts';
import type { Trace } from '../../../shared/domain/state/entities.ts';
import { useText } from '../../ui/i18n.tsx';
import type { GoodsOnUnit } from './goods-on-unit.ts';
import { unitTail } from './unit-tail.ts';

/** Goods of a unit in words: which they are, and how many of them with their lot or serial number. */
export function useGoodsWords(): { readonly name: (goods: GoodsOnUnit) => string; readonly there: (goods: GoodsOnUnit) => string; readonly traced: (trace: Trace) => string } {
  const { t, tell } = useText();
  const traced = (trace: Trace): string => tell(traceMessage(trace));
  return {
    traced,
    name: ({ sku, carton }) => (carton === null ? sku : t('floorScreen.goods.carton', { carton: unitTail(carton), sku })),
    there: ({ eaches, trace }) => [t('floorScreen.move.there', { eaches }), ...(trace === null ? [] : [traced(trace)])].join(' · '),
  };
}

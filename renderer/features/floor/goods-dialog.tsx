import type { UnitView } from '../../../shared/contracts/views.ts';
import { DamagedGoods } from './damaged-goods.tsx';
import type { DamagedPlace } from './damaged-places.ts';
import { MoveGoods } from './move-goods.tsx';

/** What is asked about goods, as they were when it was asked: the pallet and the task go on by themselves. */
export type AskedGoods =
  | { readonly what: 'move'; readonly unit: UnitView }
  | { readonly what: 'damaged'; readonly po: string; readonly places: readonly DamagedPlace[] };

/** Above what it is asked about, so that it stays when that is gone: the answer is still to be read. */
export function GoodsDialog({ asked, onClose }: { readonly asked: AskedGoods; readonly onClose: () => void }) {
  return asked.what === 'move' ? <MoveGoods unit={asked.unit} onClose={onClose} /> : <DamagedGoods places={asked.places} po={asked.po} onClose={onClose} />;
}

import type { UnitView } from '../../../shared/contracts/views.ts';
import { useAnswer } from '../../app/station.tsx';

/** Every pallet and carton of an order; none while they are being read. */
export function useUnits(po: string | null): readonly UnitView[] {
  const answer = useAnswer(['units', 'orders'], ['floor-units', po], async (client) => (po === null ? [] : (await client.orders.get({ po })).handlingUnits));
  return answer.data ?? [];
}

import type { UseQueryResult } from '@tanstack/react-query';
import type { OrderView, Subject } from '../../../shared/contracts/views.ts';
import { useAnswer } from '../../app/station.tsx';

export const queueSubjects: readonly Subject[] = ['orders', 'tasks', 'staff', 'settings', 'claims', 'cases'];

const orderSubjects: readonly Subject[] = ['orders', 'stock', 'units', 'shipments', 'documents', 'staff', 'tasks', 'claims', 'cases'];

/** Everything about one order, kept current. While another order's answer is still shown by the cache, there is none. */
export function useOrder(po: string): UseQueryResult<OrderView> & { readonly order: OrderView | undefined } {
  const answer = useAnswer(orderSubjects, ['order', po], (client) => client.orders.get({ po }));
  const fresh = answer.data?.po === po && !answer.isError ? answer.data : undefined;
  return { ...answer, order: fresh };
}

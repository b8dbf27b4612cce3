import type { Order, OrderState } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

const LIVE: readonly OrderState[] = ['received', 'acknowledged', 'picking', 'packing', 'ready', 'loading'];

/** Every order with work left on it. */
export const liveOrders = (reader: Reader): readonly Order[] => LIVE.flatMap((state) => reader.find('order', { state }));

import type { MessageKey } from '../../messages/catalogue.ts';

/** What a step takes; anything else is answered as wrong with the step's instruction. */
export type Accepts = 'label' | 'order' | 'location' | 'product' | 'pallet' | 'carton' | 'quantity' | 'tote' | 'command';

interface State {
  /** The instruction; null where the reason stands in its place (the order is cancelled, shipped, ...). */
  readonly instruction: MessageKey | null;
  readonly accepts: readonly Accepts[];
  /**
   * Where the task may really stand after an answer that names this state: to tell would take reading every line of the order, which a scan
   * that counts never does. The next scan finds it.
   */
  readonly orElse?: readonly string[];
}

/**
 * Every state that a station can be in, by the scenario it belongs to: the one instruction it gives and what it waits for, the likeliest
 * first. What each state answers to which scan is declared in `scenarios/`.
 */
export const states = {
  idle: { instruction: 'scanning.step.idle', accepts: ['order', 'pallet', 'product', 'location', 'command'] },

  'pick.toBin': { instruction: 'scanning.step.goToBin', accepts: ['location', 'product', 'order', 'command'] },
  'pick.product': { instruction: 'scanning.step.pickProduct', accepts: ['product', 'location', 'quantity', 'order', 'command'], orElse: ['pick.toBin', 'pick.restIsShort'] },
  'pick.restIsShort': { instruction: 'scanning.step.restIsShort', accepts: ['command', 'product', 'order'] },
  'pick.done': { instruction: 'scanning.step.allPicked', accepts: ['command', 'order'] },
  'pick.stopped': { instruction: null, accepts: ['command', 'order'] },
  // Never met by a scan: what an answer says where the line is complete and the next one is not looked up.
  'pick.nextLine': {
    instruction: 'scanning.step.pickNextLine', accepts: ['location', 'product', 'order', 'command'],
    orElse: ['pick.toBin', 'pick.product', 'pick.restIsShort', 'pick.done'],
  },

  // Several orders on one cart: each instruction says to which place it goes.
  'cart.toBin': { instruction: 'cart.goToBin', accepts: ['location', 'product', 'order', 'command'] },
  'cart.product': { instruction: 'cart.pickProduct', accepts: ['product', 'location', 'quantity', 'order', 'command'], orElse: ['cart.toBin', 'cart.restIsShort'] },
  'cart.restIsShort': { instruction: 'cart.restIsShort', accepts: ['command', 'product', 'order'] },
  'cart.done': { instruction: 'cart.allPicked', accepts: ['command', 'order'] },
  // Picked for a place that has a tote: its bar code says that the goods came into the right one.
  'cart.tote': { instruction: 'tote.put', accepts: ['tote', 'product', 'quantity', 'command', 'order'] },
  'cart.nextLine': {
    instruction: 'scanning.step.pickNextLine', accepts: ['location', 'product', 'order', 'command'],
    orElse: ['cart.toBin', 'cart.product', 'cart.restIsShort', 'cart.done'],
  },

  'pack.openUnit': { instruction: 'scanning.step.openUnit', accepts: ['command', 'product', 'carton', 'pallet', 'order'] },
  'pack.onto': { instruction: 'scanning.step.packOn', accepts: ['product', 'carton', 'quantity', 'pallet', 'command', 'order'] },
  'pack.cartonProduct': { instruction: 'scanning.step.cartonProduct', accepts: ['product', 'command'] },
  'pack.trace': { instruction: 'scanning.step.trace', accepts: ['label', 'product', 'carton', 'pallet', 'command', 'order'] },
  'pack.pickMore': { instruction: 'scanning.step.pickMore', accepts: ['command', 'order', 'pallet'] },
  'pack.restIsShort': { instruction: 'scanning.step.packedRestIsShort', accepts: ['command', 'order', 'pallet'] },
  'pack.close': { instruction: 'scanning.step.allPackedClose', accepts: ['command', 'pallet', 'order'] },
  'pack.done': { instruction: 'scanning.step.allPacked', accepts: ['command', 'pallet', 'order'] },
  'pack.stopped': { instruction: null, accepts: ['command', 'order'] },

  'load.pallet': { instruction: 'scanning.step.load', accepts: ['pallet', 'command', 'order'] },
  'load.done': { instruction: 'scanning.step.allLoaded', accepts: ['command', 'pallet', 'order'] },
  'load.noShipment': { instruction: 'scanning.step.noShipment', accepts: ['pallet', 'order', 'command'] },

  'count.bin': { instruction: 'scanning.step.countBin', accepts: ['location', 'command', 'order'] },
  'count.product': { instruction: 'scanning.step.countProduct', accepts: ['product', 'location', 'command', 'order'] },
  'count.quantity': { instruction: 'scanning.step.countQuantity', accepts: ['quantity', 'product', 'location', 'command', 'order'] },

  'receive.bin': { instruction: 'scanning.step.receiveBin', accepts: ['location', 'command', 'order'] },
  'receive.product': { instruction: 'scanning.step.receiveProduct', accepts: ['product', 'location', 'command', 'order'] },
  'receive.quantity': { instruction: 'scanning.step.receiveQuantity', accepts: ['quantity', 'product', 'location', 'command', 'order'] },

  // On top of any task, which goes on where it was.
  'move.from': { instruction: 'scanning.step.moveFrom', accepts: ['pallet', 'carton', 'command'] },
  'move.goods': { instruction: 'scanning.step.moveGoods', accepts: ['product', 'carton', 'pallet', 'command'] },
  'move.to': { instruction: 'scanning.step.moveTo', accepts: ['pallet', 'command', 'product', 'carton', 'quantity'] },

  lookup: { instruction: 'scanning.step.lookup', accepts: ['product', 'location', 'pallet', 'carton', 'order', 'command'] },
} as const satisfies Readonly<Record<string, State>>;

export type StateName = keyof typeof states;

/** Whether a task that an answer left at `named` may stand at `found`. */
export function standsAt(named: StateName, found: StateName): boolean {
  const state: State = states[named];
  return named === found || state.orElse?.includes(found) === true;
}

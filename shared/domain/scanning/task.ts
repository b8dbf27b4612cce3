import type { OperationDraft } from '../../contracts/operations.ts';
import type { PoNumber, ShipmentId } from '../../lib/ids.ts';
import type { Context } from '../decision.ts';
import type { Carried } from '../picking/cart.ts';
import { openShipmentOf } from '../shipment/open-shipments.ts';
import type { HandlingUnit, Order, Task, TaskKind } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

/** A scan before it is known which state it meets. */
export interface Incoming {
  readonly reader: Reader;
  readonly context: Context;
  /** The task it belongs to; undefined at a station that does nothing yet. */
  readonly task: Task | undefined;
  /** The task's order, where it has one. */
  readonly order: Order | undefined;
  /** False where the caller names a task that is yet to be written: with the first scan that counts. */
  readonly begun: boolean;
  /** The task that the caller asks for; null where the order decides. */
  readonly wanted: TaskKind | null;
  /** The order that the caller names; null: whichever the scan is for. */
  readonly named: PoNumber | null;
  /** As scanned, without the scanner's additions; at most 200 characters. */
  readonly code: string;
  /** Eaches keyed or scanned as a quantity; null when the code alone says how much. */
  readonly quantity: number | null;
  /** The same code was scanned again after it had been asked for. */
  readonly confirmed: boolean;
  /** The scan directly before was refused. */
  readonly afterRefusal: boolean;
  /** The scan directly before was answered with a question. */
  readonly afterQuestion: boolean;
}

/** A scan on its way through a task's steps. */
export type Scanned = Incoming & { readonly task: Task };

/** A scan in a task on an order that may be worked on. */
export type AtOrder = Scanned & { readonly order: Order };

/** Work on the goods of an order, as against work on what lies in the bins. */
export const isOrderWork = (kind: TaskKind): boolean => kind === 'pick' || kind === 'pack' || kind === 'load';

/** A scan while one or several orders are picked that may be worked on. */
export type Picking = Scanned & {
  /** Every order of the task, also what may not be worked on any longer. */
  readonly carried: readonly Carried[];
  /** Those that are picked for, whoever is in front first. At least one. */
  readonly orders: readonly Carried[];
  /** Of these, those that this scan may be for: the order that the caller names, else all. */
  readonly meant: readonly Carried[];
};

type Target = Partial<Pick<Task, 'po' | 'shipmentId' | 'sscc'>>;

export function newTask(context: Context, kind: TaskKind, { po = null, shipmentId = null, sscc = null }: Target): Task {
  return {
    station: context.station, kind, po, shipmentId, sscc, staffId: context.actor.staffId, startedAt: context.now, location: null, sku: null, carton: null, trace: null, cart: [], move: kind === 'move' ? { from: null, goods: [] } : null, totes: [], put: [],
  };
}

export function setTask(task: Task, change: Partial<Task> = {}): OperationDraft {
  const { kind, po, shipmentId, sscc, location, sku, carton, trace, cart, move, totes, put } = { ...task, ...change };
  return {
    kind: 'task.set',
    body: {
      kind, po, shipmentId, sscc, location, sku, carton, ...(trace === null ? {} : { trace }), ...(cart.length > 0 ? { cart: [...cart] } : {}), ...(move === null ? {} : { move: { from: move.from, goods: [...move.goods] } }),
      ...(totes.length > 0 ? { totes: [...totes] } : {}), ...(put.length > 0 ? { put: [...put] } : {}),
    },
  };
}

/**
 * The task a scan belongs to: the station's own, or the one that the caller names (command line, a link on a screen).
 * `begun` is false when it has yet to be written: with the first scan that counts.
 */
export function taskFor(reader: Reader, context: Context, wanted: { readonly task: TaskKind | null; readonly po: PoNumber | null }): { readonly task: Task; readonly begun: boolean } | undefined {
  const current = reader.get('task', { station: context.station });
  if (wanted.task === null && wanted.po === null) return current && { task: current, begun: true };
  const kind = wanted.task ?? current?.kind ?? 'pick';
  const po = wanted.po ?? (current?.kind === kind ? current.po : null);
  if (current?.kind === kind && (current.po === po || (po !== null && current.cart.includes(po)))) return { task: current, begun: true };
  return { task: taskOn(reader, context, kind, po), begun: false };
}

/** A fresh task on an order, with the pallet or the truck that waits for it. */
export function taskOn(reader: Reader, context: Context, kind: TaskKind, po: PoNumber | null, shipmentId: ShipmentId | null = null): Task {
  // Looking up is about no order, whatever the caller names.
  if (po === null || kind === 'lookup') return newTask(context, kind, { shipmentId });
  if (kind === 'pack') return newTask(context, kind, { po, sscc: waitingUnit(reader, po)?.sscc ?? null });
  if (kind === 'load') return newTask(context, kind, { po, shipmentId: shipmentId ?? openShipmentOf(reader, po)?.shipmentId ?? null });
  return newTask(context, kind, { po });
}

/** The order's one open pallet or carton that no station is packing on; undefined when there is none or a choice. */
export function waitingUnit(reader: Reader, po: PoNumber): HandlingUnit | undefined {
  const held = new Set(reader.find('task', { po }).map((task) => task.sscc));
  const open = reader.find('unit', { po }).filter((unit) => unit.state === 'open' && !held.has(unit.sscc));
  return open.length === 1 ? open[0] : undefined;
}

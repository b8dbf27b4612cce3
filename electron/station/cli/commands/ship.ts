import type { OrderView, ShipmentView, TaskView } from '../../../../shared/contracts/views.ts';
import { freightTermOf } from '../../../../shared/domain/queue/routing-clash.ts';
import { isFinal } from '../../../../shared/domain/state/totals.ts';
import { later, MINUTE, type Instant } from '../../../../shared/lib/time.ts';
import type { MessageKey } from '../../../../shared/messages/catalogue.ts';
import { message, type Message, type MessageParams } from '../../../../shared/messages/say.ts';
import { atDesk, type Desk } from '../desk.ts';
import { refusalOf, refused } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { orderDetailJson, shipmentJson } from '../json.ts';
import { documentLine } from './queue.ts';

export interface ShipOptions {
  readonly freightTerm?: 'collect' | 'prepaid';
  readonly carrier?: string;
  readonly pro?: string;
  readonly bol?: string;
  readonly arn?: string;
  readonly ready?: Instant;
  readonly agreed?: string;
  readonly partial?: boolean;
  readonly finished?: boolean;
}

/** What was done on the way, said step by step; what Amazon may complain about is a warning. */
interface Log {
  readonly steps: Message[];
  readonly warnings: Message[];
}

/**
 * The whole desk end of an order: its shipment, the routing request where Amazon's carrier collects, every closed
 * pallet onto the truck, and off. What is already done is not done again, so that it can be called anew after a refusal.
 */
export async function shipCommand(globals: Globals, po: string, options: ShipOptions): Promise<void> {
  await atDesk(globals, async (desk) => {
    const { client, words, status } = desk;
    const log: Log = { steps: [], warnings: [] };
    const order = await client.orders.get({ po });
    refuseWhatIsMissing(order, options, status.settings.shipFrom.name);
    await closePallets(desk, order, log);
    const shipment = await route(desk, await plan(desk, order, options, log), options, log);
    const left = await client.shipments.depart({ shipmentId: await load(desk, order.po, shipment, log), finished: options.finished === true ? [order.po] : [] });
    log.steps.push(message('cli.ship.departed', { shipment: left.shipmentId, confirmByTime: left.confirmBy ?? left.departedAt ?? status.now }));
    const view = await client.orders.get({ po });
    return {
      json: { ...orderDetailJson(words, view), shipment: shipmentJson(left), steps: words.all(log.steps), warnings: words.all(log.warnings) },
      lines: [
        ...words.all(log.steps),
        ...words.all(log.warnings).map((text) => words.text('cli.warning', { text })),
        ...left.documents.map((document) => documentLine(words, document)),
      ],
    };
  });
}

function refuseWhatIsMissing(view: OrderView, { partial, finished }: ShipOptions, shipFrom: string): void {
  const { po, units, state } = view;
  const no = (code: MessageKey, params: MessageParams, hint: Message | null): never => {
    throw refused(code, `PO ${po}`, { po, ...params }, hint);
  };
  if (isFinal(state)) no('orders.refused.ended', { state }, null);
  if (view.channel === 'vendor' && !view.acknowledged) no('cli.refused.shipUnanswered', {}, message('shipment.hint.acknowledge'));
  const waiting = view.handlingUnits.filter((unit) => unit.state !== 'departed' && unit.state !== 'voided' && unit.eaches > 0);
  if (waiting.length === 0) no('cli.refused.shipNothingPacked', { packed: units.packed }, message('cli.hint.pack', { po }));
  if (units.packed < units.accepted) {
    if (partial !== true && finished !== true) no('cli.refused.shipIncomplete', { packed: units.packed, accepted: units.accepted }, message('cli.hint.partial'));
    const open = waiting.find((unit) => unit.state === 'open');
    if (open) no('cli.refused.shipOpenPallet', { sscc: open.sscc }, message('cli.hint.close'));
  }
  if (shipFrom === '') no('shipment.refused.noShipFrom', {}, message('cli.hint.shipFrom'));
}

/** A pallet left open when everything is packed has only not been closed yet. */
async function closePallets({ client }: Desk, { handlingUnits }: OrderView, log: Log): Promise<void> {
  for (const { sscc, state, eaches, weightGrams, heightMm } of handlingUnits) {
    if (state !== 'open' || eaches === 0) continue;
    await client.units.close({ sscc, weightGrams, heightMm });
    log.steps.push(message('cli.ship.closed', { sscc }));
  }
}

async function plan({ client }: Desk, view: OrderView, options: ShipOptions, log: Log): Promise<ShipmentView> {
  const open = view.shipments.find(({ state }) => state !== 'departed' && state !== 'cancelled');
  if (open) return open;
  const freightTerm = options.freightTerm ?? freightTermOf(view.order);
  if (freightTerm === null) throw refused('cli.refused.freightTerm', `PO ${view.po}`, { po: view.po }, message('cli.hint.freightTerm'));
  const created = await client.shipments.create({ pos: [view.po], freightTerm });
  log.steps.push(message('cli.ship.planned', { shipment: created.shipmentId, term: freightTerm }));
  return created;
}

/**
 * Enters what carrier and Amazon said, and asks for a truck where Amazon pays it. What is on the dock can leave
 * without that, so a request that Amazon would not take is a warning and does not hold the truck.
 */
async function route({ client, status }: Desk, shipment: ShipmentView, options: ShipOptions, log: Log): Promise<ShipmentView> {
  const { shipmentId, requestedAt, freightTerm } = shipment;
  const term = requestedAt === null ? (options.freightTerm ?? freightTerm) : freightTerm;
  const asks = term === 'collect' && requestedAt === null;
  const { cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres } = requestedAt === null ? shipment.proposal : shipment;
  const changed = await client.shipments.change({
    shipmentId, freightTerm: term, cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres,
    freightReady: options.ready ?? shipment.freightReady ?? (asks ? later(status.now, MINUTE) : null),
    arn: options.arn ?? shipment.arn, scac: options.carrier ?? shipment.scac, pro: options.pro ?? shipment.pro, bol: options.bol ?? shipment.bol, appointment: shipment.appointment,
  });
  if (!asks) return changed;
  try {
    const requested = await client.shipments.requestRouting({ shipmentId, agreed: options.agreed ?? null });
    log.steps.push(message('cli.ship.routed', { shipment: shipmentId }));
    return requested;
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal?.code.startsWith('shipment.refused.')) throw error;
    log.warnings.push(message('cli.ship.notRouted'), refusal.message, ...(refusal.hint === null ? [] : [refusal.hint]));
    return changed;
  }
}

/** Every closed pallet of the order onto the truck, by its own scan. The station's task is afterwards what it was. */
async function load({ client, words }: Desk, po: string, { shipmentId }: ShipmentView, log: Log): Promise<string> {
  const before = await client.floor.task({});
  const { handlingUnits } = await client.orders.get({ po });
  const closed = handlingUnits.filter(({ state }) => state === 'closed');
  for (const { sscc } of closed) {
    const { answer } = await client.floor.scan({ code: sscc, task: 'load', po });
    if (answer.result !== 'accepted' && answer.result !== 'done') throw refused(answer.message.key, words.text('cli.pallet', { sscc }), answer.message.params, answer.expected);
  }
  if (closed.length > 0) {
    log.steps.push(message('cli.ship.loaded', { count: closed.length, shipment: shipmentId }));
    await resume(client, before);
  }
  return shipmentId;
}

async function resume(client: Desk['client'], before: TaskView | null): Promise<void> {
  if (before && before.cart.length > 0) await client.floor.walk({ pos: before.cart.map(({ po }) => po) });
  else if (before) await client.floor.start({ kind: before.kind, po: before.po, shipmentId: before.shipment?.shipmentId ?? null });
  else await client.floor.leave({});
}

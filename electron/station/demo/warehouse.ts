import { answersOf } from '../../../shared/domain/acknowledgement/answers.ts';
import { decideDocumentState } from '../../../shared/domain/acknowledgement/document.ts';
import { planAcknowledgement } from '../../../shared/domain/acknowledgement/plan.ts';
import type { Actor, Context, Decision } from '../../../shared/domain/decision.ts';
import { decideCloseUnit } from '../../../shared/domain/handling-units/decide.ts';
import { decideLabelPrinted } from '../../../shared/domain/handling-units/labels.ts';
import { decideListPrinted } from '../../../shared/domain/orders/decide-order.ts';
import { pickLines } from '../../../shared/domain/picking/pick-lines.ts';
import { decideShort } from '../../../shared/domain/picking/short.ts';
import { decideScan } from '../../../shared/domain/scanning/scan.ts';
import { decideShipmentChange, decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import { openShipmentOf } from '../../../shared/domain/shipment/open-shipments.ts';
import { earliestPickup, pickupOn } from '../../../shared/domain/shipment/routing-rule.ts';
import type { Order, Product, TaskKind } from '../../../shared/domain/state/entities.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import { locationCode } from '../../../shared/lib/barcode/house-code.ts';
import type { PoNumber, ShipmentId } from '../../../shared/lib/ids.ts';
import { MINUTE, SECOND } from '../../../shared/lib/time.ts';
import { importFiles } from '../imports.ts';
import { acknowledge, depart, requestRouting } from '../outgoing.ts';
import { settle } from '../api/base.ts';
import type { Station } from '../station.ts';
import type { DemoClock } from './demo-clock.ts';

/*
 * The work of the demo's people, done through the same decisions and documents as everybody's. A refusal here is a
 * fault of the demo and is thrown.
 */

/** Goods with a case code and a bin; every product of the demo has both. */
interface Goods {
  readonly product: Product;
  readonly code: string;
}

/** Scans are keyed in amounts of about so many eaches, so that a large order is not a thousand scans. */
const HANDFUL = 100;
const SCAN = 10 * SECOND;
const EACH = 3.5 * SECOND;
const PALLET_WOOD_GRAMS = 20_000;

export class Warehouse {
  readonly #station: Station;
  readonly #clock: DemoClock;

  constructor(station: Station, clock: DemoClock) {
    this.#station = station;
    this.#clock = clock;
  }

  act<Result>(actor: Actor, decision: (reader: Reader, context: Context) => Decision<Result>): Result {
    return settle(this.#station.decide(actor, decision));
  }

  receive(name: string, text: string): void {
    const { files } = importFiles(this.#station, [{ name, bytes: new TextEncoder().encode(text) }], 'folder');
    const fault = files.some(({ error, orders }) => error !== null || orders.some((order) => order.result !== 'received' && order.result !== 'changed'));
    if (fault) throw new Error(`the demo's ${name} was not taken in: ${JSON.stringify(files)}`);
  }

  /** Answers by the advice, and hands both files over. */
  acknowledge(actor: Actor, po: PoNumber): void {
    const plan = planAcknowledgement(this.#station.reader, po, { now: this.#station.now() }, this.#station.policy());
    if (!plan) throw new Error(`the demo has no order ${po}`);
    settle(acknowledge(this.#station, actor, { po, lines: answersOf(plan), override: null }));
  }

  print(actor: Actor, po: PoNumber): void {
    this.act(actor, (reader, context) => decideListPrinted(reader, { po }, context));
  }

  /** Picks the order's lines in the order of their bins; `share` of the units, all of them with 1. */
  pick(actor: Actor, po: PoNumber, share = 1): void {
    let left = Math.floor(this.#order(po).accepted * share);
    for (const { sku, location, accepted, picked } of pickLines(this.#station.reader, po)) {
      const goods = this.#goods(sku);
      const wanted = Math.min(left, accepted - picked);
      if (wanted < goods.product.caseSize || location === null) continue;
      this.#scan(actor, 'pick', po, locationCode(location));
      left -= this.#handle(actor, 'pick', po, goods, wanted);
    }
  }

  /** Reports that the next line's last case is not in its bin. */
  short(actor: Actor, po: PoNumber): void {
    const line = pickLines(this.#station.reader, po).find(({ accepted, picked }) => accepted > picked);
    if (!line) return;
    this.act(actor, (reader, context) =>
      decideShort(reader, { po, line: line.line, eaches: line.accepted - line.picked, reason: 'not in its bin', location: line.location, next: null }, context),
    );
  }

  /** Packs what is picked onto `pallets` pallets; all are closed, labelled and their labels scanned unless `leaveOpen`. */
  pack(actor: Actor, po: PoNumber, { pallets = 1, leaveOpen = false }: { readonly pallets?: number; readonly leaveOpen?: boolean } = {}): void {
    const perPallet = Math.ceil(this.#order(po).picked / pallets);
    let onPallet = 0;
    for (const { sku, picked, packed } of this.#station.reader.find('line', { po }).sort((left, right) => left.position - right.position)) {
      if (sku === null) continue;
      const goods = this.#goods(sku);
      for (let left = leaveOpen ? Math.ceil((picked - packed) / 2 / goods.product.caseSize) * goods.product.caseSize : picked - packed; left > 0; ) {
        const amount = Math.min(left, wholeCases(Math.max(perPallet - onPallet, goods.product.caseSize), goods.product.caseSize));
        this.#handle(actor, 'pack', po, goods, amount);
        left -= amount;
        onPallet += amount;
        if (onPallet >= perPallet && !leaveOpen) {
          this.#closePallet(actor, po);
          onPallet = 0;
        }
      }
    }
    if (!leaveOpen) this.#closePallet(actor, po);
  }

  /** Plans a shipment and, where Amazon's carrier collects, asks for a truck on the first day that can be asked for. */
  route(actor: Actor, po: PoNumber): ShipmentId {
    const { settings } = this.#station;
    const order = this.#order(po);
    const freightTerm = order.freightTerm ?? 'collect';
    const { shipmentId } = this.act(actor, (reader, context) => decideShipmentCreate(reader, { pos: [po], freightTerm }, context));
    const freightReady = pickupOn(earliestPickup(this.#station.now(), settings), settings);
    this.act(actor, (reader, context) => decideShipmentChange(reader, { shipmentId, freightReady }, context));
    if (freightTerm === 'collect') settle(requestRouting(this.#station, actor, { shipmentId, agreed: null }));
    return shipmentId;
  }

  shipmentOf(po: PoNumber): ShipmentId {
    const shipment = openShipmentOf(this.#station.reader, po);
    if (!shipment) throw new Error(`the demo planned no shipment for ${po}`);
    return shipment.shipmentId;
  }

  /** Enters what the carrier said. */
  carrier(actor: Actor, shipmentId: ShipmentId, references: { readonly scac: string; readonly pro: string; readonly bol: string; readonly arn: string | null }): void {
    this.act(actor, (reader, context) => decideShipmentChange(reader, { shipmentId, ...references }, context));
  }

  /** Loads `count` of the order's closed pallets. */
  load(actor: Actor, po: PoNumber, count = Infinity): void {
    const closed = this.#station.reader.find('unit', { po }).filter(({ state }) => state === 'closed');
    for (const { sscc } of closed.slice(0, count)) {
      this.#scan(actor, 'load', po, sscc);
      this.#clock.pass(2 * MINUTE);
    }
  }

  depart(actor: Actor, po: PoNumber): void {
    settle(depart(this.#station, actor, { shipmentId: this.shipmentOf(po), finished: [], leftBehind: [], departedAt: null }));
  }

  /** Somebody scans what nothing here knows. */
  scanUnknown(actor: Actor, code: string): void {
    this.#decideScan(actor, { code, task: null, po: null, quantity: null });
  }

  /** The gateway takes the order's prepared files, and Amazon confirms them. */
  handOver(actor: Actor, po: PoNumber, confirmed: boolean): void {
    for (const { documentId } of this.#station.reader.find('outgoing', { po }).filter(({ state }) => state === 'prepared')) {
      this.act(actor, (reader, context) => decideDocumentState(reader, { documentId, state: 'handed-over', note: null }, context));
      if (confirmed) this.act(actor, (reader, context) => decideDocumentState(reader, { documentId, state: 'confirmed', note: null }, context));
    }
  }

  /** Scans cases of a product until `wanted` is done; answers how much that was. */
  #handle(actor: Actor, task: TaskKind, po: PoNumber, { product, code }: Goods, wanted: number): number {
    const handful = Math.max(product.caseSize, wholeCases(HANDFUL, product.caseSize));
    const whole = wholeCases(wanted, product.caseSize);
    for (let left = whole; left > 0; ) {
      const amount = Math.min(left, handful);
      this.#clock.pass(SCAN + amount * EACH);
      this.#scan(actor, task, po, code, amount === product.caseSize ? null : amount);
      left -= amount;
    }
    return whole;
  }

  #closePallet(actor: Actor, po: PoNumber): void {
    for (const unit of this.#station.reader.find('unit', { po }).filter(({ state, eaches }) => state === 'open' && eaches > 0)) {
      const { sscc } = unit;
      const goods = this.#station.reader.find('content', { sscc }).reduce((sum, { sku, eaches }) => sum + eaches * (this.#goods(sku).product.weightGrams ?? 0), 0);
      this.act(actor, (reader, context) => decideCloseUnit(reader, { sscc, weightGrams: goods + PALLET_WOOD_GRAMS, heightMm: Math.min(1_250, 400 + unit.cartons * 40) }, context));
      this.act(actor, (reader, context) => decideLabelPrinted(reader, { sscc }, context));
      this.#clock.pass(MINUTE);
      this.#scan(actor, 'pack', po, sscc);
    }
  }

  #scan(actor: Actor, task: TaskKind, po: PoNumber, code: string, quantity: number | null = null): void {
    const { result, message } = this.#decideScan(actor, { code, task, po, quantity });
    if (result === 'accepted' || result === 'done' || (result === 'info' && message.key === 'scanning.pick.alreadyAt')) return;
    throw new Error(`the demo's ${task} scan of ${code} on ${po} was ${result}: ${message.key} ${JSON.stringify(message.params)}`);
  }

  #decideScan(actor: Actor, scan: Omit<Parameters<typeof decideScan>[1], 'confirming'>) {
    return this.act(actor, (reader, context) => decideScan(reader, { ...scan, confirming: null }, context));
  }

  #order(po: PoNumber): Order {
    const order = this.#station.reader.get('order', { po });
    if (!order) throw new Error(`the demo has no order ${po}`);
    return order;
  }

  #goods(sku: Product['sku']): Goods {
    const product = this.#station.reader.get('product', { sku });
    if (!product?.gtinCase) throw new Error(`the demo has no case code for ${sku}`);
    return { product, code: product.gtinCase };
  }
}

const wholeCases = (eaches: number, caseSize: number): number => Math.floor(eaches / caseSize) * caseSize;

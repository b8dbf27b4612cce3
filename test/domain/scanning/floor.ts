import type { Context, Decision } from '../../../shared/domain/decision.ts';
import { eventOf } from '../../../shared/domain/scanning/machine.ts';
import { decideScan, readScan, type ScanInput } from '../../../shared/domain/scanning/scan.ts';
import { stepOf } from '../../../shared/domain/scanning/start.ts';
import { standsAt } from '../../../shared/domain/scanning/states.ts';
import { validateAnswer } from '../../../shared/domain/scanning/validate.ts';
import type { ScanAnswer, ScanDecision } from '../../../shared/domain/scanning/answer.ts';
import type { Entities, Role } from '../../../shared/domain/state/entities.ts';
import { commandCode } from '../../../shared/lib/barcode/house-code.ts';
import { checkDigit } from '../../../shared/lib/gtin.ts';
import { buildSscc } from '../../../shared/lib/sscc.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { Floor, orderDocument } from '../../support/domain.ts';

const gtin = (digits: string): string => `${digits}${checkDigit(digits)}`;

/** UPC-A of each and GTIN-14 of case, as they stand on the goods. */
export const codes = {
  grinderEach: gtin('06141410001'),
  grinderCase: gtin('1006141410001'),
  mugEach: gtin('06141410002'),
  mugCase: gtin('1006141410002'),
  plateEach: gtin('06141410003'),
} as const;

const everyday = {
  undo: commandCode('undo'), done: commandCode('done'), next: commandCode('next'), short: commandCode('short'), damaged: commandCode('damaged'), print: commandCode('print'),
  yes: commandCode('yes'), no: commandCode('no'),
} as const;

export const command = { ...everyday, move: commandCode('move'), new: commandCode('new') } as const;

/** Without those of a move: once begun, every scan after it belongs to it. */
export const everydayCommands = Object.values(everyday);

/** A carton that its maker labelled with an SSCC of another prefix. */
export function foreignCarton(serial: number): string {
  const built = buildSscc(3, '9521234', serial);
  if (!built.ok) throw new Error(built.reason);
  return built.sscc;
}

export const HOT = 'HOT00001';
export const PLAIN = 'PLN00001';

/**
 * Two acknowledged orders. HOT: grinders (30, then 10 on a line of their own) in two bins, 6 mugs. PLAIN: 24 mugs only.
 * Plates are in the item master and on no order.
 */
export function warehouse(): ScanFloor {
  const floor = new ScanFloor();
  floor.settings({ companyPrefix: '0614141', ssccExtension: 0, zone: 'America/Chicago' as never, shipFrom: { id: 'HOUBX', name: 'Vendor', addressLine: '1 Dock Road', city: 'Houston', region: 'TX', postalCode: '77001', country: 'US' } });
  const pad = (code: string): string => code.padStart(14, '0');
  floor.product('GRIND', { asin: 'B0GRINDER1', title: 'Ceramic grinder', gtinEach: pad(codes.grinderEach), gtinCase: pad(codes.grinderCase), caseSize: 12, location: 'A-01-01' as never, weightGrams: 907, lengthMm: 600, widthMm: 400, heightMm: 300 });
  floor.product('MUG', { asin: 'B0MUGMUG01', title: 'Mug', gtinEach: pad(codes.mugEach), gtinCase: pad(codes.mugCase), caseSize: 6, weightGrams: 400, lengthMm: 400, widthMm: 300, heightMm: 200 });
  floor.product('PLATE', { asin: 'B0PLATE001', title: 'Plate', gtinEach: pad(codes.plateEach), caseSize: 4 });
  floor.stocked('GRIND', 36, 'A-01-01');
  floor.stocked('GRIND', 24, 'B-02-01');
  floor.stocked('MUG', 60, 'A-01-02');
  floor.stocked('PLATE', 8, 'C-01-01');
  floor.received(orderDocument(HOT, [{ vendorSku: 'GRIND', quantity: 30 }, { vendorSku: 'MUG', quantity: 6 }, { vendorSku: 'GRIND', quantity: 10 }], { hpo: true, rush: true }));
  floor.received(orderDocument(PLAIN, [{ vendorSku: 'MUG', quantity: 24 }]));
  floor.accept(HOT);
  floor.accept(PLAIN);
  return floor;
}

/** A scan was answered as its scenario does not declare, or with a state that the task is not in. */
export class UndeclaredAnswer extends Error {}

export class ScanFloor extends Floor {
  role: Role = 'shipping';
  #confirm: string | null = null;

  /** What is done on a screen is the act of the person who scans. */
  override perform<Result>(decision: Decision<Result>, actor = `staff-${this.role}`): Result {
    return super.perform(decision, actor);
  }

  /** Accepts every line as ordered. */
  accept(po: string): void {
    const lines = this.lines(po).map((line) => ({ line: line.line, accepted: line.requested, rejected: 0, backordered: 0, rejectionReason: null, shipDate: null }));
    this.apply([{ kind: 'order.acknowledged', body: { po: poNumber(po), version: 1, lines, override: null } }]);
  }

  /** Every answer is held against what its scenario declares, and its next state against where the task then stands. */
  scan(code: string, input: Partial<ScanInput> = {}): ScanAnswer {
    const whole: ScanInput = { code, task: null, po: null, quantity: null, confirming: this.#confirm, ...input };
    const context = this.context(this.role);
    const { incoming, resolved } = readScan(this.world, whole, context);
    const event = eventOf(resolved);
    const from = stepOf(this.world, incoming.task).state;
    const decision = this.answer(whole, context);
    const violations = validateAnswer(from, event, decision);
    if (violations.length > 0) throw new UndeclaredAnswer(`${code} in ${from}: ${violations.join('; ')}`);
    this.#confirm = decision.result.confirm;
    this.apply(decision.operations, `staff-${this.role}`);
    const { next } = decision.result;
    const stands = stepOf(this.world, this.world.get('task', { station: this.station })).state;
    // Undo answers before it is folded; a task that the caller only named has not begun.
    if (event !== 'undo' && (incoming.begun || decision.operations.length > 0) && !standsAt(next.state, stands)) throw new UndeclaredAnswer(`${code} in ${from}: answered ${next.state}, stands at ${stands}`);
    return decision.result;
  }

  protected answer(input: ScanInput, context: Context): ScanDecision {
    return decideScan(this.world, input, context);
  }

  /** Scans in order; answers with each result. */
  scans(...all: readonly string[]): string[] {
    return all.map((code) => this.scan(code).result);
  }

  /** The SSCC in hand at this station. */
  inHand(): string {
    const sscc = this.world.get('task', { station: this.station })?.sscc;
    if (!sscc) throw new Error('nothing in hand');
    return sscc;
  }

  /** Every quantity there is, without the log of who scanned what when. */
  quantities(): unknown {
    const rows = <Kind extends keyof Entities>(kind: Kind): Entities[Kind][] => this.world.find(kind, {});
    return {
      orders: rows('order').map(({ po, state, requested, accepted, picked, packed, shipped }) => ({ po, state, requested, accepted, picked, packed, shipped })),
      lines: rows('line').map(({ po, line, accepted, picked, packed, shipped, short }) => ({ po, line, accepted, picked, packed, shipped, short })),
      bins: rows('bin').filter(({ boxed }) => boxed > 0).map(({ sku, location, boxed }) => ({ sku, location, boxed })),
      stock: rows('stock').map(({ sku, boxed, allocated, safety }) => ({ sku, boxed, allocated, safety })),
      units: rows('unit').filter((unit) => unit.state !== 'voided').map(({ sscc, state, eaches, cartons, shipmentId }) => ({ sscc, state, eaches, cartons, shipmentId })),
      contents: rows('content'),
      cartons: rows('carton'),
      shipments: rows('shipment').map(({ shipmentId, state }) => ({ shipmentId, state })),
    };
  }

  /** Everything, to see that nothing at all has changed. */
  everything(): string {
    const kinds = ['order', 'line', 'bin', 'stock', 'unit', 'content', 'carton', 'shipment', 'task', 'scan', 'unknownCode', 'counter'] as const;
    return JSON.stringify(kinds.map((kind) => this.world.find(kind, {})));
  }
}

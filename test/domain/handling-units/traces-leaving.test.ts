import { expect, test } from 'vitest';
import { labelLayout } from '../../../electron/printing/label-layout.ts';
import type { OperationDraft } from '../../../shared/contracts/operations.ts';
import { writeShipmentConfirmationJson } from '../../../shared/documents/sp-api/write-shipment-confirmation.ts';
import { partMessages } from '../../../shared/domain/handling-units/trace-words.ts';
import { packingListOfOrder } from '../../../shared/domain/papers/packing-list.ts';
import { decideDepart } from '../../../shared/domain/shipment/depart.ts';
import { decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import { shipmentConfirmationDocument } from '../../../shared/domain/shipment/documents.ts';
import type { Trace } from '../../../shared/domain/state/entities.ts';
import { poNumber, sku } from '../../../shared/lib/ids.ts';
import { sayIn } from '../../../shared/messages/say-in.ts';
import { submitShipmentConfirmationsRequest } from '../../documents/sp-api/model.ts';
import { palletLabel } from '../../printing/samples.ts';
import { day } from '../../support/domain.ts';
import { codes, command, foreignCarton, PLAIN, warehouse, type ScanFloor } from '../scanning/floor.ts';

const A1: Trace = { lot: 'A1', expiry: day('2026-09-30'), serial: null };
const B2: Trace = { lot: 'B2', expiry: day('2026-10-31'), serial: null };
const po = poNumber(PLAIN);
const english = { locale: 'en', zone: 'America/Chicago' as never } as const;

/** 12 loose mugs of one lot and 6 of another, and a labelled carton of 6 of the first, on a closed pallet. */
function dock(): { readonly floor: ScanFloor; readonly sscc: string } {
  const floor = warehouse();
  floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, command.next);
  const sscc = floor.inHand();
  const packed = (eaches: number, cartons: number, trace: Trace, carton: string | null = null): OperationDraft => ({
    kind: 'unit.packed', body: { sscc, po, line: '1', sku: sku('MUG'), eaches, cartons, carton, code: 'code', keyed: false, trace },
  });
  floor.apply([packed(12, 2, A1), packed(6, 1, B2), packed(6, 1, A1, foreignCarton(1))]);
  floor.scan(command.done);
  return { floor, sscc };
}

test('the shipment confirmation tells lot and expiry of what is on each pallet and in each carton, where Amazon’s model has them', () => {
  const { floor, sscc } = dock();
  const { shipmentId } = floor.perform(decideShipmentCreate(floor.world, { pos: [po], freightTerm: 'prepaid' }, floor.context()));
  floor.apply([{ kind: 'unit.loaded', body: { sscc, shipmentId, code: sscc } }]);
  floor.perform(decideDepart(floor.world, { shipmentId, finished: [], leftBehind: [], departedAt: null }, floor.context('shipping')));
  const prepared = shipmentConfirmationDocument(floor.world, shipmentId, floor.context());
  if (!prepared.ok) throw new Error(prepared.refusal.code);
  expect(prepared.document.units).toMatchObject([
    { sscc, contents: [{ eaches: 12, cartons: 2, lot: 'A1', expiry: '2026-09-30' }, { eaches: 6, cartons: 1, lot: 'B2', expiry: '2026-10-31' }] },
    { sscc: foreignCarton(1), contents: [{ eaches: 6, cartons: 1, lot: 'A1', expiry: '2026-09-30' }] },
  ]);
  const [written] = submitShipmentConfirmationsRequest.parse(writeShipmentConfirmationJson(prepared.document)).shipmentConfirmations;
  expect(written).toMatchObject({
    shippedItems: [{ shippedQuantity: { amount: 24 }, itemDetails: { purchaseOrderNumber: PLAIN } }],
    cartons: [{ items: [{ shippedQuantity: { amount: 6 }, itemDetails: { lotNumber: 'A1', expiry: { expiryDate: '2026-09-30T00:00:00Z' } } }] }],
    pallets: [{ items: [{ itemDetails: { lotNumber: 'A1' } }, { shippedQuantity: { amount: 6 }, itemDetails: { lotNumber: 'B2', expiry: { expiryDate: '2026-10-31T00:00:00Z' } } }] }],
  });
});

test('packing lists tell lots in words, of several how much each is, in both languages', () => {
  const { floor } = dock();
  const [unit] = packingListOfOrder(floor.world, po).units;
  const lines = (locale: 'en' | 'es') => unit?.contents.map(({ parts = [] }) => partMessages(parts).map((words) => sayIn({ ...english, locale }, words)));
  expect(lines('en')).toEqual([['12 eaches: lot A1, expires Sep 30, 2026', '6 eaches: lot B2, expires Oct 31, 2026'], ['Lot A1, expires Sep 30, 2026']]);
  expect(lines('es')).toEqual([['12 unidades: lote A1, caduca el 30 sept 2026', '6 unidades: lote B2, caduca el 31 oct 2026'], ['Lote A1, caduca el 30 sept 2026']]);
  const serials = partMessages([{ trace: { lot: 'A1', expiry: null, serial: 'S1' }, eaches: 1 }, { trace: { lot: 'A1', expiry: null, serial: 'S2' }, eaches: 1 }]);
  expect(serials.map((words) => sayIn(english, words))).toEqual(['Lot A1', 'Serial numbers S1, S2']);
});

test('papers of goods without lots say what they said before: their revision stays', () => {
  const floor = warehouse();
  floor.scans(PLAIN, codes.mugCase, command.done, command.done, PLAIN);
  floor.scan(PLAIN, { task: 'pack' });
  floor.scan(codes.mugCase);
  expect(packingListOfOrder(floor.world, po).units[0]?.contents[0]).not.toHaveProperty('parts');
});

test('the label of a pallet tells its lot; of several how many and which expires first', () => {
  const texts = (lots: readonly Trace[]): readonly string[] => labelLayout({ ...palletLabel, lots }).flatMap((element) => (element.kind === 'text' ? [element.text] : []));
  expect(texts([A1])).toContain('Lot A1, expires Sep 30, 2026');
  expect(texts([B2, A1])).toContain('2 lots, first expires Sep 30, 2026');
});

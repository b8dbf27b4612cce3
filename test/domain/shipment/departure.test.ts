import { describe, expect, test } from 'vitest';
import { decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import { decideDepart } from '../../../shared/domain/shipment/depart.ts';
import { departurePreview, type Departure } from '../../../shared/domain/shipment/departure.ts';
import { poNumber, type ShipmentId } from '../../../shared/lib/ids.ts';
import { codes, command, HOT, PLAIN, warehouse, type ScanFloor } from '../scanning/floor.ts';

function previewOf(floor: ScanFloor, shipmentId: ShipmentId): Departure {
  const shipment = floor.world.get('shipment', { shipmentId });
  if (!shipment) throw new Error(shipmentId);
  return departurePreview(floor.world, shipment);
}

describe('departure preview', () => {
  test('says what leaves and what is short of each order, and the departure then does just that', () => {
    const floor = warehouse();
    floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase, codes.mugCase);
    const first = floor.inHand();
    floor.scans(command.next, codes.mugCase, codes.mugCase);
    const second = floor.inHand();
    floor.scan(command.done);
    const id = floor.perform(decideShipmentCreate(floor.world, { pos: [PLAIN, HOT].map(poNumber), freightTerm: 'collect' }, floor.context('shipping'))).shipmentId;
    expect(previewOf(floor, id)).toMatchObject({ eaches: 0, orders: [{ po: PLAIN, leaving: 0, short: 24, mayEnd: false }, { po: HOT, leaving: 0, mayEnd: false }] });

    floor.scan(PLAIN, { task: 'load' });
    floor.scan(first);
    const preview = previewOf(floor, id);
    expect(preview).toMatchObject({ eaches: 12, orders: [{ po: PLAIN, leaving: 12, short: 12, mayEnd: true }, { po: HOT, leaving: 0, mayEnd: false }] });
    expect(preview.warnings.map(({ key }) => key)).toEqual(['shipment.warning.noArn', 'shipment.warning.noCarrier', 'shipment.warning.labels']);

    const left = floor.perform(decideDepart(floor.world, { shipmentId: id, finished: [poNumber(PLAIN)], leftBehind: [second], departedAt: null }, floor.context('shipping')));
    expect(left.warnings).toEqual(preview.warnings);
    expect(floor.order(PLAIN)).toMatchObject({ state: 'shipped', shipped: 12 });
  });
});

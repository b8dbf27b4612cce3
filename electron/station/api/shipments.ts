import { decideShipmentChange, decideShipmentCreate, decideUnload } from '../../../shared/domain/shipment/decide.ts';
import { poNumber, shipmentId } from '../../../shared/lib/ids.ts';
import { depart, requestRouting } from '../outgoing.ts';
import { requireShipment, shipmentList } from '../queries/shipment.ts';
import { act, api, personOf, settle } from './base.ts';

export const shipments = {
  list: api.shipments.list.handler(({ context }) => shipmentList(context.station)),
  get: api.shipments.get.handler(({ context, input }) => requireShipment(context.station, input.shipmentId)),
  create: api.shipments.create.handler(({ context, input }) => {
    const created = act(context, (reader, decision) => decideShipmentCreate(reader, { pos: input.pos.map(poNumber), freightTerm: input.freightTerm }, decision));
    return requireShipment(context.station, created.shipmentId);
  }),
  change: api.shipments.change.handler(({ context, input }) => {
    act(context, (reader, decision) => decideShipmentChange(reader, { ...input, shipmentId: shipmentId(input.shipmentId) }, decision));
    return requireShipment(context.station, input.shipmentId);
  }),
  requestRouting: api.shipments.requestRouting.handler(({ context, input }) => {
    settle(requestRouting(context.station, personOf(context), { shipmentId: shipmentId(input.shipmentId), agreed: input.agreed }));
    return requireShipment(context.station, input.shipmentId);
  }),
  unload: api.shipments.unload.handler(({ context, input }) => {
    act(context, (reader, decision) => decideUnload(reader, { shipmentId: shipmentId(input.shipmentId), sscc: input.sscc }, decision));
    return requireShipment(context.station, input.shipmentId);
  }),
  depart: api.shipments.depart.handler(({ context, input }) => {
    const { finished, leftBehind, departedAt } = input;
    settle(depart(context.station, personOf(context), { shipmentId: shipmentId(input.shipmentId), finished: finished.map(poNumber), leftBehind, departedAt }));
    return requireShipment(context.station, input.shipmentId);
  }),
};

import type { ShipmentInput } from '../../../shared/contracts/api.ts';
import type { ShipmentView } from '../../../shared/contracts/views.ts';

/** The shipment as it stands, to be sent with what a form changes of it. */
export const shipmentInputOf = ({ shipmentId, freightTerm, freightReady, cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres, arn, scac, pro, bol, appointment }: ShipmentView): ShipmentInput => ({
  shipmentId, freightTerm, freightReady, cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres, arn, scac, pro, bol, appointment,
});

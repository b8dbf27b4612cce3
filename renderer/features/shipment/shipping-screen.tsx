import { useRoute } from 'wouter';
import { ShipmentPage } from './shipment-page.tsx';
import { ShippingBoard } from './shipping-board.tsx';

/** `/shipping`: every shipment by its stage. `/shipping/:shipmentId`: one of them. */
export function ShippingScreen() {
  const [open, params] = useRoute('/shipping/:shipmentId');
  return open ? <ShipmentPage key={params.shipmentId} shipmentId={decodeURIComponent(params.shipmentId)} /> : <ShippingBoard />;
}

import type { ShipmentView } from '../../../shared/contracts/views.ts';
import { useText, type Words } from '../../ui/i18n.tsx';
import { LiveClock } from '../../ui/status/clock.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { isWaiting, kindText } from '../documents/document-words.ts';
import { StateBadge } from '../documents/state-badge.tsx';
import { isHot, latestOf, shipByOf, shipToOf, type Stage } from './stage.ts';

/** A shipment in its column: where to, how much, how far, and the clock that runs for it now. The whole card opens it. */
export function ShipmentCard({ shipment, stage }: { readonly shipment: ShipmentView; readonly stage: Stage }) {
  const words = useText();
  const { t, format } = words;
  const { shipmentId, orders, loaded, toLoad, documents, freightReady, appointment } = shipment;
  // Once the ASN is handed over, the clock says so itself.
  const documentNow = stage === 'departed' ? latestOf(documents, 'confirmation-json') : latestOf(documents, 'routing-json');
  const shown = documentNow && (stage !== 'departed' || isWaiting(documentNow)) ? documentNow : undefined;
  const units = orders.reduce((total, order) => total + order.units.accepted, 0);
  return (
    <article aria-label={t('shippingScreen.detail.title', { shipmentId })} className={isHot(shipment) ? 'ship-card ship-card--hot' : 'ship-card'}>
      <span className="ship-card__head">
        <Text size={16} weight="bold">
          {t('shippingScreen.card.to', { shipTo: shipToOf(shipment) ?? t('shippingScreen.orders.noShipTo') })}
        </Text>
        {isHot(shipment) && <HotBadge />}
      </span>
      <a className="ship-card__open" href={`#/shipping/${encodeURIComponent(shipmentId)}`}>
        <CodeText value={shipmentId} />
      </a>
      <span className="ship-card__orders">
        {orders.slice(0, ORDERS_NAMED).map(({ po }) => (
          <CodeText key={po} kind="po" value={po} />
        ))}
        {orders.length > ORDERS_NAMED && <Text tone="quiet">+{format.number(orders.length - ORDERS_NAMED)}</Text>}
      </span>
      <Text tone="quiet">{t('shippingScreen.card.units', { units, orders: orders.length })}</Text>
      <Text tone="quiet">
        {stage === 'departed'
          ? t('shippingScreen.card.left', { total: toLoad })
          : toLoad === 0
            ? t('shippingScreen.card.noPallets')
            : t('shippingScreen.card.pallets', { loaded, total: toLoad })}
      </Text>
      <Text>{stateText(words, shipment)}</Text>
      {stage !== 'departed' && freightReady !== null && <Text tone="quiet">{t('shippingScreen.card.ready', { moment: format.dateTime(freightReady) })}</Text>}
      {stage !== 'departed' && appointment !== null && <Text tone="quiet">{t('shippingScreen.card.appointment', { moment: format.dateTime(appointment) })}</Text>}
      {shipment.clash && stage === 'routing' && <StatusMark status="atRisk">{t('shippingScreen.clash')}</StatusMark>}
      <ShipmentClock shipment={shipment} />
      {shown && (
        <span className="ship-card__documents">
          <StateBadge name={kindText(words, shown.kind)} state={shown.state} />
        </span>
      )}
    </article>
  );
}

const ORDERS_NAMED = 3;

function stateText({ t, format }: Words, { state, freightTerm, requestedAt, departedAt, scac, arn }: ShipmentView): string {
  if (departedAt !== null) return t('shippingScreen.state.departed', { moment: format.dateTime(departedAt) });
  if (scac !== null) return t('shippingScreen.state.routed', { scac });
  if (arn !== null) return t('shippingScreen.state.routedArn', { arn });
  if (freightTerm === 'prepaid') return t('shippingScreen.state.prepaid');
  return requestedAt !== null && state !== 'draft' ? t('shippingScreen.state.requested', { moment: format.dateTime(requestedAt) }) : t('shippingScreen.state.draft');
}

/** Until it leaves: the ship-by cut-off. Afterwards: the ASN's own clock, which stands still once it is handed over. */
export function ShipmentClock({ shipment, size = 'row' }: { readonly shipment: ShipmentView; readonly size?: 'row' | 'card' }) {
  const { t, format } = useText();
  const { departedAt, confirmBy, documents } = shipment;
  if (departedAt !== null) {
    if (confirmBy === null) return null;
    const asn = latestOf(documents, 'confirmation-json');
    const done = asn?.state === 'handed-over' || asn?.state === 'confirmed';
    return (
      <LiveClock
        deadline={confirmBy}
        done={done ? t('shippingScreen.asn.done', { state: asn.state === 'confirmed' ? 'confirmed' : 'handedOver', moment: format.dateTime(asn.stateAt) }) : undefined}
        label={t('shippingScreen.asn', { moment: format.time(confirmBy) })}
        purpose="confirm"
        size={size}
      />
    );
  }
  const shipBy = shipByOf(shipment);
  if (shipBy === null) return <Text tone="quiet">{t('shippingScreen.noShipBy')}</Text>;
  return <LiveClock deadline={shipBy} label={t('shippingScreen.shipBy', { moment: format.dateTime(shipBy) })} purpose="ship" size={size} />;
}

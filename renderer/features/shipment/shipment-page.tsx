import { ArrowLeft, ScanLine, Truck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { ShipmentView } from '../../../shared/contracts/views.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { useLeaveWalk } from '../../app/leave-walk-store.ts';
import { useAnswer, useCommand, useStationState } from '../../app/station.tsx';
import { Button, LinkButton } from '../../ui/actions/button.tsx';
import { classes } from '../../ui/defined.ts';
import { useText } from '../../ui/i18n.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { ActionBar, Page, PageHeader } from '../../ui/layout/page.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { UnitsBar } from '../../ui/status/units-bar.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { CarrierForm } from './carrier-form.tsx';
import { DepartDialog } from './depart-dialog.tsx';
import { LoadingList } from './loading-list.tsx';
import { RoutingForm } from './routing-form.tsx';
import { ShipmentClock } from './shipment-card.tsx';
import { ShipmentDocuments } from './shipment-documents.tsx';
import { ShipmentPapers } from './shipment-papers.tsx';
import { shipToOf, stageOf } from './stage.ts';
import './shipment.css';

/** One shipment from routing request to ASN. */
export function ShipmentPage({ shipmentId }: { readonly shipmentId: string }) {
  const { t } = useText();
  const { data, isError, refetch } = useAnswer(['shipments', 'units', 'orders', 'documents', 'stock', 'settings'], ['shipment', shipmentId], (client) => client.shipments.get({ shipmentId }));
  const back = (
    <LinkButton href="#/shipping" icon={ArrowLeft}>
      {t('shippingScreen.detail.back')}
    </LinkButton>
  );
  if (data) return <Shipment back={back} shipment={data} />;
  return (
    <Page>
      <PageHeader actions={back} title={t('shippingScreen.detail.title', { shipmentId })} />
      {isError ? <ErrorState next={t('shippingScreen.detail.missing.next')} what={t('shippingScreen.detail.missing')} where={shipmentId} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
    </Page>
  );
}

function Shipment({ shipment, back }: { readonly shipment: ShipmentView; readonly back: ReactNode }) {
  const { t } = useText();
  const { shipmentId, orders, freightTerm } = shipment;
  const stage = stageOf(shipment);
  const role = useStationState(({ session }) => session?.person?.role);
  const mayRoute = role !== undefined && mayDo(role, 'routing');
  return (
    <Page footer={<Actions shipment={shipment} />}>
      <PageHeader
        actions={
          <>
            <ShipmentPapers shipment={shipment} />
            {back}
          </>
        }
        subtitle={`${t('shippingScreen.card.to', { shipTo: shipToOf(shipment) ?? t('shippingScreen.orders.noShipTo') })} · ${t(`shippingScreen.term.${freightTerm}`)} · ${t(`shippingScreen.stage.${stage}`)}`}
        title={t('shippingScreen.detail.title', { shipmentId })}
      />
      <div className={classes('shipment', stage !== 'routing' && 'shipment--on-the-dock')}>
        <div className="shipment__side">
          <RoutingForm disabled={!mayRoute} shipment={shipment} />
          <CarrierForm disabled={!mayRoute} shipment={shipment} />
        </div>
        <div className="shipment__side">
          <Card flush title={t('shippingScreen.detail.orders')}>
            <ul className="shipment__orders">
              {orders.map(({ po, hpo, units }) => (
                <li className="shipment__order" key={po}>
                  <a aria-label={t('shippingScreen.detail.openOrder', { po })} className="ship-order__po" href={`#/queue/${encodeURIComponent(po)}`}>
                    <CodeText kind="po" value={po} />
                  </a>
                  {hpo && <HotBadge />}
                  <div className="shipment__order-units">
                    <UnitsBar units={units} />
                  </div>
                </li>
              ))}
            </ul>
          </Card>
          <LoadingList shipment={shipment} />
          <ShipmentDocuments shipment={shipment} />
        </div>
      </div>
    </Page>
  );
}

/** What moves the truck: loading, then the departure. */
function Actions({ shipment }: { readonly shipment: ShipmentView }) {
  const { t } = useText();
  const [, go] = useLocation();
  const { run, busy } = useCommand();
  const leaveWalk = useLeaveWalk();
  const [departing, setDeparting] = useState(false);
  const role = useStationState(({ session }) => session?.person?.role);
  const { shipmentId, loaded, toLoad, departedAt } = shipment;
  const load = async (): Promise<void> => {
    const walk = await leaveWalk(() => false);
    if (walk !== 'stay' && (await run((client) => client.floor.start({ kind: 'load', shipmentId, leave: walk === 'leave' })))) go('/tasks');
  };
  const mayDepart = role !== undefined && mayDo(role, 'depart');
  return (
    <ActionBar summary={<ShipmentClock shipment={shipment} size="card" />}>
      {departedAt === null && (
        <>
          <Button busy={busy} disabled={toLoad === 0 || loaded === toLoad} icon={ScanLine} variant={loaded === 0 ? 'primary' : 'secondary'} onPress={() => void load()}>
            {t(loaded === 0 ? 'shippingScreen.load.start' : 'shippingScreen.load.continue')}
          </Button>
          {mayDepart && (
            <Button disabled={loaded === 0} icon={Truck} variant={loaded === 0 ? 'secondary' : 'primary'} onPress={() => setDeparting(true)}>
              {t('shippingScreen.depart.open')}
            </Button>
          )}
        </>
      )}
      {departing && shipment.departure && <DepartDialog departure={shipment.departure} shipment={shipment} onClose={() => setDeparting(false)} />}
    </ActionBar>
  );
}

import { useMemo, useState } from 'react';
import type { QueueRow, ShipmentView } from '../../../shared/contracts/views.ts';
import { useAnswer } from '../../app/station.tsx';
import { Tabs } from '../../ui/data/tabs.tsx';
import { useText } from '../../ui/i18n.tsx';
import { PageHeader } from '../../ui/layout/page.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { Text } from '../../ui/text/text.tsx';
import { useNarrow } from '../../ui/use-media.ts';
import { OrdersToPlan } from './orders-to-plan.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { ShipmentCard } from './shipment-card.tsx';
import { compareShipments, stageOf, stages, type Stage } from './stage.ts';
import './shipment.css';

/** Orders that need a shipment at the left, then the shipments as columns from routing to departed. */
export function ShippingBoard() {
  const { t } = useText();
  const narrow = useNarrow();
  const [shown, setShown] = useState<Stage | 'orders'>('orders');
  // Held here: the list below is mounted anew when a window is made narrow, and what was begun must stay.
  const [planned, setPlanned] = useState<{ readonly order: QueueRow; readonly others: readonly QueueRow[] }>();
  const { data, isError, refetch } = useAnswer(['shipments', 'units', 'orders', 'documents'], ['shipments'], (client) => client.shipments.list({}));
  const toPlan = useAnswer(['orders', 'shipments'], ['to-plan-count'], (client) => client.queue.page({ only: 'to-plan', limit: 1 }));
  const columns = useMemo(() => byStage(data ?? []), [data]);
  const stageName = (stage: Stage): string => t(`shippingScreen.stage.${stage}`);
  const ordersToPlan = <OrdersToPlan onPlan={(order, others) => setPlanned({ order, others })} />;
  return (
    <div className="shipping">
      <div className="shipping__head">
        <PageHeader subtitle={data && toPlan.data && t('shippingScreen.subtitle', { shipments: data.length, orders: toPlan.data.total })} title={t('shippingScreen.title')} />
      </div>
      {isError ? (
        <ErrorState next={t('shippingScreen.error.next')} what={t('shippingScreen.error')} onRetry={() => void refetch()} />
      ) : narrow ? (
        <div className="shipping__tabs">
          <Tabs
            items={[
              { id: 'orders', label: t('shippingScreen.stage.orders'), count: toPlan.data?.total, content: ordersToPlan },
              ...stages.map((stage) => ({
                id: stage,
                label: stageName(stage),
                count: columns[stage].length,
                content: <Cards loading={data === undefined} shipments={columns[stage]} stage={stage} />,
              })),
            ]}
            label={t('shippingScreen.columns')}
            selected={shown}
            onSelect={setShown}
          />
        </div>
      ) : (
        <div className="shipping__columns">
          <section aria-labelledby="shipping-orders" className="shipping__column shipping__column--orders">
            <ColumnHead count={toPlan.data?.total} id="shipping-orders" title={t('shippingScreen.orders')} />
            {ordersToPlan}
          </section>
          {stages.map((stage) => (
            <section aria-labelledby={`shipping-${stage}`} className="shipping__column" key={stage}>
              <ColumnHead count={data && columns[stage].length} id={`shipping-${stage}`} title={stageName(stage)} />
              <Cards loading={data === undefined} shipments={columns[stage]} stage={stage} />
            </section>
          ))}
        </div>
      )}
      {planned && <PlanDialog order={planned.order} others={planned.others} onClose={() => setPlanned(undefined)} />}
    </div>
  );
}

function byStage(shipments: readonly ShipmentView[]): Readonly<Record<Stage, readonly ShipmentView[]>> {
  const of = (stage: Stage): readonly ShipmentView[] => shipments.filter((shipment) => stageOf(shipment) === stage).sort(compareShipments);
  return { routing: of('routing'), staged: of('staged'), loading: of('loading'), departed: of('departed') };
}

function ColumnHead({ id, title, count }: { readonly id: string; readonly title: string; readonly count: number | undefined }) {
  const { format } = useText();
  return (
    <header className="shipping__column-head">
      <Text as="h2" id={id} size={16} weight="bold">
        {title}
      </Text>
      {count !== undefined && <span className="shipping__count">{format.number(count)}</span>}
    </header>
  );
}

function Cards({ stage, shipments, loading }: { readonly stage: Stage; readonly shipments: readonly ShipmentView[]; readonly loading: boolean }) {
  const { t } = useText();
  if (loading) return <Skeleton lines={4} />;
  if (shipments.length === 0) {
    return (
      <Text as="p" tone="quiet">
        {t(`shippingScreen.none.${stage}`)}
      </Text>
    );
  }
  return (
    // Scrolls by itself, so the keyboard must be able to reach it.
    <ul aria-labelledby={`shipping-${stage}`} className="shipping__cards" tabIndex={0}>
      {shipments.map((shipment) => (
        <li key={shipment.shipmentId}>
          <ShipmentCard shipment={shipment} stage={stage} />
        </li>
      ))}
    </ul>
  );
}

import { PackageCheck, SearchX } from 'lucide-react';
import { useState } from 'react';
import type { QueueRow } from '../../../shared/contracts/views.ts';
import { useAnswer } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { VirtualList } from '../../ui/data/virtual-list.tsx';
import { SearchField } from '../../ui/fields/search-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { LiveClock } from '../../ui/status/clock.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { VisuallyHidden } from '../../ui/text/visually-hidden.tsx';
import './shipment.css';

/** Orders are asked for in pages of this many; the station gives at most 500 at once. */
const PAGE = 200;

interface OrdersToPlanProps {
  /** `others`: orders to the same FC that could go on the same truck. */
  readonly onPlan: (order: QueueRow, others: readonly QueueRow[]) => void;
}

/** Acknowledged orders that no truck is planned for, in the queue's order, each with its one next step. */
export function OrdersToPlan({ onPlan }: OrdersToPlanProps) {
  const { t } = useText();
  const [search, setSearch] = useState('');
  const [pages, setPages] = useState(1);
  const { data } = useAnswer(['orders', 'shipments'], ['to-plan', search, pages], async (client) => {
    const answers = await Promise.all(Array.from({ length: pages }, (_, page) => client.queue.page({ only: 'to-plan', search, offset: page * PAGE, limit: PAGE })));
    return { rows: answers.flatMap(({ rows }) => rows), total: answers[0]?.total ?? 0 };
  });
  const items: readonly (QueueRow | 'more')[] = data ? [...data.rows, ...(data.total > data.rows.length ? (['more'] as const) : [])] : [];
  return (
    <>
      <div className="shipping__search">
        <SearchField
          label={t('shippingScreen.orders.search')}
          placeholder={t('shippingScreen.orders.searchHint')}
          value={search}
          onChange={(text) => {
            setSearch(text);
            setPages(1);
          }}
        />
      </div>
      {data === undefined ? (
        <Skeleton lines={4} />
      ) : items.length === 0 ? (
        <EmptyState icon={search === '' ? PackageCheck : SearchX} title={t(search === '' ? 'shippingScreen.orders.none' : 'shippingScreen.orders.nothingFound')}>
          {search === '' && t('shippingScreen.orders.none.text')}
        </EmptyState>
      ) : (
        <div className="shipping__orders">
          <VirtualList estimate={168} itemId={(item) => (item === 'more' ? 'more' : item.po)} items={items} label={t('shippingScreen.orders')}>
            {(item) =>
              item === 'more' ? (
                <Button wide onPress={() => setPages(pages + 1)}>
                  {t('shippingScreen.orders.more', { count: data.total - data.rows.length })}
                </Button>
              ) : (
                <OrderToPlan order={item} onPlan={() => onPlan(item, data.rows.filter(({ po, shipTo }) => po !== item.po && shipTo !== null && shipTo === item.shipTo))} />
              )
            }
          </VirtualList>
        </div>
      )}
    </>
  );
}

function OrderToPlan({ order, onPlan }: { readonly order: QueueRow; readonly onPlan: () => void }) {
  const { t, tell, format } = useText();
  const { po, hpo, shipTo, shipBy, risk, units, routingClash } = order;
  return (
    <article aria-label={po} className={hpo ? 'ship-order ship-order--hot' : 'ship-order'}>
      <div className="ship-order__head">
        <a className="ship-order__po" href={`#/queue/${encodeURIComponent(po)}`}>
          <CodeText kind="po" value={po} />
        </a>
        {hpo && <HotBadge />}
      </div>
      <Text as="p" size={14}>
        {t('shippingScreen.card.to', { shipTo: shipTo ?? t('shippingScreen.orders.noShipTo') })} · {t('shippingScreen.orders.packed', { packed: units.packed, accepted: units.accepted })}
      </Text>
      {shipBy === null ? (
        <Text as="p" size={14} tone="quiet">
          {t('shippingScreen.noShipBy')}
        </Text>
      ) : (
        <LiveClock atRisk={risk === 'atRisk'} deadline={shipBy} label={t('shippingScreen.shipBy', { moment: format.dateTime(shipBy) })} purpose="ship" />
      )}
      {routingClash && (
        <details className="ship-order__clash">
          <summary>
            <StatusMark status="atRisk">{t('shippingScreen.clash')}</StatusMark>
          </summary>
          <Text as="p" size={14}>
            {tell(routingClash)}
          </Text>
        </details>
      )}
      <Button wide onPress={onPlan}>
        {t('shippingScreen.plan')}
        <VisuallyHidden>{` ${po}`}</VisuallyHidden>
      </Button>
    </article>
  );
}

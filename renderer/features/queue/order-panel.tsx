import { useState } from 'react';
import type { OrderView } from '../../../shared/contracts/views.ts';
import { refusalOf } from '../../bridge.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Tabs } from '../../ui/data/tabs.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { SidePanel } from '../../ui/overlays/side-panel.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { useOrder } from './ask.ts';
import { useNextStep } from './next-step.ts';
import { OrderActions } from './order-actions.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderOverview } from './order-overview.tsx';
import { OrderShipping } from './order-shipping.tsx';
import { goodsText } from './words.ts';

/** One order: what matters now, its goods, what left and what was sent, what happened. */
export function OrderPanel({ po, onClose }: { readonly po: string; readonly onClose: () => void }) {
  const words = useText();
  const { t, tell } = words;
  const { order, isError, error, refetch } = useOrder(po);
  const refusal = isError ? refusalOf(error) : undefined;
  const stepOf = useNextStep();
  // Reviewing is done right at the change itself.
  const step = order && order.next !== 'review' ? stepOf(order) : undefined;
  return (
    <SidePanel
      footer={
        step && (
          <Button icon={step.icon} size="floor" variant="primary" onPress={step.onPress}>
            {step.label}
          </Button>
        )
      }
      headerActions={order && !order.needsUpdate && <OrderActions order={order} />}
      label={t('queueScreen.panel', { po })}
      subtitle={order && `${goodsText(words, order)} · ${order.shipTo ?? t('queueScreen.noShipTo')}`}
      title={
        <Stack gap={2} row>
          {order?.hpo && <HotBadge size={20} />}
          <CodeText kind="po" value={po} />
        </Stack>
      }
      onClose={onClose}
    >
      {order ? (
        <OrderTabs order={order} />
      ) : isError ? (
        <ErrorState next={refusal?.hint ? tell(refusal.hint) : t('queueScreen.error.next')} what={refusal ? tell(refusal.message) : t('queueScreen.error')} where={refusal?.where} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </SidePanel>
  );
}

function OrderTabs({ order }: { readonly order: OrderView }) {
  const { t } = useText();
  const [tab, setTab] = useState<'order' | 'shipping' | 'history'>('order');
  const papers = order.handlingUnits.length + order.shipments.length + order.documents.length;
  return (
    <Tabs
      items={[
        { id: 'order', label: t('queueScreen.tab.order'), content: <OrderOverview order={order} /> },
        { id: 'shipping', label: t('queueScreen.tab.shipping'), count: papers, content: <OrderShipping order={order} /> },
        { id: 'history', label: t('queueScreen.tab.history'), count: order.history.length, content: <OrderHistory history={order.history} /> },
      ]}
      label={order.po}
      selected={tab}
      onSelect={setTab}
    />
  );
}

import type { FillRateGroup } from '../../../shared/domain/metrics/fill-rate.ts';
import { formatShare } from '../../../shared/domain/metrics/share.ts';
import type { MetricsView } from '../../../shared/domain/metrics/view.ts';
import { KeyValue } from '../../ui/data/key-value.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { SidePanel } from '../../ui/overlays/side-panel.tsx';
import { Text } from '../../ui/text/text.tsx';
import { OrderShares, type ListedOrder } from './order-shares.tsx';
import { groupName, type Grouping } from './rate-tables.tsx';

interface BehindGroupProps {
  readonly by: Grouping;
  readonly group: FillRateGroup;
  readonly view: MetricsView;
  readonly onClose: () => void;
}

/** The orders of a day, a week or an ASIN. Beside an ASIN's orders stand no shares: they are of the whole order. */
export function BehindGroup({ by, group, view, onClose }: BehindGroupProps) {
  const words = useText();
  const { t, format, locale } = words;
  const label = groupName(by, group.key, words);
  const byPo = new Map(view.fillRate.orders.map((order) => [order.po, order]));
  const listed = (pos: FillRateGroup['pos']): readonly ListedOrder[] =>
    pos.map((po) => {
      const order = byPo.get(po);
      return by === 'asin' || !order ? { po } : { po, share: { numerator: order.numerator, denominator: order.denominator } };
    });
  const title = t('metricsScreen.panel.orders', { count: group.pos.length });
  const openTitle = t('metricsScreen.panel.open', { count: group.openPos.length });
  return (
    <SidePanel label={t('metricsScreen.group.panel', { label })} subtitle={t('metrics.fillRate')} title={label} onClose={onClose}>
      <Stack gap={6}>
        <Text size={40} weight="bold">{formatShare(group, locale)}</Text>
        <KeyValue
          items={[
            { label: t('metricsScreen.panel.numerator', { number: 'fillRate' }), value: format.number(group.numerator) },
            { label: t('metricsScreen.panel.denominator', { number: 'fillRate' }), value: format.number(group.denominator) },
          ]}
        />
        <Section title={title}>
          <OrderShares label={title} orders={listed(group.pos)} />
        </Section>
        {group.openPos.length > 0 && (
          <Section title={openTitle}>
            <OrderShares label={openTitle} orders={listed(group.openPos)} />
          </Section>
        )}
      </Stack>
    </SidePanel>
  );
}

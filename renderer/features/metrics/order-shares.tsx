import type { ReactNode } from 'react';
import { VirtualList } from '../../ui/data/virtual-list.tsx';
import type { Share } from '../../../shared/domain/metrics/share.ts';
import { formatShare } from '../../../shared/domain/metrics/share.ts';
import { useText } from '../../ui/i18n.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';

export interface ListedOrder {
  readonly po: string;
  /** What it adds to the number; left out where the number counts orders. */
  readonly share?: Share | undefined;
  readonly mark?: ReactNode;
}

const ROW = 49;
const MOST_ROWS = 12;

/** Orders behind a number, each a way to the order. */
export function OrderShares({ label, orders }: { readonly label: string; readonly orders: readonly ListedOrder[] }) {
  const { t, locale } = useText();
  if (orders.length === 0) return null;
  return (
    <div style={{ height: Math.min(MOST_ROWS, orders.length) * ROW }}>
      <VirtualList estimate={ROW} itemId={({ po }) => po} items={orders} label={label}>
        {({ po, share, mark }) => (
          <div className="metrics-order">
            <a className="metrics-order__link" href={`#/queue/${encodeURIComponent(po)}`}>
              <CodeText kind="po" value={po} />
            </a>
            {mark}
            {share && (
              <span className="metrics-order__share">
                <Text tone="quiet">{t('metricsScreen.open.units', { ...share })}</Text>
                <Text weight="bold">{formatShare(share, locale)}</Text>
              </span>
            )}
          </div>
        )}
      </VirtualList>
    </div>
  );
}

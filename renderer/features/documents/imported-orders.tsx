import type { ImportedOrder, ImportResult } from '../../../shared/domain/state/entities.ts';
import { VirtualList } from '../../ui/data/virtual-list.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import type { Tone } from '../../ui/status/tones.ts';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import './documents.css';

const resultTone: Readonly<Record<ImportResult, Exclude<Tone, 'hot'>>> = { received: 'success', changed: 'info', unchanged: 'neutral', cancelled: 'warning', refused: 'error' };

/** A file of this many orders is still drawn whole. */
const DRAWN_WHOLE = 60;

/** What became of each order of a file: its result, why it is hot, what changed, or what is wrong, where and what to do. */
export function ImportedOrders({ label, orders }: { readonly label: string; readonly orders: readonly ImportedOrder[] }) {
  if (orders.length > DRAWN_WHOLE) {
    return (
      <div className="documents__many">
        <VirtualList estimate={49} itemId={({ index }) => String(index)} items={orders.map((order, index) => ({ order, index }))} label={label}>
          {({ order }) => <Row order={order} />}
        </VirtualList>
      </div>
    );
  }
  return (
    <ul aria-label={label} className="documents__orders">
      {orders.map((order, index) => (
        <li key={index}>
          <Row order={order} />
        </li>
      ))}
    </ul>
  );
}

function Row({ order: { po, result, hpo, why, changes, warnings = [], error } }: { readonly order: ImportedOrder }) {
  const { t, tell } = useText();
  const details = [...why, ...changes].map(tell);
  return (
    <div className="documents__order">
      <div className="documents__order-head">
        {po === null ? (
          <Text weight="medium">{t('documentsScreen.in.withoutPo')}</Text>
        ) : result === 'refused' ? (
          <CodeText kind="po" value={po} />
        ) : (
          <a className="documents__link" href={`#/queue/${encodeURIComponent(po)}`}>
            <CodeText kind="po" value={po} />
          </a>
        )}
        {hpo && <HotBadge />}
        <span className="documents__order-result">
          <Badge tone={resultTone[result]}>{t('documentsScreen.result', { result })}</Badge>
        </span>
      </div>
      {details.map((words, index) => (
        <Text as="p" key={index} size={14} tone="quiet">
          {words}
        </Text>
      ))}
      {warnings.map((words, index) => (
        <Text as="p" key={index} size={14} tone="warn">
          {tell(words)}
        </Text>
      ))}
      {error && (
        <>
          <Text as="p" size={14} tone="bad">
            {tell(error.message)}
          </Text>
          <Text as="p" size={14} tone="quiet">
            {t('documentsScreen.in.where', { where: error.where })}
          </Text>
        </>
      )}
    </div>
  );
}

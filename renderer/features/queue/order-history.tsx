import type { HistoryEntry } from '../../../shared/contracts/views.ts';
import { HistoryList } from '../../app/history-list.tsx';
import { useText } from '../../ui/i18n.tsx';

/** What happened to the order, the latest first. */
export function OrderHistory({ history }: { readonly history: readonly HistoryEntry[] }) {
  const { t } = useText();
  return <HistoryList empty={t('queueScreen.history.none')} history={history} />;
}

import { ArrowDownToLine, ArrowUpToLine, CircleArrowUp, FilePen, Lock, MessageSquareWarning, PackageX, Route, Store, type LucideIcon } from 'lucide-react';
import type { QueueRow } from '../../../shared/contracts/views.ts';
import { Badge } from '../../ui/status/badge.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { Text } from '../../ui/text/text.tsx';

/** How the order stands: overdue and at risk by shape and words, else its state. */
export function OrderStatus({ row }: { readonly row: QueueRow }) {
  const { t } = useText();
  if (row.risk !== 'onTrack') return <StatusMark status={row.risk} />;
  return <StatusMark status={row.state === 'shipped' ? 'done' : 'onTrack'}>{t('orders.state', { state: row.state })}</StatusMark>;
}

/** What a person must know besides the clocks, the most important alone: for narrow places. */
export function FirstRemark({ row }: { readonly row: QueueRow }) {
  const { t } = useText();
  const words = remarks(row, t)[0]?.words ?? (row.risk === 'onTrack' ? undefined : t('orders.state', { state: row.state }));
  if (words === undefined) return null;
  return (
    <Text oneLine size={14} tone="quiet">
      {words}
    </Text>
  );
}

/** Every remark, as badges; who holds it stands beside them in full. */
export function Remarks({ row }: { readonly row: QueueRow }) {
  const { t } = useText();
  return remarks({ ...row, claim: null }, t).map(({ id, words, icon, tone }) => (
    <Badge icon={icon} key={id} tone={tone}>
      {words}
    </Badge>
  ));
}

function remarks(row: QueueRow, t: Words['t']): readonly Remark[] {
  const all: readonly (Remark | false)[] = [
    row.needsUpdate && { id: 'needs-update', words: t('casesScreen.needsUpdate'), icon: CircleArrowUp, tone: 'warning' },
    row.openCases > 0 && { id: 'cases', words: t('casesScreen.remark.cases', { count: row.openCases }), icon: MessageSquareWarning, tone: 'error' },
    row.claim !== null && !row.claim.here && { id: 'claim', words: t('casesScreen.claim.short', { name: row.claim.person.name }), icon: Lock, tone: 'neutral' },
    row.channel !== 'vendor' && { id: 'channel', words: t(`queueScreen.channel.${row.channel}`), icon: Store, tone: 'neutral' },
    row.needsReview && { id: 'review', words: t('queueScreen.remark.changed'), icon: FilePen, tone: 'warning' },
    row.incompleteLines > 0 && { id: 'incomplete', words: t('queueScreen.remark.incomplete', { count: row.incompleteLines }), icon: PackageX, tone: 'warning' },
    row.routingClash !== null && { id: 'routing', words: t('queueScreen.remark.routing'), icon: Route, tone: 'warning' },
    row.pin === -1 && { id: 'pinned', words: t('queueScreen.remark.pinned'), icon: ArrowUpToLine, tone: 'info' },
    row.pin === 1 && { id: 'demoted', words: t('queueScreen.remark.demoted'), icon: ArrowDownToLine, tone: 'neutral' },
  ];
  return all.filter((remark) => remark !== false);
}

interface Remark {
  readonly id: string;
  readonly words: string;
  readonly icon: LucideIcon;
  readonly tone: 'neutral' | 'warning' | 'info' | 'error';
}

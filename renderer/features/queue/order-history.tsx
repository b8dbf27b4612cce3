import type { HistoryEntry } from '../../../shared/contracts/views.ts';
import { useText } from '../../ui/i18n.tsx';
import { actorName } from '../../ui/text/actor-name.ts';
import { Text } from '../../ui/text/text.tsx';

/** What happened to the order, the latest first. */
export function OrderHistory({ history }: { readonly history: readonly HistoryEntry[] }) {
  const words = useText();
  const { t, tell, format } = words;
  if (history.length === 0) return <Text tone="quiet">{t('queueScreen.history.none')}</Text>;
  return (
    <ol className="panel-rows">
      {history.map(({ opId, at, actor, station, what }) => (
        <li className="panel-rows__row" key={opId}>
          <span className="panel-rows__words">
            <span>{tell(what)}</span>
            <Text size={14} tone="quiet">
              {`${format.dateTime(at)} · ${actorName(words, actor)} · ${station}`}
            </Text>
          </span>
        </li>
      ))}
    </ol>
  );
}

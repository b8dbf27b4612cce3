import type { TaskView } from '../../../shared/contracts/views.ts';
import { useText } from '../../ui/i18n.tsx';
import { LiveClock } from '../../ui/status/clock.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';

/** The small line above the instruction: which order, for where, how far, how long. */
export function TaskContext({ task }: { readonly task: TaskView }) {
  const { t } = useText();
  const { po, shipTo, shipBy, units, kind } = task;
  return (
    <>
      {po !== null && (
        <strong>
          <CodeText kind="po" value={po} />
        </strong>
      )}
      {shipTo !== null && <span>{t('floorScreen.to', { place: shipTo })}</span>}
      {units !== null && kind === 'pick' && <span>{t('floorScreen.order', { done: units.picked, of: units.accepted })}</span>}
      {shipBy !== null && <LiveClock deadline={shipBy} purpose="ship" size="row" />}
    </>
  );
}

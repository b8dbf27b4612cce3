import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TaskKind } from '../../../shared/domain/state/entities.ts';
import { useScans } from '../../app/scanning.ts';
import { useText } from '../../ui/i18n.tsx';

/** What the last scan in this task was answered, with all there is to read: the scan bar has room for a line of it. `none`: in its place before that. */
export function LastAnswer({ task, none = null }: { readonly task: TaskKind; readonly none?: ReactNode }) {
  const { tell } = useText();
  const answer = useScans(({ reply }) => reply?.answer);
  if (answer?.next.task !== task) return none;
  return (
    <div className="floor-answer">
      <p className="floor-answer__words">{tell(answer.message)}</p>
      {answer.details.length > 0 && (
        <ul className="floor-answer__details">
          {answer.details.map((detail) => (
            <li key={`${detail.key} ${JSON.stringify(detail.params)}`}>
              <Info aria-hidden size={24} />
              <span>{tell(detail)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

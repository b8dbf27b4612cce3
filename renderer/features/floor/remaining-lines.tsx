import type { LineView, RemainingLine } from '../../../shared/contracts/views.ts';
import type { TaskStageProps } from '../../ui/floor/task-stage.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';

export interface RemainingLinesProps {
  readonly lines: readonly (LineView & Partial<RemainingLine>)[];
  /** Eaches of a line that the task still wants. */
  readonly left: (line: LineView) => number;
  /** Picking walks from bin to bin; packing does not. */
  readonly places: boolean;
}

/** The lines after this one, beside the stage on wide screens; nothing when there are none. */
export function remainingLines({ t }: Words, props: RemainingLinesProps): TaskStageProps['rest'] {
  if (props.lines.length === 0) return undefined;
  return { title: props.places ? t('floorScreen.remaining', { count: props.lines.length }) : t('floorScreen.toPack'), content: <RemainingLines {...props} /> };
}

function RemainingLines({ lines, left, places }: RemainingLinesProps) {
  const { t } = useText();
  return (
    <ol className="floor-rest">
      {lines.map((line) => (
        <li className="floor-rest__line" key={`${line.po ?? ''} ${line.line}`}>
          <span className="floor-rest__head">
            {places && line.location !== null ? (
              <strong>
                <CodeText kind="location" value={line.location} />
              </strong>
            ) : (
              <span className="floor-rest__title">{line.title}</span>
            )}
            <span className="floor-rest__count">
              {line.place === null || line.place === undefined ? t('floorScreen.remaining.eaches', { count: left(line) }) : t('cart.remaining', { count: left(line), place: line.place })}
            </span>
          </span>
          {places && line.location !== null && <span className="floor-rest__title">{line.title}</span>}
          {line.short > 0 && <StatusMark status="atRisk">{t('floorScreen.remaining.short', { count: line.short })}</StatusMark>}
        </li>
      ))}
    </ol>
  );
}

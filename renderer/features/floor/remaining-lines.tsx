import type { LineView } from '../../../shared/contracts/views.ts';
import { useText } from '../../ui/i18n.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';

export interface RemainingLinesProps {
  readonly lines: readonly LineView[];
  /** Eaches of a line that the task still wants. */
  readonly left: (line: LineView) => number;
  /** Picking walks from bin to bin; packing does not. */
  readonly places: boolean;
}

/** The lines after this one, beside the stage on wide screens. */
export function RemainingLines({ lines, left, places }: RemainingLinesProps) {
  const { t } = useText();
  return (
    <ol className="floor-rest">
      {lines.map((line) => (
        <li className="floor-rest__line" key={line.line}>
          <span className="floor-rest__head">
            {places && line.location !== null && (
              <strong>
                <CodeText kind="location" value={line.location} />
              </strong>
            )}
            <span className="floor-rest__count">{t('floorScreen.remaining.eaches', { count: left(line) })}</span>
          </span>
          <span className="floor-rest__title">{line.title}</span>
          {line.short > 0 && <StatusMark status="atRisk">{t('floorScreen.remaining.short', { count: line.short })}</StatusMark>}
        </li>
      ))}
    </ol>
  );
}

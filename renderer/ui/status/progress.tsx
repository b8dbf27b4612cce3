import { Button } from '../actions/button.tsx';
import { useText } from '../i18n.tsx';
import './status.css';

export interface ProgressProps {
  /** What is under way: "Reading 10,000 lines". */
  readonly label: string;
  /** 0 to 1; left out while the end is not known. */
  readonly ratio?: number | undefined;
  readonly onCancel?: (() => void) | undefined;
}

/** Work that takes longer than a blink, and the way out of it. */
export function Progress({ label, ratio, onCancel }: ProgressProps) {
  const { t, format } = useText();
  return (
    <div className="progress">
      <div className="progress__head">
        <span>
          {label}
          {ratio !== undefined && ` ${format.percent(ratio, 0)}`}
        </span>
        {onCancel && (
          <Button size="desk" variant="quiet" onPress={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
      <div
        aria-label={label}
        className="bar__track"
        role="progressbar"
        {...(ratio === undefined ? {} : { 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(ratio * 100) })}
      >
        {ratio === undefined ? (
          <span className="bar__part bar__part--info progress__endless" />
        ) : (
          <span className="bar__part bar__part--info" style={{ width: `${ratio * 100}%` }} />
        )}
      </div>
    </div>
  );
}

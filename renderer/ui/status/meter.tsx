import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { BarTrack } from './bar.tsx';

export interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The amount in words: "412 of 680 kg". */
  readonly text: string;
  /** warning and error get their shape beside the words. */
  readonly tone?: 'info' | 'good' | 'warning' | 'error' | undefined;
}

/** How full something is: a pallet's weight, a person's shift. */
export function Meter({ label, value, max, text, tone = 'info' }: MeterProps) {
  const Icon = { info: undefined, good: undefined, warning: TriangleAlert, error: OctagonAlert }[tone];
  return (
    <div aria-label={label} aria-valuemax={max} aria-valuemin={0} aria-valuenow={Math.min(value, max)} aria-valuetext={text} className="bar bar--card" role="meter">
      <div className="bar__head">
        <span className="text--quiet">{label}</span>
        <span className={tone === 'warning' ? 'status-mark status-mark--atRisk' : tone === 'error' ? 'status-mark status-mark--overdue' : 'text--medium'}>
          {Icon && <Icon aria-hidden size="1.15em" />}
          {text}
        </span>
      </div>
      <BarTrack parts={[{ kind: tone, value: Math.min(value, max) }]} total={max} />
    </div>
  );
}

import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useCallback } from 'react';
import { toIso, type Instant } from '../../../shared/lib/time.ts';
import { clockText, isOverdue, type ClockPurpose } from '../clock-text.ts';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { useFromNow } from '../now.tsx';
import './status.css';

interface ClockLook {
  readonly deadline: Instant;
  /** Small line above: "Acknowledge by 16:05 CST". */
  readonly label?: string | undefined;
  /** Ends the sentence where no label stands above: "left to acknowledge". */
  readonly purpose?: ClockPurpose | undefined;
  /** The domain's word that it will not be met as things go; overdue is seen from the time itself. */
  readonly atRisk?: boolean | undefined;
  /** Met: the clock stands still and shows these words ("Acknowledged 14:20"). */
  readonly done?: string | undefined;
  readonly size?: 'inline' | 'row' | 'card' | 'floor' | undefined;
}

export interface ClockProps extends ClockLook {
  readonly now: Instant;
}

/** A deadline counted down in words, with a shape where it is at risk or overdue. */
export function Clock({ now, ...look }: ClockProps) {
  const { locale } = useText();
  return <ClockFace {...look} overdue={isOverdue(look.deadline, now)} text={clockText(locale, look.deadline, now, look.purpose)} />;
}

export type LiveClockProps = ClockLook;

/** A Clock that reads the station's time itself (NowProvider) and is drawn again only when its words change. */
export function LiveClock(props: LiveClockProps) {
  const { deadline, purpose } = props;
  const { locale } = useText();
  const text = useFromNow(useCallback((now: Instant) => clockText(locale, deadline, now, purpose), [locale, deadline, purpose]));
  const overdue = useFromNow(useCallback((now: Instant) => isOverdue(deadline, now), [deadline]));
  return <ClockFace {...props} overdue={overdue} text={text} />;
}

const clockIcon = { done: CircleCheck, overdue: OctagonAlert, atRisk: TriangleAlert, onTrack: undefined };

function ClockFace({ deadline, label, atRisk = false, done, size = 'row', overdue, text }: ClockLook & { text: string; overdue: boolean }) {
  const { t } = useText();
  const status = done !== undefined ? 'done' : overdue ? 'overdue' : atRisk ? 'atRisk' : 'onTrack';
  const Icon = clockIcon[status];
  return (
    <span className={classes('clock', `clock--${size}`)}>
      {label && (
        <span className={classes('clock__label', status === 'atRisk' && 'status-mark--atRisk')}>
          {label} {status === 'atRisk' && t('common.clock.atRisk')}
        </span>
      )}
      <span className={classes('clock__left', 'status-mark', `status-mark--${status}`)}>
        {Icon && <Icon aria-hidden size="1.15em" strokeWidth={2.25} />}
        <time dateTime={toIso(deadline)}>{done ?? text}</time>
        {status === 'atRisk' && !label && <span>{t('common.clock.atRisk')}</span>}
      </span>
    </span>
  );
}

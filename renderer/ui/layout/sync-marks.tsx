import { Check, CloudUpload, HardDrive } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import type { SyncView } from '../../../shared/contracts/views.ts';
import type { Instant } from '../../../shared/lib/time.ts';
import { recentAgeText } from '../clock-text.ts';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { useFromNow } from '../now.tsx';
import { syncLook } from '../status/sync-state.ts';
import { VisuallyHidden } from '../text/visually-hidden.tsx';
import { useMedia, useNarrow } from '../use-media.ts';
import './layout.css';

export interface SyncMarksProps {
  /** Everything saved here, and when the last of it was. */
  readonly saved: { readonly count: number; readonly lastAt: Instant | null };
  readonly sync: Pick<SyncView, 'state' | 'unsent' | 'oldestUnsentAt' | 'lastSentAt' | 'progress'>;
  /** Where the whole story is. */
  readonly href: string;
}

/** "Saved here" and "sent" as two marks with count and age, and the state in words. Its width does not change as counts do. */
export function SyncMarks({ saved, sync, href }: SyncMarksProps) {
  const { t, format } = useText();
  const short = useMedia('(max-width: 1500px)');
  const narrow = useNarrow();
  const savedAge = useAge(saved.lastAt);
  const { state, unsent, progress } = sync;
  const sentAge = useAge(unsent > 0 ? sync.oldestUnsentAt : sync.lastSentAt);
  const { icon: StateIcon, tone } = syncLook[state];
  const stateWords = state === 'joining' && progress !== null && !narrow ? `${t('syncScreen.state.joining')} ${format.percent(progress, 0)}` : t(`syncScreen.state.${state}`);
  const alone = state === 'alone';
  const waiting = t('syncScreen.mark.waiting', { count: unsent });
  // Where there is little room the number stands alone; its words are still heard.
  const number = short ? (
    <>
      <span aria-hidden>{format.number(unsent)}</span>
      <VisuallyHidden>{waiting}</VisuallyHidden>
    </>
  ) : (
    waiting
  );
  const sent = unsent > 0 ? number : t('syncScreen.mark.all');
  return (
    <a className="sync-marks" href={href}>
      <Mark age={savedAge} className="sync-marks__saved" icon={<HardDrive aria-hidden size={20} />} label={t('syncScreen.mark.saved')} value={format.number(saved.count)} />
      {!alone && <Mark age={sentAge} className="sync-marks__sent" icon={unsent > 0 ? <CloudUpload aria-hidden size={20} /> : <Check aria-hidden size={20} />} label={t('syncScreen.mark.sent')} value={sent} />}
      <span className={classes('sync-marks__state', `sync-marks__state--${tone}`)}>
        <StateIcon aria-hidden size={20} />
        <span>{stateWords}</span>
      </span>
      <VisuallyHidden>{t('syncScreen.mark.open')}</VisuallyHidden>
    </a>
  );
}

function Mark({ icon, label, value, age, className }: { icon: ReactNode; label: string; value: ReactNode; age: string | undefined; className: string }) {
  return (
    <span className={`sync-marks__mark ${className}`}>
      {icon}
      <span className="sync-marks__words">
        <span className="sync-marks__label">{label}</span>
        <span className="sync-marks__value">
          {value}
          {age !== undefined && ` · ${age}`}
        </span>
      </span>
    </span>
  );
}

function useAge(at: Instant | null): string | undefined {
  const { locale } = useText();
  const text = useFromNow(useCallback((now: Instant) => (at === null ? '' : recentAgeText(locale, now - at)), [locale, at]));
  return text === '' ? undefined : text;
}

import { Zap } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Instant } from '../../../shared/lib/time.ts';
import type { ClockPurpose } from '../clock-text.ts';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { useFromNow } from '../now.tsx';
import { LiveClock } from '../status/clock.tsx';
import { Initials } from '../status/people-mark.tsx';
import { useMedia } from '../use-media.ts';
import { PrintMark, type PrintMarkProps } from './print-mark.tsx';
import { SyncMarks, type SyncMarksProps } from './sync-marks.tsx';
import './layout.css';

export interface TopBarProps {
  readonly site: string;
  readonly station: string;
  /** Null: nobody is signed in. */
  readonly person: { readonly name: string; readonly role: string } | null;
  readonly onPerson: () => void;
  readonly hot: {
    readonly count: number;
    /** The nearest clock over all hot orders. */
    readonly nearest?: { readonly deadline: Instant; readonly purpose: ClockPurpose; readonly atRisk?: boolean | undefined } | undefined;
    readonly href: string;
  };
  /** Left out until the station has answered. */
  readonly marks: SyncMarksProps | undefined;
  readonly printing?: PrintMarkProps | undefined;
  /** More at the end, such as help and search. */
  readonly end?: ReactNode;
}

/** What is always true on every screen: where, who, hot orders, saved and sent, online, the site's time. */
export function TopBar({ site, station, person, onPerson, hot, marks, printing, end }: TopBarProps) {
  const { t } = useText();
  return (
    <div className="top-bar">
      <div className="top-bar__cell top-bar__cell--elastic top-bar__narrow-hidden">
        <span className="top-bar__main">{site}</span>
        <span className="top-bar__minor">{station}</span>
      </div>
      <AriaButton className="top-bar__button top-bar__cell top-bar__cell--row" onPress={onPerson}>
        <Initials name={person?.name ?? '?'} />
        <span className="top-bar__cell top-bar__optional">
          <span className="top-bar__main">{person?.name ?? t('common.person.none')}</span>
          <span className="top-bar__minor">{person?.role ?? t('common.person.signIn')}</span>
        </span>
        <span className="visually-hidden">{person ? t('common.person.switch', { name: person.name }) : t('common.person.signIn')}</span>
      </AriaButton>
      <HotCount {...hot} />
      <div className="top-bar__end">
        {printing && <PrintMark {...printing} />}
        {marks && <SyncMarks {...marks} />}
        <SiteTime />
        {end && <div className="top-bar__cell top-bar__cell--row">{end}</div>}
      </div>
    </div>
  );
}

function HotCount({ count, nearest, href }: TopBarProps['hot']) {
  const { t } = useText();
  const crowded = useMedia('(max-width: 1500px)');
  return (
    <a className={classes('top-bar__hot', count === 0 && 'top-bar__hot--none')} href={href}>
      <Zap aria-hidden fill={count === 0 ? 'none' : 'currentColor'} size={20} />
      <span className="top-bar__hot-count">{t('common.hot.count', { count })}</span>
      {nearest && <LiveClock atRisk={nearest.atRisk} deadline={nearest.deadline} purpose={crowded ? 'plain' : nearest.purpose} />}
    </a>
  );
}

function SiteTime() {
  const { format } = useText();
  const time = useFromNow(format.time);
  const day = useFromNow(useCallback((now: Instant) => `${format.date(now)} ${format.zoneName(now)}`, [format]));
  return (
    <div className="top-bar__cell">
      <span className="top-bar__time">{time}</span>
      <span className="top-bar__minor top-bar__optional">{day}</span>
    </div>
  );
}

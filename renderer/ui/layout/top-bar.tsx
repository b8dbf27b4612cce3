import { Check, CloudOff, CloudUpload, Wifi, Zap } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Instant } from '../../../shared/lib/time.ts';
import { ageText, type ClockPurpose } from '../clock-text.ts';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { useFromNow } from '../now.tsx';
import { LiveClock } from '../status/clock.tsx';
import { Initials } from '../status/people-mark.tsx';
import { useMedia, useNarrow } from '../use-media.ts';
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
  /** `unsent` operations wait for central; `oldest` is when the first of them was saved here. */
  readonly saved: { readonly unsent: number; readonly oldest: Instant | null };
  /** `alone`: this station works without a central and is meant to. */
  readonly connection: 'online' | 'offline' | 'alone';
  /** More at the end, such as help and search. */
  readonly end?: ReactNode;
}

/** What is always true on every screen: where, who, hot orders, saved and sent, online, the site's time. */
export function TopBar({ site, station, person, onPerson, hot, saved, connection, end }: TopBarProps) {
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
        <SavedMark {...saved} alone={connection === 'alone'} />
        <ConnectionMark connection={connection} />
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

function SavedMark({ unsent, oldest, alone }: { unsent: number; oldest: Instant | null; alone: boolean }) {
  const { t, locale } = useText();
  const age = useFromNow(useCallback((now: Instant) => (oldest === null ? '' : ageText(locale, now - oldest)), [locale, oldest]));
  const narrow = useNarrow();
  const allSent = unsent === 0 || alone;
  const Icon = allSent ? Check : CloudUpload;
  const sent = narrow ? 'common.saved.sentShort' : 'common.saved.sent';
  const waiting = narrow ? 'common.saved.unsentShort' : 'common.saved.unsent';
  return (
    <div className="top-bar__cell top-bar__cell--row">
      <Icon aria-hidden size={20} />
      <span>
        {allSent ? t(alone ? 'common.saved.here' : sent) : t(waiting, { count: unsent })}
        {!allSent && age !== '' && <span className="top-bar__minor top-bar__optional"> {t('common.saved.oldest', { age })}</span>}
      </span>
    </div>
  );
}

function ConnectionMark({ connection }: { connection: TopBarProps['connection'] }) {
  const { t } = useText();
  if (connection === 'alone') return null;
  const Icon = connection === 'online' ? Wifi : CloudOff;
  return (
    <div className={classes('top-bar__cell', 'top-bar__cell--row', 'status-mark', connection === 'offline' && 'status-mark--offline')}>
      <Icon aria-hidden size={20} />
      {t(`common.connection.${connection}`)}
    </div>
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

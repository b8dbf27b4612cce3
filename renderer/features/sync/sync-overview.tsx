import { Link2, RefreshCw } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import type { SyncState, SyncView } from '../../../shared/contracts/views.ts';
import { SECOND, type Instant } from '../../../shared/lib/time.ts';
import { Button, LinkButton } from '../../ui/actions/button.tsx';
import { ageText, agoText, durationText } from '../../ui/clock-text.ts';
import { KeyValue } from '../../ui/data/key-value.tsx';
import { classes } from '../../ui/defined.ts';
import { useText, type Words } from '../../ui/i18n.tsx';
import { Stack, Tiles } from '../../ui/layout/stack.tsx';
import { useFromNow } from '../../ui/now.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { Progress } from '../../ui/status/progress.tsx';
import { Stat } from '../../ui/status/stat.tsx';
import { syncLook } from '../../ui/status/sync-state.ts';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Heading } from '../../ui/text/text.tsx';
import './sync.css';

export interface SyncOverviewProps {
  readonly sync: SyncView;
  readonly saved: { readonly count: number; readonly lastAt: Instant | null };
  readonly onTry: () => void;
  readonly trying: boolean;
  /** Whether who reads it may pair this station again. */
  readonly mayPair: boolean;
}

/** States whose own words say what is wrong. */
const TOLD: ReadonlySet<SyncState> = new Set<SyncState>(['limited', 'needs-update']);

/** How this station stands with central: what is happening, what to do, the counts with their ages. */
export function SyncOverview({ sync, saved, onTry, trying, mayPair }: SyncOverviewProps) {
  const { t, tell, format } = useText();
  const { state, unsent, behind } = sync;
  const ago = useAgo();
  const paired = state !== 'alone';
  return (
    <Stack gap={6}>
      <SyncNow mayPair={mayPair} sync={sync} trying={trying} onTry={onTry} />
      {sync.trouble && !TOLD.has(state) && (
        <Banner title={t('syncScreen.trouble')} tone={state === 'offline' ? 'offline' : 'warning'}>
          {tell(sync.trouble)}
        </Banner>
      )}
      <Tiles min={220}>
        <Stat label={t('syncScreen.count.saved')} note={t('syncScreen.count.saved.note', { age: ago(saved.lastAt) })} value={format.number(saved.count)} />
        {paired && (
          <Stat
            label={t('syncScreen.count.unsent')}
            note={unsent === 0 ? t('syncScreen.count.unsent.none') : <OldestUnsent at={sync.oldestUnsentAt} />}
            value={format.number(unsent)}
          />
        )}
        {paired && <Stat label={t('syncScreen.count.behind')} note={t(behind === 0 ? 'syncScreen.count.behind.none' : 'syncScreen.count.behind.note')} value={format.number(behind)} />}
      </Tiles>
      {paired && <SyncFacts sync={sync} />}
    </Stack>
  );
}

function SyncNow({ sync, onTry, trying, mayPair }: Omit<SyncOverviewProps, 'saved'>) {
  const { t } = useText();
  const { state, unsent, behind, nextAttemptAt, progress } = sync;
  const { icon: Icon, tone } = syncLook[state];
  const mayTry = state === 'offline' || state === 'limited' || (state === 'joining' && sync.trouble !== null);
  return (
    <section className="sync-now">
      <span className={classes('sync-now__icon', `tone--${tone}`)}>
        <Icon aria-hidden size={40} />
      </span>
      <div aria-live="polite" className="sync-now__words">
        <Heading level={2}>{t(`syncScreen.state.${state}`)}</Heading>
        <p className="sync-now__what">{t(`syncScreen.what.${state}`, { unsent, behind })}</p>
        <p className="sync-now__do">{t(`syncScreen.do.${state}`)}</p>
      </div>
      {mayTry && (
        <div className="sync-now__try">
          {state === 'limited' && mayPair && (
            <LinkButton href="#/settings/central" icon={Link2} size="floor" variant="primary">
              {t('syncScreen.pair.again')}
            </LinkButton>
          )}
          <Button busy={trying} icon={RefreshCw} size="floor" variant={state === 'limited' ? 'secondary' : 'primary'} onPress={onTry}>
            {t('syncScreen.now')}
          </Button>
          {nextAttemptAt !== null && <NextAttempt at={nextAttemptAt} />}
        </div>
      )}
      {state === 'joining' && (
        <div className="sync-now__progress">
          <Progress label={t('syncScreen.progress')} ratio={progress ?? undefined} />
        </div>
      )}
    </section>
  );
}

function NextAttempt({ at }: { readonly at: Instant }) {
  const { t, locale } = useText();
  const words = useFromNow(useCallback((now: Instant) => (at - now < SECOND ? t('syncScreen.next.now') : t('syncScreen.next', { left: durationText(locale, at - now) })), [at, locale, t]));
  return <span className="sync-now__next">{words}</span>;
}

function OldestUnsent({ at }: { readonly at: Instant | null }): ReactNode {
  const { t, locale } = useText();
  const age = useFromNow(useCallback((now: Instant) => (at === null ? '' : ageText(locale, now - at)), [at, locale]));
  return age === '' ? null : t('syncScreen.count.unsent.note', { age });
}

function SyncFacts({ sync }: { readonly sync: SyncView }) {
  const words = useText();
  const { t, format } = words;
  const ago = useAgo();
  const { address, stationNumber, skewMs } = sync;
  return (
    <KeyValue
      columns={2}
      items={[
        { label: t('syncScreen.fact.lastSent'), value: ago(sync.lastSentAt, 'syncScreen.age.notYet') },
        { label: t('syncScreen.fact.lastHeard'), value: ago(sync.lastHeardAt, 'syncScreen.age.notYet') },
        ...(address === null ? [] : [{ label: t('syncScreen.fact.address'), value: <CodeText value={address} wrap /> }]),
        ...(stationNumber === null ? [] : [{ label: t('syncScreen.fact.number'), value: format.number(stationNumber) }]),
        ...(skewMs === null ? [] : [{ label: t('syncScreen.fact.skew'), value: skewText(words, skewMs) }]),
      ]}
    />
  );
}

/** A second more or less is the network, not the clock. */
const SAME_CLOCK = 2 * SECOND;

function skewText({ t, locale }: Words, skewMs: number): string {
  if (Math.abs(skewMs) < SAME_CLOCK) return t('syncScreen.skew.same');
  return t(skewMs > 0 ? 'syncScreen.skew.fast' : 'syncScreen.skew.slow', { length: durationText(locale, Math.abs(skewMs)) });
}

/** "12 min ago" in words that follow the clock, and words for what was not. What was sent and heard is known since the start of the station only. */
function useAgo(): (at: Instant | null, none?: 'syncScreen.age.never' | 'syncScreen.age.notYet') => string {
  const { t, locale } = useText();
  const now = useFromNow(useCallback((at: Instant) => Math.floor(at / SECOND), []));
  return (at, none = 'syncScreen.age.never') => (at === null ? t(none) : agoText(locale, now * SECOND - at));
}

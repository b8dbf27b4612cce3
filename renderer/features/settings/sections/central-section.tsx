import { ArrowRight } from 'lucide-react';
import { useStationState } from '../../../app/station.tsx';
import { LinkButton } from '../../../ui/actions/button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { SettingsPart } from '../settings-part.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Skeleton } from '../../../ui/states/skeleton.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { syncLook } from '../../../ui/status/sync-state.ts';
import { LeaveCentral } from '../../sync/leave-central.tsx';
import { PairCentral } from '../../sync/pair-central.tsx';

/** Pairing with a central, pairing again after the rights were taken away, and leaving it. */
export function CentralSection() {
  const { t } = useText();
  const sync = useStationState(({ status }) => status?.sync);
  if (!sync) return <Skeleton lines={6} />;
  const { state, unsent, behind, address } = sync;
  if (state === 'alone') return <PairCentral address={null} />;
  return (
    <Stack gap={8}>
      <Banner
        action={
          <LinkButton href="#/sync" icon={ArrowRight} size="desk">
            {t('syncScreen.title')}
          </LinkButton>
        }
        title={t(`syncScreen.state.${state}`)}
        tone={syncLook[state].tone}
      >
        {t(`syncScreen.what.${state}`, { unsent, behind })}
      </Banner>
      {state === 'limited' && (
        <SettingsPart title={t('syncScreen.pair')}>
          <PairCentral address={address} />
        </SettingsPart>
      )}
      <SettingsPart title={t('syncScreen.leave')}>
        <LeaveCentral unsent={unsent} />
      </SettingsPart>
    </Stack>
  );
}

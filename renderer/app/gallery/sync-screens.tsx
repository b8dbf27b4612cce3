import type { SyncState } from '../../../shared/contracts/views.ts';
import { PeersTable } from '../../features/sync/peers-table.tsx';
import { SyncOverview } from '../../features/sync/sync-overview.tsx';
import { Page, PageHeader } from '../../ui/layout/page.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Framed } from './framed.tsx';
import { peerSamples, savedSample, syncSamples } from './sync-samples.ts';

const nothing = (): void => undefined;

function SyncScreen({ state }: { readonly state: SyncState }) {
  const { t } = useText();
  const sync = syncSamples[state];
  return (
    <Framed current="" listening="Any order, pallet or product" sync={sync}>
      <Page reads>
        <PageHeader subtitle="Phoenix South · Dock 2" title={t('syncScreen.title')} />
        <div className="sync-page">
          <Stack gap={8}>
            <SyncOverview mayPair saved={savedSample} sync={sync} trying={false} onTry={nothing} />
            {state !== 'alone' && state !== 'joining' && (
              <Section title={t('syncScreen.peers')}>
                <PeersTable here={sync.stationNumber} peers={state === 'connected' ? peerSamples.slice(1, 2) : peerSamples} />
              </Section>
            )}
          </Stack>
        </div>
      </Page>
    </Framed>
  );
}

export const SyncAlone = () => <SyncScreen state="alone" />;
export const SyncJoining = () => <SyncScreen state="joining" />;
export const SyncConnected = () => <SyncScreen state="connected" />;
export const SyncCatchingUp = () => <SyncScreen state="catching-up" />;
export const SyncOffline = () => <SyncScreen state="offline" />;
export const SyncLimited = () => <SyncScreen state="limited" />;
export const SyncNeedsUpdate = () => <SyncScreen state="needs-update" />;

import { Link2 } from 'lucide-react';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { useAnswer, useCommand, useStationState } from '../../app/station.tsx';
import { LinkButton } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Page, PageHeader } from '../../ui/layout/page.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { LeaveCentral } from './leave-central.tsx';
import { PeersTable } from './peers-table.tsx';
import { SyncOverview } from './sync-overview.tsx';
import './sync.css';

/** `/sync`: everything about what is saved here and what was sent. */
export function SyncScreen() {
  const { t } = useText();
  const status = useStationState((state) => state.status);
  const role = useStationState(({ session }) => session?.person?.role);
  const { run, busy } = useCommand();
  const pairs = role !== undefined && mayDo(role, 'settings');
  return (
    <Page reads>
      <PageHeader subtitle={status && `${status.siteName} · ${status.stationName}`} title={t('syncScreen.title')} />
      {status === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <div className="sync-page">
          <Stack gap={8}>
            <SyncOverview mayPair={pairs} saved={{ count: status.saved, lastAt: status.lastSavedAt }} sync={status.sync} trying={busy} onTry={() => void run((client) => client.sync.now({}))} />
            {status.sync.state !== 'alone' && status.sync.state !== 'joining' && <Peers here={status.sync.stationNumber} />}
            {pairs && status.sync.state === 'alone' && (
              <Stack row>
                <LinkButton href="#/settings/central" icon={Link2} size="floor" variant="primary">
                  {t('syncScreen.pair.go')}
                </LinkButton>
              </Stack>
            )}
            {pairs && status.sync.state !== 'alone' && (
              <Section title={t('syncScreen.leave')}>
                <LeaveCentral unsent={status.sync.unsent} />
              </Section>
            )}
          </Stack>
        </div>
      )}
    </Page>
  );
}

function Peers({ here }: { readonly here: number | null }) {
  const { t } = useText();
  const { data, isError, refetch } = useAnswer(['peers'], ['peers'], (client) => client.sync.peers({}));
  return (
    <Section title={t('syncScreen.peers')}>
      {data ? (
        <PeersTable here={here} peers={data} />
      ) : isError ? (
        <ErrorState next={t('syncScreen.peers.error.next')} what={t('syncScreen.peers.error')} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={3} />
      )}
    </Section>
  );
}

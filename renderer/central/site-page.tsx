import { ArrowLeft, KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { GatewayRow, StationRow } from '../../shared/contracts/central.ts';
import { Button, LinkButton } from '../ui/actions/button.tsx';
import { useText } from '../ui/i18n.tsx';
import { Page, PageHeader } from '../ui/layout/page.tsx';
import { Stack } from '../ui/layout/stack.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { Skeleton } from '../ui/states/skeleton.tsx';
import { takeCentralTime, useCentral } from './ask.ts';
import { AuditTable } from './audit-table.tsx';
import { central } from './client.ts';
import { NewCodeDialog } from './new-code.tsx';
import { NewGatewayDialog } from './new-gateway.tsx';
import { RemoveGatewayDialog } from './remove-gateway.tsx';
import { HeldDialog } from './held-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { SiteView } from './site-view.tsx';
import { Stale } from './stale.tsx';

type Asked = { readonly ask: 'code' | 'gateway' } | { readonly ask: 'revoke' | 'held'; readonly station: StationRow } | { readonly ask: 'remove'; readonly gateway: GatewayRow };

/** `/sites/:site`: its stations and what waits there. */
export function SitePage({ site }: { readonly site: string }) {
  const { t } = useText();
  const [asked, setAsked] = useState<Asked>();
  const { data, isError, dataUpdatedAt, refetch } = useCentral(['site', site], () => central.site(site));
  useEffect(() => {
    if (data) takeCentralTime(data.now);
  }, [data]);
  const done = (): void => setAsked(undefined);
  return (
    <Page>
      <Stack justify="between" row wrap>
        <span className="central-back">
          <LinkButton href="#/" icon={ArrowLeft} variant="quiet">
            {t('centralPage.back')}
          </LinkButton>
        </span>
        <Button icon={KeyRound} variant="primary" onPress={() => setAsked({ ask: 'code' })}>
          {t('centralPage.code.create')}
        </Button>
      </Stack>
      {data ? (
        <>
          <Stale at={dataUpdatedAt} failed={isError} />
          <SiteView
            audit={<AuditTable site={site} stations={data.stations} />}
            site={data}
            onNewGateway={() => setAsked({ ask: 'gateway' })}
            onRemoveGateway={(gateway) => setAsked({ ask: 'remove', gateway })}
            onDecide={(station) => setAsked({ ask: 'held', station })}
            onRevoke={(station) => setAsked({ ask: 'revoke', station })}
          />
        </>
      ) : (
        <>
          <PageHeader title={t('centralPage.sites.site')} />
          {isError ? <ErrorState next={t('centralPage.error.next')} what={t('centralPage.error')} onRetry={() => void refetch()} /> : <Skeleton lines={10} />}
        </>
      )}
      {asked?.ask === 'code' && <NewCodeDialog site={site} onClose={done} />}
      {asked?.ask === 'gateway' && <NewGatewayDialog site={site} onClose={done} />}
      {asked?.ask === 'remove' && <RemoveGatewayDialog gateway={asked.gateway} site={site} onClose={done} />}
      {asked?.ask === 'held' && <HeldDialog site={site} station={asked.station} onClose={done} />}
      {asked?.ask === 'revoke' && <RevokeDialog site={site} station={asked.station} onClose={done} />}
    </Page>
  );
}

import { KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../ui/actions/button.tsx';
import { Tabs } from '../ui/data/tabs.tsx';
import { useText } from '../ui/i18n.tsx';
import { Page, PageHeader } from '../ui/layout/page.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { Skeleton } from '../ui/states/skeleton.tsx';
import { takeCentralTime, useCentral } from './ask.ts';
import { AuditTable } from './audit-table.tsx';
import { central } from './client.ts';
import { NewCodeDialog } from './new-code.tsx';
import { SitesTable } from './sites-table.tsx';
import { Stale } from './stale.tsx';

/** `/`: every site with what waits there, and what was done on this page. */
export function SitesPage() {
  const { t } = useText();
  const [, go] = useLocation();
  const [tab, setTab] = useState<'sites' | 'audit'>('sites');
  const [coding, setCoding] = useState(false);
  const { data, isError, dataUpdatedAt, refetch } = useCentral(['overview'], central.overview);
  useEffect(() => {
    if (data) takeCentralTime(data.now);
  }, [data]);
  if (!data) {
    return (
      <Page>
        <PageHeader title={t('centralPage.sites')} />
        {isError ? <ErrorState next={t('centralPage.error.next')} what={t('centralPage.error')} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </Page>
    );
  }
  return (
    <Page>
      <Stale at={dataUpdatedAt} failed={isError} />
      <PageHeader
        actions={
          <Button icon={KeyRound} variant={data.sites.length === 0 ? 'primary' : 'secondary'} onPress={() => setCoding(true)}>
            {t('centralPage.code.create')}
          </Button>
        }
        subtitle={t('centralPage.sites.version', { version: data.version })}
        title={t('centralPage.sites')}
      />
      <Tabs
        items={[
          { id: 'sites', label: t('centralPage.sites'), count: data.sites.length, content: <SitesTable now={data.now} sites={data.sites} onOpen={(site) => go(`/sites/${encodeURIComponent(site)}`)} /> },
          { id: 'audit', label: t('centralPage.audit'), content: <AuditTable site={null} /> },
        ]}
        label={t('centralPage.title')}
        selected={tab}
        onSelect={setTab}
      />
      {coding && <NewCodeDialog site={null} onClose={() => setCoding(false)} />}
    </Page>
  );
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AuditRows } from '../../central/audit-table.tsx';
import { CentralFrame } from '../../central/central-frame.tsx';
import { CodeToEnter } from '../../central/new-code.tsx';
import { SignIn } from '../../central/sign-in.tsx';
import { SitesTable } from '../../central/sites-table.tsx';
import { SiteView } from '../../central/site-view.tsx';
import { Stale } from '../../central/stale.tsx';
import { LanguageSwitch } from '../../ui/fields/language-switch.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Page, PageHeader } from '../../ui/layout/page.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { adminSiteSample, auditSamples, codeSample, newSiteSample, siteSamples } from './central-samples.ts';
import { NOW } from './samples.ts';

const nothing = (): void => undefined;
const queries = new QueryClient();

function Central({ children }: { readonly children: ReactNode }) {
  const { locale } = useText();
  return (
    <QueryClientProvider client={queries}>
      <CentralFrame end={<LanguageSwitch locale={locale} onLocale={nothing} />}>{children}</CentralFrame>
    </QueryClientProvider>
  );
}

export const CentralSignIn = () => (
  <Central>
    <SignIn onSignedIn={nothing} />
  </Central>
);

function Sites({ count }: { readonly count: number }) {
  const { t } = useText();
  return (
    <Central>
      <Page>
        <PageHeader title={t('centralPage.sites')} />
        <SitesTable now={NOW} sites={siteSamples(count)} onOpen={nothing} />
      </Page>
    </Central>
  );
}

export const CentralSites = () => <Sites count={8} />;
export const CentralManySites = () => <Sites count={10_000} />;
export const CentralNoSites = () => <Sites count={0} />;

export const CentralSite = () => (
  <Central>
    <Page>
      <SiteView audit={<AuditRows rows={auditSamples} stations={adminSiteSample.stations} />} site={adminSiteSample} onDecide={nothing} onNewGateway={nothing} onRemoveGateway={nothing} onRevoke={nothing} />
    </Page>
  </Central>
);

export const CentralNewSite = () => (
  <Central>
    <Page>
      <Stale at={NOW} failed />
      <SiteView audit={<AuditRows rows={[]} stations={[]} />} site={newSiteSample} onDecide={nothing} onNewGateway={nothing} onRemoveGateway={nothing} onRevoke={nothing} />
    </Page>
  </Central>
);

export function CentralCode() {
  const { t } = useText();
  return (
    <Central>
      <Page>
        <PageHeader title={t('centralPage.code')} />
        <CodeToEnter address="https://central.phoenix.example:7410" authority code={codeSample} />
        <CodeToEnter address="https://central.phoenix.example:7410" authority={false} code={{ ...codeSample, expiresAt: NOW }} />
      </Page>
    </Central>
  );
}

export function CentralFailed() {
  const { t } = useText();
  return (
    <Central>
      <Page>
        <PageHeader title={t('centralPage.sites')} />
        <ErrorState next={t('centralPage.error.next')} what={t('centralPage.error')} onRetry={nothing} />
        <Skeleton lines={6} />
      </Page>
    </Central>
  );
}

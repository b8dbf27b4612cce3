import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { parseZone, type Zone } from '../../shared/lib/time.ts';
import type { Locale } from '../../shared/messages/define.ts';
import { Button } from '../ui/actions/button.tsx';
import { AppearanceProvider } from '../ui/appearance.tsx';
import { LanguageSwitch } from '../ui/fields/language-switch.tsx';
import { LocaleProvider, useText } from '../ui/i18n.tsx';
import { NowProvider } from '../ui/now.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { Skeleton } from '../ui/states/skeleton.tsx';
import { ToastProvider } from '../ui/status/toast.tsx';
import { centralNow } from './ask.ts';
import { central, isSignedOut } from './client.ts';
import { CentralFrame } from './central-frame.tsx';
import { SignIn } from './sign-in.tsx';
import { SitePage } from './site-page.tsx';
import { SitesPage } from './sites-page.tsx';

const UTC = 'UTC' as Zone;
const zone = parseZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? UTC;

const queries = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: true }, mutations: { retry: false } } });

/** The page for those who run central: its sites, their stations, who may take part. */
export function CentralApp() {
  const [locale, setLocale] = useState<Locale>(navigator.language.startsWith('es') ? 'es' : 'en');
  return (
    <Router hook={useHashLocation}>
      <AppearanceProvider density="desk" theme="system">
        <LocaleProvider locale={locale} zone={zone}>
          <NowProvider read={centralNow}>
            <QueryClientProvider client={queries}>
              <ToastProvider>
                <Door language={<LanguageSwitch locale={locale} onLocale={setLocale} />} />
              </ToastProvider>
            </QueryClientProvider>
          </NowProvider>
        </LocaleProvider>
      </AppearanceProvider>
    </Router>
  );
}

/** Nobody sees anything of a site before the administrator has signed in. */
function Door({ language }: { readonly language: ReactNode }) {
  const { t } = useText();
  const client = useQueryClient();
  const session = useQuery({ queryKey: ['session'], queryFn: central.session });
  if (session.isError && isSignedOut(session.error)) {
    return (
      <CentralFrame end={language}>
        <SignIn onSignedIn={() => void session.refetch()} />
      </CentralFrame>
    );
  }
  if (session.isError) {
    return (
      <CentralFrame end={language}>
        <ErrorState next={t('centralPage.error.next')} what={t('centralPage.unreachable')} onRetry={() => void session.refetch()} />
      </CentralFrame>
    );
  }
  if (!session.data) {
    return (
      <CentralFrame end={language}>
        <Skeleton lines={6} />
      </CentralFrame>
    );
  }
  const signOut = async (): Promise<void> => {
    await central.signOut().catch(() => undefined);
    client.clear();
    await session.refetch();
  };
  return (
    <CentralFrame
      end={
        <>
          {language}
          <Button icon={LogOut} onPress={() => void signOut()}>
            {t('centralPage.signOut')}
          </Button>
        </>
      }
    >
      <Switch>
        <Route path="/">
          <SitesPage />
        </Route>
        <Route path="/sites/:site">{({ site }) => <SitePage key={site} site={decodeURIComponent(site)} />}</Route>
        <Route>
          <Redirect to="/" />
        </Route>
      </Switch>
    </CentralFrame>
  );
}

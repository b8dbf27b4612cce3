import { CloudOff, LoaderCircle } from 'lucide-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { Router, useRoute } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { usualSystem } from '../../shared/lib/mass.ts';
import { defaultSettings } from '../../shared/domain/settings/settings.ts';
import { AppearanceProvider } from '../ui/appearance.tsx';
import { LocaleProvider, useText } from '../ui/i18n.tsx';
import { machineLocale } from '../ui/machine-locale.ts';
import { NowProvider } from '../ui/now.tsx';
import { StateView } from '../ui/states/state-view.tsx';
import { ToastProvider } from '../ui/status/toast.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Scanning } from './scan-door.tsx';
import { Shell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';
import { stationNow, StationProvider, useStationState } from './station.tsx';

const Gallery = lazy(async () => ({ default: (await import('./gallery/gallery-page.tsx')).GalleryPage }));
const FirstStart = lazy(async () => ({ default: (await import('../features/setup/first-start.tsx')).FirstStart }));

export function App() {
  return (
    <Router hook={useHashLocation}>
      <GalleryOr>
        <StationProvider>
          <Appearance />
        </StationProvider>
      </GalleryOr>
    </Router>
  );
}

/** The gallery stands outside the station: it sets its own language and theme, and needs no data. */
function GalleryOr({ children }: { readonly children: ReactNode }) {
  const [inGallery] = useRoute('/gallery');
  return inGallery ? (
    <Suspense fallback={null}>
      <Gallery />
    </Suspense>
  ) : (
    children
  );
}

/** Language, zone and theme as the station is set; before it has answered, as this machine speaks. */
function Appearance() {
  const settings = useStationState(({ status }) => status?.settings);
  const { locale, zone, theme, stationUse, companyPrefix, paperSize } = settings ?? { ...defaultSettings, locale: machineLocale() };
  const [inTasks] = useRoute('/tasks/*?');
  return (
    <LocaleProvider locale={locale} prefixLength={companyPrefix.length || undefined} system={usualSystem(paperSize)} zone={zone}>
      <NowProvider read={stationNow}>
        <AppearanceProvider density={inTasks || stationUse === 'floor' ? 'floor' : 'desk'} theme={theme}>
          <ToastProvider>
            <ErrorBoundary>
              <Suspense fallback={null}>
                <Door />
              </Suspense>
            </ErrorBoundary>
          </ToastProvider>
        </AppearanceProvider>
      </NowProvider>
    </LocaleProvider>
  );
}

/** Which of the whole-page states holds: no station yet, first start, nobody signed in, at work. */
function Door() {
  const connection = useStationState((state) => state.connection);
  const configured = useStationState(({ status }) => status?.configured);
  const session = useStationState((state) => state.session);
  if (configured === false && session !== undefined) return <FirstStart />;
  const unknown = configured === undefined || session === undefined;
  // Listens from the first moment on: what is scanned before the station has answered waits for it.
  return <Scanning>{unknown ? <NoStation lost={connection === 'lost'} /> : session.person === null ? <SignIn /> : <Shell person={session.person} />}</Scanning>;
}

function NoStation({ lost }: { readonly lost: boolean }) {
  const { t } = useText();
  return lost ? (
    <StateView icon={CloudOff} role="alert" title={t('app.lost.title')} tone="offline">
      {t('app.lost')}
    </StateView>
  ) : (
    <StateView icon={LoaderCircle} role="status" title={t('app.connecting')} tone="info" />
  );
}

import type { ComponentType } from 'react';
import { useLocation, useSearch } from 'wouter';
import { parseZone, type Zone } from '../../../shared/lib/time.ts';
import type { Locale } from '../../../shared/messages/define.ts';
import { AppearanceProvider, type Density, type ThemeChoice } from '../../ui/appearance.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { LocaleProvider } from '../../ui/i18n.tsx';
import { NowProvider } from '../../ui/now.tsx';
import { ToastProvider } from '../../ui/status/toast.tsx';
import { Heading } from '../../ui/text/text.tsx';
import { Actions } from './part-actions.tsx';
import { DataParts } from './part-data.tsx';
import { Fields } from './part-fields.tsx';
import { FloorParts } from './part-floor.tsx';
import { Foundations } from './part-foundations.tsx';
import { StatusParts } from './part-status.tsx';
import { NOW } from './samples.ts';
import { AcknowledgeScreen, PalletScreen, QueueScreen, SignInScreen, TaskScreen } from './screens.tsx';
import { SyncParts } from './part-sync.tsx';
import { SyncAlone, SyncCatchingUp, SyncConnected, SyncJoining, SyncLimited, SyncNeedsUpdate, SyncOffline } from './sync-screens.tsx';
import { CaseOpen, CaseReadOnly, CaseResolved, Cases, CasesEmpty, CasesFailed, CasesLoading, CasesMany } from './case-screens.tsx';
import { CentralCode, CentralFailed, CentralManySites, CentralNewSite, CentralNoSites, CentralSignIn, CentralSite, CentralSites } from './central-screens.tsx';
import { Printing, PrintingEmpty } from './printing-screens.tsx';
import './gallery.css';

const themes: readonly ThemeChoice[] = ['system', 'light', 'dark', 'contrast'];
const densities: readonly Density[] = ['desk', 'floor'];
const locales: readonly Locale[] = ['en', 'es'];
const screens: Readonly<Record<string, ComponentType>> = {
  queue: QueueScreen,
  acknowledge: AcknowledgeScreen,
  task: TaskScreen,
  pallet: PalletScreen,
  'sign-in': SignInScreen,
  'sync-alone': SyncAlone,
  'sync-joining': SyncJoining,
  'sync-connected': SyncConnected,
  'sync-catching-up': SyncCatchingUp,
  'sync-offline': SyncOffline,
  'sync-limited': SyncLimited,
  'sync-needs-update': SyncNeedsUpdate,
  cases: Cases,
  'case-open': CaseOpen,
  'case-read-only': CaseReadOnly,
  'case-resolved': CaseResolved,
  'cases-empty': CasesEmpty,
  'cases-loading': CasesLoading,
  'cases-failed': CasesFailed,
  'cases-many': CasesMany,
  'central-sign-in': CentralSignIn,
  'central-sites': CentralSites,
  'central-sites-many': CentralManySites,
  'central-sites-none': CentralNoSites,
  'central-site': CentralSite,
  'central-site-new': CentralNewSite,
  'central-code': CentralCode,
  'central-failed': CentralFailed,
  printing: Printing,
  'printing-empty': PrintingEmpty,
};
const pages: readonly string[] = ['parts', ...Object.keys(screens)];
const UTC = 'UTC' as Zone;
const zone = parseZone('America/Chicago') ?? UTC;
const readNow = () => NOW;

interface View {
  readonly page: string;
  readonly theme: ThemeChoice;
  readonly density: Density;
  readonly locale: Locale;
}

const oneOf = <Id extends string>(all: readonly Id[], text: string | null): Id | undefined => all.find((id) => id === text);
const address = ({ page, theme, density, locale }: View): string =>
  `/gallery?${new URLSearchParams({ page, theme, density, locale }).toString()}`;

/** `?page=parts&theme=dark&density=floor&locale=es#/gallery`: every part in every state, and whole screens made of them. */
export function GalleryPage() {
  const asked = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const view: View = {
    page: oneOf(pages, asked.get('page')) ?? 'parts',
    theme: oneOf(themes, asked.get('theme')) ?? 'system',
    density: oneOf(densities, asked.get('density')) ?? 'desk',
    locale: oneOf(locales, asked.get('locale')) ?? 'en',
  };
  const Screen = screens[view.page];
  return (
    <AppearanceProvider density={view.density} theme={view.theme}>
      <LocaleProvider locale={view.locale} zone={zone}>
        <NowProvider read={readNow}>
          <ToastProvider>{Screen ? <Screen /> : <Parts view={view} onView={(next) => navigate(address(next))} />}</ToastProvider>
        </NowProvider>
      </LocaleProvider>
    </AppearanceProvider>
  );
}

const choices = <Id extends string>(ids: readonly Id[]): readonly { id: Id; label: Id }[] => ids.map((id) => ({ id, label: id }));

function Parts({ view, onView }: { view: View; onView: (view: View) => void }) {
  return (
    <div className="gallery">
      <header className="gallery__head">
        <Heading level={1}>Parts</Heading>
        <SelectField label="Page" options={choices(pages)} value={view.page} onChange={(page) => onView({ ...view, page })} />
        <SelectField label="Theme" options={choices(themes)} value={view.theme} onChange={(theme) => onView({ ...view, theme })} />
        <SelectField label="Density" options={choices(densities)} value={view.density} onChange={(density) => onView({ ...view, density })} />
        <SelectField label="Language" options={choices(locales)} value={view.locale} onChange={(locale) => onView({ ...view, locale })} />
      </header>
      <main className="gallery__body">
        <Foundations />
        <Actions />
        <StatusParts />
        <Fields />
        <DataParts />
        <FloorParts />
        <SyncParts />
      </main>
    </div>
  );
}

import type { ComponentType } from 'react';
import { useLocation, useRoute } from 'wouter';
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

const oneOf = <Id extends string>(all: readonly Id[], text: string | undefined): Id | undefined => all.find((id) => id === text);
const path = ({ page, theme, density, locale }: View): string => `/gallery/${page}/${theme}/${density}/${locale}`;

/** `#/gallery/<page>/<theme>/<density>/<locale>`: every part in every state, and whole screens made of them. */
export function GalleryPage() {
  const [, params] = useRoute('/gallery/:page?/:theme?/:density?/:locale?');
  const [, navigate] = useLocation();
  const view: View = {
    page: oneOf(pages, params?.page) ?? 'parts',
    theme: oneOf(themes, params?.theme) ?? 'system',
    density: oneOf(densities, params?.density) ?? 'desk',
    locale: oneOf(locales, params?.locale) ?? 'en',
  };
  const Screen = screens[view.page];
  return (
    <AppearanceProvider density={view.density} theme={view.theme}>
      <LocaleProvider locale={view.locale} zone={zone}>
        <NowProvider read={readNow}>
          <ToastProvider>{Screen ? <Screen /> : <Parts view={view} onView={(next) => navigate(path(next))} />}</ToastProvider>
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
      </main>
    </div>
  );
}

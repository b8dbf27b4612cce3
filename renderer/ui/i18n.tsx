import { createContext, useContext, useLayoutEffect, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Locale } from '../../shared/messages/define.ts';
import { regionOf } from '../../shared/messages/region.ts';
import { say, type Message, type MessageParams } from '../../shared/messages/say.ts';
import { sayIn } from '../../shared/messages/say-in.ts';
import type { MessageKey } from '../../shared/messages/catalogue.ts';
import type { MeasureSystem } from '../../shared/lib/mass.ts';
import type { Zone } from '../../shared/lib/time.ts';
import { formatsFor, type Formats } from './formats.ts';
import { withSsccGroups } from './text/code-groups.ts';

export interface Words {
  readonly locale: Locale;
  readonly zone: Zone;
  /** In which the site reads weights and lengths. */
  readonly system: MeasureSystem;
  readonly t: (key: MessageKey, params?: MessageParams) => string;
  /** The words for what the domain answered. */
  readonly tell: (message: Message) => string;
  readonly format: Formats;
}

interface LocaleProviderProps {
  readonly locale: Locale;
  readonly zone: Zone;
  /** Digits of the site's GS1 company prefix, by which an SSCC in a sentence is read in groups. */
  readonly prefixLength?: number | undefined;
  /** In which the site reads weights and lengths; metric unless told. */
  readonly system?: MeasureSystem | undefined;
  readonly children: ReactNode;
}

const WordsContext = createContext<Words | undefined>(undefined);

/** Gives every part below its language and the site's zone. Parts throw without one: English by accident is a bug. */
export function LocaleProvider({ locale, zone, prefixLength, system = 'metric', children }: LocaleProviderProps) {
  const words = useMemo<Words>(
    () => ({
      locale,
      zone,
      system,
      t: (key, params) => say(locale, key, params),
      tell: (message) => sayIn({ locale, zone, system }, withSsccGroups(message, prefixLength)),
      format: formatsFor(locale, zone),
    }),
    [locale, zone, prefixLength, system],
  );
  useLayoutEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <I18nProvider locale={regionOf(locale)}>
      <WordsContext value={words}>{children}</WordsContext>
    </I18nProvider>
  );
}

/** `const { t, tell, format, locale, zone, system } = useText()` */
export function useText(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useText needs a LocaleProvider above it');
  return words;
}

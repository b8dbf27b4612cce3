import type { Locale } from '../../../shared/messages/define.ts';
import { useText } from '../i18n.tsx';
import './field.css';

export interface LanguageSwitchProps {
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
}

const locales: readonly Locale[] = ['en', 'es'];

/** Before anybody's settings are known: each language by its own name. */
export function LanguageSwitch({ locale, onLocale }: LanguageSwitchProps) {
  const { t } = useText();
  return (
    <div aria-label={t('common.language')} className="language-switch" role="group">
      {locales.map((each) => (
        <button aria-pressed={each === locale} className="language-switch__choice" key={each} lang={each} type="button" onClick={() => onLocale(each)}>
          {t(`common.language.${each}`)}
        </button>
      ))}
    </div>
  );
}

import { useMemo, useState, type ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { parseZone } from '../../../shared/lib/time.ts';
import type { Locale } from '../../../shared/messages/define.ts';
import { refusalOf } from '../../bridge.ts';
import { setSession, takeStatus, useBridge } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { LocaleProvider, useText } from '../../ui/i18n.tsx';
import { machineLocale } from '../../ui/machine-locale.ts';
import { Stack } from '../../ui/layout/stack.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { Heading, Text } from '../../ui/text/text.tsx';
import { machineZone, startAnswers, steps, type Answers } from './answers.ts';
import { PersonQuestion, SiteQuestion, StationQuestion } from './questions.tsx';
import './setup.css';

/** The first start of a station: three questions, one at a time, or the demo warehouse. */
export function FirstStart() {
  const outer = useText();
  const [locale, setLocale] = useState(machineLocale);
  return (
    <LocaleProvider locale={locale} zone={outer.zone}>
      <Questions locale={locale} onLocale={setLocale} />
    </LocaleProvider>
  );
}

type Doing = 'nothing' | 'setting-up' | 'demo';

function Questions({ locale, onLocale }: { readonly locale: Locale; readonly onLocale: (locale: Locale) => void }) {
  const { t, tell } = useText();
  const { client } = useBridge();
  const [step, setStep] = useState(0);
  const [doing, setDoing] = useState<Doing>('nothing');
  const [failure, setFailure] = useState<{ readonly title: string; readonly text: string }>();
  const form = useForm<Answers>({ defaultValues: startAnswers(), shouldUnregister: false });
  const fields = steps[step] ?? steps[0];
  const last = step === steps.length - 1;

  const attempt = async (what: Doing, act: () => Promise<void>): Promise<void> => {
    setDoing(what);
    setFailure(undefined);
    try {
      await act();
    } catch (error) {
      const refusal = refusalOf(error);
      setFailure(
        refusal
          ? { title: tell(refusal.message), text: [refusal.where, refusal.hint ? tell(refusal.hint) : ''].filter(Boolean).join(' · ') }
          : { title: t('setup.failed'), text: t('setup.failed.lost') },
      );
    } finally {
      setDoing('nothing');
    }
  };
  const finish = form.handleSubmit(({ pinAgain: _, ...answers }) =>
    attempt('setting-up', async () => {
      const session = await client().station.setUp({ ...answers, locale });
      takeStatus(await client().station.status({}));
      setSession(session);
    }),
  );
  const next = async (): Promise<void> => {
    if (!(await form.trigger(fields, { shouldFocus: true }))) return;
    if (last) await finish();
    else setStep(step + 1);
  };
  const demo = (): void => {
    void attempt('demo', async () => {
      const zone = form.getValues('zone');
      takeStatus(await client().station.startDemo({ zone: parseZone(zone) ?? machineZone(), locale }));
      setSession(await client().session.current({}));
    });
  };

  return (
    <main className="setup">
      <div className="setup__top">
        <span className="setup__brand">Hotdock</span>
        <LanguageSwitch
          locale={locale}
          onLocale={(chosen) => {
            // What was wrong is said again, in the new language, at the next press.
            form.clearErrors();
            onLocale(chosen);
          }}
        />
      </div>
      <form
        className="setup__card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void next();
        }}
      >
        <Stack gap={2}>
          <Text as="p" tone="quiet">
            {[...(step === 0 ? [t('setup.welcome')] : []), t('setup.step', { step: step + 1, total: steps.length })].join(' · ')}
          </Text>
          <ol aria-hidden className="setup__steps">
            {steps.map((_, index) => (
              <li className={index <= step ? 'setup__step setup__step--reached' : 'setup__step'} key={index} />
            ))}
          </ol>
          <Heading level={1}>{t(titles[step] ?? titles[0])}</Heading>
        </Stack>
        {failure && (
          <Banner title={failure.title} tone="error">
            {failure.text}
          </Banner>
        )}
        <FormProvider {...form}>
          <Question step={step} />
        </FormProvider>
        <div className="setup__actions">
          {step > 0 && (
            <Button size="floor" variant="quiet" onPress={() => setStep(step - 1)}>
              {t('setup.back')}
            </Button>
          )}
          <Button busy={doing === 'setting-up'} disabled={doing === 'demo'} size="floor" type="submit" variant="primary" wide>
            {t(last ? 'setup.finish' : 'setup.next')}
          </Button>
        </div>
      </form>
      <div className="setup__demo">
        <Button busy={doing === 'demo'} disabled={doing === 'setting-up'} size="floor" wide onPress={demo}>
          {t(doing === 'demo' ? 'setup.demo.starting' : 'setup.demo')}
        </Button>
        <Text as="p" size={14} tone="quiet">
          {t('setup.demo.text')}
        </Text>
      </div>
    </main>
  );
}

const titles = ['setup.site', 'setup.station', 'setup.person'] as const;

/** All stay mounted in turn only; react-hook-form keeps what was answered. */
function Question({ step }: { readonly step: number }): ReactNode {
  if (step === 0) return <SiteQuestion />;
  return step === 1 ? <StationQuestion /> : <PersonQuestion />;
}

function LanguageSwitch({ locale, onLocale }: { readonly locale: Locale; readonly onLocale: (locale: Locale) => void }) {
  const { t } = useText();
  const locales = useMemo(() => ['en', 'es'] as const, []);
  return (
    <div aria-label={t('setup.language')} className="setup__languages" role="group">
      {locales.map((each) => (
        <button aria-pressed={each === locale} className="setup__language" key={each} lang={each} type="button" onClick={() => onLocale(each)}>
          {t(`setup.language.${each}`)}
        </button>
      ))}
    </div>
  );
}

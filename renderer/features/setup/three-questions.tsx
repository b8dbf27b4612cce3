import { Link2 } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { parseZone } from '../../../shared/lib/time.ts';
import { setSession, takeStatus, useBridge } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { Heading, Text } from '../../ui/text/text.tsx';
import { failureOf, type Failure } from '../sync/failure.ts';
import { machineZone, startAnswers, steps, type Answers } from './answers.ts';
import { PersonQuestion, SiteQuestion, StationQuestion } from './questions.tsx';

type Doing = 'nothing' | 'setting-up' | 'demo';

interface QuestionsProps {
  /** To the other way of starting: a site that works already. */
  readonly onJoin: () => void;
}

/** Three questions, one at a time, or the demo warehouse. */
export function Questions({ onJoin }: QuestionsProps) {
  const words = useText();
  const { t, locale } = words;
  const { client } = useBridge();
  const [step, setStep] = useState(0);
  const [doing, setDoing] = useState<Doing>('nothing');
  const [failure, setFailure] = useState<Failure>();
  const form = useForm<Answers>({ defaultValues: startAnswers(), shouldUnregister: false });
  const fields = steps[step] ?? steps[0];
  const last = step === steps.length - 1;
  // What was wrong is said again, in the new language, at the next press.
  useEffect(() => form.clearErrors(), [form, locale]);

  const attempt = async (what: Doing, act: () => Promise<void>): Promise<void> => {
    setDoing(what);
    setFailure(undefined);
    try {
      await act();
    } catch (error) {
      setFailure(failureOf(words, error));
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
    <>
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
      <div className="setup__others">
        <div className="setup__other">
          <Button busy={doing === 'demo'} disabled={doing === 'setting-up'} size="floor" wide onPress={demo}>
            {t(doing === 'demo' ? 'setup.demo.starting' : 'setup.demo')}
          </Button>
          <Text as="p" size={14} tone="quiet">
            {t('setup.demo.text')}
          </Text>
        </div>
        <div className="setup__other">
          <Button disabled={doing !== 'nothing'} icon={Link2} size="floor" wide onPress={onJoin}>
            {t('syncScreen.join')}
          </Button>
          <Text as="p" size={14} tone="quiet">
            {t('syncScreen.join.text')}
          </Text>
        </div>
      </div>
    </>
  );
}

const titles = ['setup.site', 'setup.station', 'setup.person'] as const;

/** All stay mounted in turn only; react-hook-form keeps what was answered. */
function Question({ step }: { readonly step: number }): ReactNode {
  if (step === 0) return <SiteQuestion />;
  return step === 1 ? <StationQuestion /> : <PersonQuestion />;
}

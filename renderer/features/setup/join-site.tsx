import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { zodResolver } from '@hookform/resolvers/zod';
import { FormProvider, useForm } from 'react-hook-form';
import { FormChoice, FormText } from '../../app/form-fields.tsx';
import { setSession, takeStatus, useBridge } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { Heading, Text } from '../../ui/text/text.tsx';
import { failureOf, type Failure } from '../sync/failure.ts';
import { PairFields } from '../sync/pair-fields.tsx';
import { uses } from './answers.ts';
import { joinForm, type JoinAnswers, type JoinOutput } from './join-form.ts';

/** The third way to start: everything comes from a site that works already. */
export function JoinSite({ onBack }: { readonly onBack: () => void }) {
  const words = useText();
  const { t, locale } = words;
  const { client } = useBridge();
  const [joining, setJoining] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const form = useForm<JoinAnswers, unknown, JoinOutput>({
    resolver: zodResolver(joinForm),
    defaultValues: { address: '', code: '', ownCertificate: false, certificate: '', stationName: '', stationUse: 'floor' },
  });
  const { control } = form;
  const submit = form.handleSubmit(async (answers) => {
    setJoining(true);
    setFailure(undefined);
    try {
      await client().sync.join({ ...answers, locale });
      takeStatus(await client().station.status({}));
      setSession(await client().session.current({}));
    } catch (error) {
      setFailure(failureOf(words, error));
    } finally {
      setJoining(false);
    }
  });
  return (
    <form className="setup__card" noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap={2}>
        <Heading level={1}>{t('syncScreen.join.title')}</Heading>
        <Text as="p" tone="quiet">{t('syncScreen.join.text')}</Text>
      </Stack>
      {failure && (
        <Banner title={failure.title} tone="error">
          {failure.text}
        </Banner>
      )}
      <Stack gap={6}>
        <FormProvider {...form}>
          <PairFields />
        </FormProvider>
        <FormText control={control} error={t('setup.station.name.error')} hint={t('setup.station.name.hint')} label={t('setup.station.name')} maxLength={40} name="stationName" />
        <FormChoice
          control={control}
          label={t('setup.station.use')}
          look="cards"
          name="stationUse"
          options={uses.map((id) => ({ id, label: t(`setup.station.${id}`), description: t(`setup.station.${id}.text`) }))}
        />
      </Stack>
      <div className="setup__actions">
        <Button disabled={joining} size="floor" variant="quiet" onPress={onBack}>
          {t('syncScreen.join.back')}
        </Button>
        <Button busy={joining} icon={Link2} size="floor" type="submit" variant="primary" wide>
          {t(joining ? 'syncScreen.join.busy' : 'syncScreen.join.do')}
        </Button>
      </div>
    </form>
  );
}

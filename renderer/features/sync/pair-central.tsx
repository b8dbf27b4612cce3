import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useLocation } from 'wouter';
import { takeStatus, useBridge } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { Text } from '../../ui/text/text.tsx';
import { failureOf, type Failure } from './failure.ts';
import { PairFields } from './pair-fields.tsx';
import { usePairForm } from './pair-form.ts';

/** Pairs this station, with all it holds, with a central. */
export function PairCentral({ address }: { readonly address: string | null }) {
  const words = useText();
  const { t } = words;
  const { client } = useBridge();
  const { show } = useToasts();
  const [, go] = useLocation();
  const [pairing, setPairing] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const form = usePairForm(address ?? '');
  const submit = form.handleSubmit(async (answers) => {
    setPairing(true);
    setFailure(undefined);
    try {
      const { stationNumber } = await client().sync.pair(answers);
      takeStatus(await client().station.status({}));
      show({ tone: 'success', title: t('syncScreen.pair.done', { number: stationNumber ?? 0 }) });
      go('/sync');
    } catch (error) {
      setFailure(failureOf(words, error));
    } finally {
      setPairing(false);
    }
  });
  return (
    <form className="settings-form" noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap={6}>
        <Text as="p">{t('syncScreen.pair.text')}</Text>
        {failure && (
          <Banner title={failure.title} tone="error">
            {failure.text}
          </Banner>
        )}
        <FormProvider {...form}>
          <PairFields />
        </FormProvider>
        <Stack row>
          <Button busy={pairing} icon={Link2} size="floor" type="submit" variant="primary">
            {t(pairing ? 'syncScreen.pair.busy' : 'syncScreen.pair.do')}
          </Button>
        </Stack>
      </Stack>
    </form>
  );
}

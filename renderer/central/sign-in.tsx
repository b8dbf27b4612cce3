import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { FormText } from '../app/form-fields.tsx';
import { Button } from '../ui/actions/button.tsx';
import { useText } from '../ui/i18n.tsx';
import { Stack } from '../ui/layout/stack.tsx';
import { Banner } from '../ui/status/banner.tsx';
import { Heading, Text } from '../ui/text/text.tsx';
import { central, CentralRefusal, isSignedOut } from './client.ts';

type Failed = 'refused' | 'tooMany' | 'unreachable';
const TOO_MANY = 429;

const failedBy = (error: unknown): Failed => {
  if (isSignedOut(error)) return 'refused';
  return error instanceof CentralRefusal && error.status === TOO_MANY ? 'tooMany' : 'unreachable';
};

export function SignIn({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failed>();
  const { control, handleSubmit } = useForm({ defaultValues: { name: 'admin', password: '' } });
  const submit = handleSubmit(async (login) => {
    setBusy(true);
    setFailed(undefined);
    try {
      await central.signIn(login);
      onSignedIn();
    } catch (error) {
      setFailed(failedBy(error));
    } finally {
      setBusy(false);
    }
  });
  return (
    <form className="central-sign-in" noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap={2}>
        <Heading level={1}>{t('centralPage.signIn')}</Heading>
        <Text as="p" tone="quiet">{t('centralPage.signIn.text')}</Text>
      </Stack>
      {failed && (
        <Banner title={t(failed === 'unreachable' ? 'centralPage.unreachable' : `centralPage.signIn.${failed}`)} tone="error">
          {t(failed === 'unreachable' ? 'centralPage.error.next' : `centralPage.signIn.${failed}.text`)}
        </Banner>
      )}
      <FormText control={control} error={t('centralPage.signIn.missing')} label={t('centralPage.signIn.name')} maxLength={80} name="name" required />
      <FormText control={control} error={t('centralPage.signIn.missing')} label={t('centralPage.signIn.password')} maxLength={200} name="password" required type="password" />
      <Button busy={busy} icon={LogIn} size="floor" type="submit" variant="primary" wide>
        {t('centralPage.signIn.do')}
      </Button>
    </form>
  );
}

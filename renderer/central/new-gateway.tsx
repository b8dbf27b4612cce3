import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { FormText } from '../app/form-fields.tsx';
import { Button } from '../ui/actions/button.tsx';
import { useText } from '../ui/i18n.tsx';
import { Stack } from '../ui/layout/stack.tsx';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { FormActions } from '../ui/overlays/form-actions.tsx';
import { Text } from '../ui/text/text.tsx';
import { useOrder } from './ask.ts';
import { central } from './client.ts';
import { BigCode } from './new-code.tsx';

/** Names a gateway, then shows its key, once. */
export function NewGatewayDialog({ site, onClose }: { readonly site: string; readonly onClose: () => void }) {
  const { t } = useText();
  const { run, busy } = useOrder();
  const form = useId();
  const [key, setKey] = useState<string>();
  const { control, handleSubmit } = useForm({ defaultValues: { name: '' } });
  const submit = handleSubmit(async ({ name }) => {
    const answer = await run(() => central.createGateway(site, name.trim()));
    if (answer) setKey(answer.said.key);
  });
  return (
    <Dialog
      actions={
        key === undefined ? (
          <FormActions busy={busy} form={form} label={t('centralPage.gateways.new')} onCancel={onClose} />
        ) : (
          <Button variant="primary" onPress={onClose}>
            {t('common.close')}
          </Button>
        )
      }
      mustAnswer={key !== undefined}
      open
      title={t('centralPage.gateways.new')}
      wide
      onClose={onClose}
    >
      {key === undefined ? (
        <form id={form} noValidate onSubmit={(event) => void submit(event)}>
          <Stack gap={4}>
            <Text as="p">{t('centralPage.gateways.text')}</Text>
            <FormText autoFocus control={control} error={t('centralPage.signIn.missing')} hint={t('centralPage.gateways.name.hint')} label={t('centralPage.gateways.name')} maxLength={80} name="name" required />
          </Stack>
        </form>
      ) : (
        <BigCode long note={t('centralPage.gateways.key')} value={key} />
      )}
    </Dialog>
  );
}

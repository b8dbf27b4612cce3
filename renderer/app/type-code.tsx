import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '../ui/actions/button.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { useText } from '../ui/i18n.tsx';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { useScanDoor } from './scan-door.tsx';

const typed = z.object({ code: z.string().trim().min(1).max(400) });

/** A code by hand, for labels no scanner reads. It goes through the same door as a scan. */
export function TypeCode({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const door = useScanDoor();
  const { control, handleSubmit, formState } = useForm({ defaultValues: { code: '' }, mode: 'onChange', resolver: zodResolver(typed) });
  const submit = handleSubmit(({ code }) => {
    onClose();
    door.scan(code);
  });
  return (
    <Dialog
      actions={
        <Button disabled={!formState.isValid} form="type-code" type="submit" variant="primary">
          {t('floorScreen.type.go')}
        </Button>
      }
      open
      title={t('floorScreen.type')}
      onClose={onClose}
    >
      <form id="type-code" onSubmit={(event) => void submit(event)}>
        <Controller
          control={control}
          name="code"
          render={({ field: { value, onChange, ref } }) => (
            <TextField autoFocus code hint={t('floorScreen.type.hint')} inputRef={ref} label={t('floorScreen.type.code')} value={value} onChange={onChange} />
          )}
        />
      </form>
    </Dialog>
  );
}

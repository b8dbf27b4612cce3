import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm, type Control, type UseFormReturn } from 'react-hook-form';
import { z } from 'zod';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useText } from '../../../ui/i18n.tsx';

/** As the contract takes it: a few words, trimmed. */
const reasonForm = z.object({ reason: z.string().trim().min(3).max(500) });
export type ReasonForm = z.infer<typeof reasonForm>;

export const useReasonForm = (): UseFormReturn<ReasonForm> => useForm<ReasonForm>({ resolver: zodResolver(reasonForm), defaultValues: { reason: '' } });

export function ReasonField({ control, label, hint, autoFocus = true }: { readonly control: Control<ReasonForm>; readonly label: string; readonly hint?: string | undefined; readonly autoFocus?: boolean }) {
  const { t } = useText();
  return (
    <Controller
      control={control}
      name="reason"
      render={({ field, fieldState }) => (
        <TextField
          autoFocus={autoFocus}
          error={fieldState.invalid ? t('queueScreen.reason.missing') : undefined}
          hint={hint}
          inputRef={field.ref}
          label={label}
          maxLength={500}
          value={field.value}
          onBlur={field.onBlur}
          onChange={field.onChange}
        />
      )}
    />
  );
}

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import type { settingsPatch } from '../../../shared/domain/settings/settings.ts';
import { useSaveSettings } from './save-settings.tsx';

/** A reset by hand takes everything, where one by the station's answer spares what a person is typing. */
const wholly = { keepDirtyValues: false } as const;

export interface SectionForm<Values extends FieldValues, Output> {
  readonly form: UseFormReturn<Values, unknown, Output>;
  readonly bind: { readonly changed: boolean; readonly busy: boolean; readonly onSubmit: () => void; readonly onUndo: () => void };
}

/**
 * A form over some of the settings. `values` are the station's: while nobody has changed a field it follows them, and what
 * is saved becomes the new ground.
 */
export function useSettingsForm<Values extends FieldValues, Output>(
  schema: z.ZodType<Output, Values>,
  values: DefaultValues<Values> & Values,
  patchOf: (output: Output) => z.input<typeof settingsPatch>,
): SectionForm<Values, Output> {
  const { save, busy } = useSaveSettings();
  const form = useForm<Values, unknown, Output>({ resolver: zodResolver(schema), defaultValues: values, values, resetOptions: { keepDirtyValues: true } });
  const submit = form.handleSubmit(async (output) => {
    if (await save(patchOf(output))) form.reset(form.getValues(), wholly);
  });
  return { form, bind: { changed: form.formState.isDirty, busy, onSubmit: () => void submit(), onUndo: () => form.reset(values, wholly) } };
}

import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '../../ui/actions/button.tsx';
import { RadioGroup } from '../../ui/fields/radio-group.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';

const OWN = 'own';

export interface ReasonDialogProps {
  readonly title: string;
  /** What it is done to. */
  readonly what: ReactNode;
  /** What the act means. */
  readonly text: string;
  /** The usual reasons, ready to tap. */
  readonly reasons: readonly string[];
  readonly doLabel: string;
  readonly onDone: (reason: string) => void;
  readonly onClose: () => void;
}

const given = z
  .object({ chosen: z.string(), own: z.string().trim().max(500) })
  .refine(({ chosen, own }) => (chosen === OWN ? own.length >= 3 : chosen !== ''), { path: ['own'] });

/** An act that needs a reason: one of the usual ones by a tap, or one's own words. */
export function ReasonDialog({ title, what, text, reasons, doLabel, onDone, onClose }: ReasonDialogProps) {
  const { t } = useText();
  const { control, handleSubmit, watch, formState } = useForm({ defaultValues: { chosen: '', own: '' }, mode: 'onChange', resolver: zodResolver(given) });
  const submit = handleSubmit(({ chosen, own }) => {
    onClose();
    onDone(chosen === OWN ? own : (reasons[Number(chosen)] ?? own));
  });
  return (
    <Dialog
      actions={
        <Button disabled={!formState.isValid} form="reason" size="floor" type="submit" variant="primary">
          {doLabel}
        </Button>
      }
      open
      title={title}
      onClose={onClose}
    >
      <form id="reason" onSubmit={(event) => void submit(event)}>
        <Stack gap={4}>
          <p>
            <strong>{what}</strong> · {text}
          </p>
          <Controller
            control={control}
            name="chosen"
            render={({ field: { value, onChange } }) => (
              <RadioGroup
                label={t('floorScreen.reason')}
                look="cards"
                options={[...reasons.map((label, index) => ({ id: String(index), label })), { id: OWN, label: t('floorScreen.reason.own') }]}
                value={value === '' ? null : value}
                onChange={onChange}
              />
            )}
          />
          {watch('chosen') === OWN && (
            <Controller
              control={control}
              name="own"
              render={({ field: { value, onChange, onBlur, ref } }) => (
                <TextField
                  autoFocus
                  hint={t('floorScreen.reason.short')}
                  inputRef={ref}
                  label={t('floorScreen.reason.own')}
                  value={value}
                  onBlur={onBlur}
                  onChange={onChange}
                />
              )}
            />
          )}
        </Stack>
      </form>
    </Dialog>
  );
}

import { zodResolver } from '@hookform/resolvers/zod';
import { useId, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { useCommand } from '../../../app/station.tsx';
import { QuantityField } from '../../../ui/fields/quantity-field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { FormActions } from '../../../ui/overlays/form-actions.tsx';
import { eaches as eachesUnit } from '../../../ui/text/amounts.tsx';
import { Text } from '../../../ui/text/text.tsx';
import type { OrderDialogProps } from './dialog-props.ts';

const returnForm = z.object({ eaches: z.int().min(1), location: z.string().trim().min(1).max(60) });

/** Picked goods back on a bin: what is on a pallet comes off it first. */
export function ReturnDialog({ order, line, onClose }: OrderDialogProps & { readonly line: string | null }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const form = useId();
  const held = order.lines.filter(({ picked, packed }) => picked > packed);
  const [chosen, setChosen] = useState(line ?? held[0]?.line ?? null);
  const row = held.find((candidate) => candidate.line === chosen);
  const loose = row ? row.picked - row.packed : 0;
  const { control, handleSubmit, reset } = useForm<z.infer<typeof returnForm>>({ resolver: zodResolver(returnForm), defaultValues: { eaches: loose, location: row?.location ?? '' } });
  const submit = handleSubmit(async ({ eaches, location }) => {
    if (row && (await run((client) => client.orders.returnToStock({ po: order.po, line: row.line, eaches, location })))) onClose();
  });
  return (
    <Dialog
      actions={<FormActions busy={busy} disabled={loose === 0} form={form} label={t('queueScreen.line.return')} onCancel={onClose} />}
      open
      title={t('queueScreen.ask.return', { po: order.po })}
      onClose={onClose}
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <Stack gap={4}>
          {held.length > 1 && (
            <SelectField
              label={t('queueScreen.lines.product')}
              options={held.map((candidate) => ({ id: candidate.line, label: `${candidate.line} · ${candidate.title}` }))}
              value={chosen}
              onChange={(next) => {
                const other = held.find((candidate) => candidate.line === next);
                setChosen(next);
                reset({ eaches: other ? other.picked - other.packed : 0, location: other?.location ?? '' });
              }}
            />
          )}
          <Text as="p">{row ? t('queueScreen.return.text', { product: row.title, count: loose }) : t('queueScreen.return.none')}</Text>
          <Controller control={control} name="eaches" render={({ field }) => <QuantityField label={t('queueScreen.return.quantity')} max={loose} min={Math.min(1, loose)} unit={eachesUnit} value={field.value} onChange={field.onChange} />} />
          <Controller
            control={control}
            name="location"
            render={({ field, fieldState }) => (
              <TextField code error={fieldState.invalid ? t('queueScreen.return.locationMissing') : undefined} inputRef={field.ref} label={t('queueScreen.product.location')} value={field.value} onBlur={field.onBlur} onChange={field.onChange} />
            )}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

import { useId, useState } from 'react';
import { useCommand } from '../../../app/station.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { FormActions } from '../../../ui/overlays/form-actions.tsx';
import { Text } from '../../../ui/text/text.tsx';
import type { OrderDialogProps } from './dialog-props.ts';
import { ReasonField, useReasonForm } from './reason-field.tsx';

/** What became of goods that a picker did not find: noted, and the line can go on. */
export function ResolveShortDialog({ order, line, onClose }: OrderDialogProps & { readonly line: string | null }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { control, handleSubmit } = useReasonForm();
  const form = useId();
  const short = order.lines.filter((row) => row.short > 0);
  const [chosen, setChosen] = useState(line ?? short[0]?.line ?? null);
  const row = order.lines.find((candidate) => candidate.line === chosen);
  const submit = handleSubmit(async ({ reason }) => {
    if (chosen !== null && (await run((client) => client.orders.resolveShort({ po: order.po, line: chosen, note: reason })))) onClose();
  });
  return (
    <Dialog
      actions={<FormActions busy={busy} disabled={chosen === null} form={form} label={t('queueScreen.line.resolveShort')} onCancel={onClose} />}
      open
      title={t('queueScreen.ask.resolve-short', { po: order.po })}
      onClose={onClose}
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <Stack gap={4}>
          {short.length > 1 && (
            <SelectField label={t('queueScreen.lines.product')} options={short.map((candidate) => ({ id: candidate.line, label: `${candidate.line} · ${candidate.title}` }))} value={chosen} onChange={setChosen} />
          )}
          <Text as="p">{row ? t('queueScreen.short.text', { product: row.title, count: row.short }) : t('queueScreen.short.none')}</Text>
          <ReasonField control={control} hint={t('queueScreen.short.hint')} label={t('queueScreen.short.note')} />
        </Stack>
      </form>
    </Dialog>
  );
}

import { zodResolver } from '@hookform/resolvers/zod';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { ChargebackRule } from '../../../../shared/domain/settings/settings.ts';
import { FormChoice, FormNumber, FormSwitch, FormText } from '../../../app/form-fields.tsx';
import { useCommand } from '../../../app/station.tsx';
import { useUnsavedForm } from '../../../app/unsaved.ts';
import { HoldButton } from '../../../ui/actions/hold-button.tsx';
import { FieldGrid } from '../../../ui/fields/field-grid.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { FormActions } from '../../../ui/overlays/form-actions.tsx';
import { useToasts } from '../../../ui/status/toast.tsx';

const events: readonly ChargebackRule['event'][] = ['not-filled', 'down-confirmed', 'overage', 'late', 'low-confirmation', 'asn-inaccurate'];

const words = {
  'not-filled': 'notFilled', 'down-confirmed': 'downConfirmed', overage: 'overage', late: 'late', 'low-confirmation': 'lowConfirmation', 'asn-inaccurate': 'asnInaccurate',
} as const satisfies Record<ChargebackRule['event'], string>;

/** ICU's `select` takes no hyphens. */
export const eventWord = (event: ChargebackRule['event']): string => words[event];

const needed = z.string().trim().min(1).max(500);
const emptyIsNull = z.string().trim().max(500).transform((text) => text || null);
const day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/).transform((text) => text || null);

const ruleForm = z
  .object({
    event: z.enum(['not-filled', 'down-confirmed', 'overage', 'late', 'low-confirmation', 'asn-inaccurate']),
    title: needed, percent: z.number().min(0).max(100), waiver: emptyIsNull, validFrom: day, validTo: day, source: needed, enabled: z.boolean(),
  })
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo, { path: ['validTo'] });

interface ChargebackDialogProps {
  /** The rule to change; undefined for a new one. */
  readonly rule: ChargebackRule | undefined;
  readonly rules: readonly ChargebackRule[];
  readonly onClose: () => void;
}

/** One rule: its rate, when it is waived, from when to when it holds, where that is written. */
export function ChargebackDialog({ rule, rules, onClose }: ChargebackDialogProps) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const form = useId();
  const { control, handleSubmit } = useForm<z.input<typeof ruleForm>, unknown, z.output<typeof ruleForm>>({
    resolver: zodResolver(ruleForm),
    defaultValues: {
      event: rule?.event ?? 'late', title: rule?.title ?? '', percent: rule?.percent ?? Number.NaN, waiver: rule?.waiver ?? '', validFrom: rule?.validFrom ?? '', validTo: rule?.validTo ?? '',
      source: rule?.source ?? '', enabled: rule?.enabled ?? true,
    },
  });
  useUnsavedForm(control);
  const replace = async (next: readonly ChargebackRule[]): Promise<void> => {
    if (!(await run((client) => client.station.changePolicy({ rules: [...next] })))) return;
    show({ tone: 'success', title: t('settingsScreen.saved') });
    onClose();
  };
  const submit = handleSubmit(async (typed) => {
    if (rule) await replace(rules.map((other) => (other.id === rule.id ? { ...typed, id: rule.id } : other)));
    else await replace([...rules, { ...typed, id: freeId(rules) }]);
  });
  const neededError = t('settingsScreen.charge.field.needed');
  return (
    <Dialog
      actions={<FormActions busy={busy} form={form} label={t('settingsScreen.charge.save')} onCancel={onClose} />}
      open
      title={t(rule ? 'settingsScreen.charge.edit' : 'settingsScreen.charge.new')}
      wide
      onClose={onClose}
    >
      <form id={form} noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap={4}>
          <FormText autoFocus control={control} error={neededError} label={t('settingsScreen.charge.field.title')} name="title" />
          <FieldGrid>
            <FormChoice control={control} label={t('settingsScreen.charge.field.event')} name="event" options={events.map((id) => ({ id, label: t('settingsScreen.charge.event', { event: words[id] }) }))} />
            <FormNumber after="%" control={control} digits={2} error={t('settingsScreen.charge.field.percent.error')} label={t('settingsScreen.charge.field.percent')} max={100} min={0} name="percent" step={0.5} />
            <FormText control={control} error={t('settingsScreen.charge.field.order')} label={t('settingsScreen.charge.field.validFrom')} name="validFrom" optional type="date" />
            <FormText control={control} error={t('settingsScreen.charge.field.order')} label={t('settingsScreen.charge.field.validTo')} name="validTo" optional type="date" />
          </FieldGrid>
          <FormText control={control} label={t('settingsScreen.charge.field.waiver')} lines={2} name="waiver" optional />
          <FormText control={control} error={neededError} hint={t('settingsScreen.charge.field.source.hint')} label={t('settingsScreen.charge.field.source')} lines={2} name="source" />
          <FormSwitch control={control} label={t('settingsScreen.charge.field.enabled')} name="enabled" />
          {/* The last rule stays: without any, the station takes those it came with. */}
          {rule && rules.length > 1 && (
            <Stack row>
              <HoldButton disabled={busy} size="floor" label={t('settingsScreen.charge.remove')} onConfirm={() => void replace(rules.filter(({ id }) => id !== rule.id))} />
            </Stack>
          )}
        </Stack>
      </form>
    </Dialog>
  );
}

function freeId(rules: readonly ChargebackRule[]): string {
  const taken = new Set(rules.map(({ id }) => id));
  let number = rules.length + 1;
  while (taken.has(`site-${number}`)) number += 1;
  return `site-${number}`;
}

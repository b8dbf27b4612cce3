import { useId } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { scannerInput, type ScannerSettings } from '../../../../shared/contracts/devices.ts';
import { FormChoice, FormText } from '../../../app/form-fields.tsx';
import { useCommand } from '../../../app/station.tsx';
import { FieldGrid } from '../../../ui/fields/field-grid.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { FormActions } from '../../../ui/overlays/form-actions.tsx';
import { useToasts } from '../../../ui/status/toast.tsx';
import { SerialFields, serialSettingsOf, serialValues, usePorts, type SerialValues } from './serial-fields.tsx';

interface Values extends SerialValues {
  readonly name: string;
  readonly end: ScannerSettings['end'];
  readonly prefix: string;
  readonly gsText: string;
}

const ENDS = ['line', 'tab', 'etx', 'pause'] as const;

/** One scanner on a serial port; null for a new one. */
export function SerialScannerDialog({ known, onClose }: { readonly known: ScannerSettings | null; readonly onClose: () => void }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const id = useId();
  const { ports, trouble } = usePorts(known);
  const form = useForm<Values>({
    defaultValues: { ...serialValues(known), name: known?.name ?? '', end: known?.end ?? 'line', prefix: known?.prefix ?? '', gsText: known?.gsText ?? '' },
  });
  const { control } = form;
  const submit = form.handleSubmit(async ({ name, end, prefix, gsText, ...serial }) => {
    const line = serialSettingsOf(serial, ports, known);
    if (line === null) {
      form.setError('port', { type: 'required' });
      return;
    }
    const scanner = scannerInput.parse({ ...line, id: known?.id ?? null, name, end, prefix, gsText });
    if (!(await run((client) => client.devices.putScanner(scanner)))) return;
    show({ tone: 'success', title: t('devices.saved', { name: scanner.name }) });
    onClose();
  });
  return (
    <Dialog
      actions={<FormActions busy={busy} form={id} label={t('devices.form.save')} onCancel={onClose} />}
      open
      title={t(known ? 'devices.form.change' : 'devices.form.add')}
      wide
      onClose={onClose}
    >
      <form id={id} noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap={6}>
          <FormText autoFocus control={control} error={t('devices.form.needed')} hint={t('devices.form.name.hint')} label={t('devices.form.name')} maxLength={60} name="name" required />
          <FormProvider {...form}>
            <SerialFields ports={ports} trouble={trouble} />
          </FormProvider>
          <FieldGrid>
            <FormChoice control={control} label={t('devices.form.end')} name="end" options={ENDS.map((end) => ({ id: end, label: t('devices.form.end.is', { end }) }))} />
            <FormText code control={control} hint={t('devices.form.prefix.hint')} label={t('devices.form.prefix')} maxLength={20} name="prefix" optional />
            <FormText code control={control} hint={t('devices.form.gs.hint')} label={t('devices.form.gs')} maxLength={20} name="gsText" optional />
          </FieldGrid>
        </Stack>
      </form>
    </Dialog>
  );
}

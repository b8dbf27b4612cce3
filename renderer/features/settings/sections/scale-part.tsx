import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { scaleSettings, type DevicesView } from '../../../../shared/contracts/devices.ts';
import { FormChoice } from '../../../app/form-fields.tsx';
import { ScaleNow } from '../../../app/scale-now.tsx';
import { useAnswer, useCommand } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { FormActions } from '../../../ui/overlays/form-actions.tsx';
import { StatusMark } from '../../../ui/status/status-mark.tsx';
import { useToasts } from '../../../ui/status/toast.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { SettingsPart } from '../settings-part.tsx';
import { deviceStatus } from './device-status.ts';
import { SerialFields, serialSettingsOf, serialValues, usePorts, type SerialValues } from './serial-fields.tsx';

type Scale = NonNullable<DevicesView['scale']>;

const PROTOCOLS = ['sics', 'header'] as const;

/** The scale of this machine, how it stands and what it says now. */
export function ScalePart() {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const answer = useAnswer(['devices'], ['devices'], (client) => client.devices.view({}));
  const [editing, setEditing] = useState(false);
  const scale = answer.data?.scale ?? null;
  const remove = async (): Promise<void> => {
    if (await run((client) => client.devices.putScale({ scale: null }))) show({ tone: 'success', title: t('devices.scale.removed') });
  };
  return (
    <SettingsPart title={t('devices.scale.title')}>
      <Stack gap={4}>
        <Text as="p" tone="quiet">{t('devices.scale.text')}</Text>
        {scale && (
          <Stack gap={1}>
            <Text weight="bold">{t('devices.scale.protocol.is', { protocol: scale.protocol })}</Text>
            <Text size={14} tone="quiet">{t('devices.line', { path: scale.path, baud: scale.baudRate, bits: scale.dataBits, parity: scale.parity, stop: scale.stopBits })}</Text>
            <StatusMark status={deviceStatus[scale.state]}>{t('devices.state', { state: scale.state })}</StatusMark>
            {scale.detail !== null && scale.detail !== '' && <Text size={14} tone="quiet"><bdi lang="en">{scale.detail}</bdi></Text>}
            <ScaleNow />
          </Stack>
        )}
        <Stack gap={2} row wrap>
          <Button icon={scale ? Pencil : Plus} onPress={() => setEditing(true)}>{t(scale ? 'devices.change' : 'devices.scale.add')}</Button>
          {scale && <Button busy={busy} icon={Trash2} onPress={() => void remove()}>{t('devices.remove')}</Button>}
        </Stack>
      </Stack>
      {editing && <ScaleDialog known={scale} onClose={() => setEditing(false)} />}
    </SettingsPart>
  );
}

interface Values extends SerialValues {
  readonly protocol: Scale['protocol'];
}

function ScaleDialog({ known, onClose }: { readonly known: Scale | null; readonly onClose: () => void }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const id = useId();
  const { ports, trouble } = usePorts(known);
  const form = useForm<Values>({ defaultValues: { ...serialValues(known), protocol: known?.protocol ?? 'sics' } });
  const submit = form.handleSubmit(async ({ protocol, ...serial }) => {
    const line = serialSettingsOf(serial, ports, known);
    if (line === null) {
      form.setError('port', { type: 'required' });
      return;
    }
    if (!(await run((client) => client.devices.putScale({ scale: scaleSettings.parse({ ...line, protocol }) })))) return;
    show({ tone: 'success', title: t('devices.scale.saved') });
    onClose();
  });
  return (
    <Dialog
      actions={<FormActions busy={busy} form={id} label={t('devices.form.save')} onCancel={onClose} />}
      open
      title={t('devices.scale.title')}
      wide
      onClose={onClose}
    >
      <form id={id} noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap={6}>
          <FormChoice
            control={form.control}
            label={t('devices.scale.protocol')}
            look="list"
            name="protocol"
            options={PROTOCOLS.map((protocol) => ({ id: protocol, label: t('devices.scale.protocol.is', { protocol }), description: t('devices.scale.protocol.hint', { protocol }) }))}
          />
          <FormProvider {...form}>
            <SerialFields ports={ports} trouble={trouble} />
          </FormProvider>
        </Stack>
      </form>
    </Dialog>
  );
}

import { useFormContext, useWatch } from 'react-hook-form';
import { serialSettings, type SerialPortView, type SerialSettings } from '../../../../shared/contracts/devices.ts';
import { FormChoice, FormText } from '../../../app/form-fields.tsx';
import { useAnswer } from '../../../app/station.tsx';
import { FieldGrid } from '../../../ui/fields/field-grid.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Banner } from '../../../ui/status/banner.tsx';

/** A serial port as a form has it: choices are texts. */
export interface SerialValues {
  /** A path of the list, or `OTHER`. */
  readonly port: string;
  readonly path: string;
  readonly baud: string;
  /** `8 none 1`. */
  readonly frame: string;
}

const OTHER = 'other';
const RATES = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200] as const;
const FRAMES = ['8 none 1', '7 even 1', '7 odd 1', '8 even 1', '8 odd 1', '8 none 2', '7 none 2', '7 even 2', '7 odd 2', '7 none 1', '8 even 2', '8 odd 2'] as const;

export const serialValues = (known: SerialSettings | null): SerialValues => ({
  port: known?.path ?? '',
  path: known?.path ?? '',
  baud: String(known?.baudRate ?? 9600),
  frame: known === null ? FRAMES[0] : `${known.dataBits} ${known.parity} ${known.stopBits}`,
});

/** What the form says, as the station takes it; null while the port is missing. */
export function serialSettingsOf({ port, path, baud, frame }: SerialValues, ports: readonly SerialPortView[], known: SerialSettings | null): SerialSettings | null {
  const [dataBits = '', parity = '', stopBits = ''] = frame.split(' ');
  const chosen = port === OTHER ? path : port;
  const listed = ports.find((one) => one.path === chosen);
  const usb = listed?.usb ?? (known?.path === chosen ? known.usb : null);
  const made = serialSettings.safeParse({ path: chosen, usb, baudRate: Number(baud), dataBits: Number(dataBits), parity, stopBits: Number(stopBits) });
  return made.success ? made.data : null;
}

/** The ports of the station's machine; one that is set up stays choosable while it is unplugged. */
export function usePorts(known: SerialSettings | null): { readonly ports: readonly SerialPortView[]; readonly trouble: boolean } {
  const { data } = useAnswer(['devices'], ['ports'], (client) => client.devices.ports({}));
  const listed = data?.ports ?? [];
  const away = known !== null && !listed.some(({ path }) => path === known.path) ? [{ path: known.path, usb: known.usb, maker: '' }] : [];
  return { ports: [...listed, ...away], trouble: data !== undefined && data.trouble !== null };
}

/** Which port, how fast, and how its bytes are framed: fields of the form around it. */
export function SerialFields({ ports, trouble }: { readonly ports: readonly SerialPortView[]; readonly trouble: boolean }) {
  const { t } = useText();
  const { control } = useFormContext<SerialValues>();
  const port = useWatch({ control, name: 'port' });
  return (
    <>
      {trouble && <Banner title={t('devices.ports.none')} tone="info" />}
      <FieldGrid>
        <FormChoice
          control={control}
          error={t('devices.form.needed')}
          label={t('devices.form.port')}
          name="port"
          options={[...ports.map(({ path, maker }) => ({ id: path, label: path, description: maker })), { id: OTHER, label: t('devices.form.port.other') }]}
        />
        {port === OTHER && <FormText code control={control} error={t('devices.form.needed')} hint={t('devices.form.port.other.hint')} label={t('devices.form.path')} maxLength={300} name="path" required />}
        <FormChoice control={control} label={t('devices.form.rate')} name="baud" options={RATES.map((baud) => ({ id: String(baud), label: t('devices.form.rate.baud', { baud }) }))} />
        <FormChoice
          control={control}
          label={t('devices.form.frame')}
          name="frame"
          options={FRAMES.map((id) => {
            const [bits = '', parity = '', stop = ''] = id.split(' ');
            return { id, label: t('devices.form.frame.is', { bits, parity, stop: Number(stop) }) };
          })}
        />
      </FieldGrid>
    </>
  );
}

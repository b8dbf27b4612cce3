import { useState } from 'react';
import type { TaskTrace } from '../../../shared/contracts/views.ts';
import { decodeScan } from '../../../shared/lib/barcode/decode-scan.ts';
import type { CalendarDate } from '../../../shared/lib/time.ts';
import { dayInNumbers, readTypedDay } from '../../../shared/lib/typed-day.ts';
import { regionOf } from '../../../shared/messages/region.ts';
import { useScanDoor } from '../../app/scan-door.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';

type Wanted = NonNullable<TaskTrace['wanted']>;
type Typed = Record<Wanted['fields'][number], string>;

/** Its day is no month, so that it shows which of the two comes first. */
const EXAMPLE = '2027-05-25' as CalendarDate;

/** The exception to scanning a label that cannot be read: typed, it goes through the same door as the label's second bar code. */
export function TypeLabel({ wanted: { sku, fields }, onClose }: { readonly wanted: Wanted; readonly onClose: () => void }) {
  const { t, locale } = useText();
  const door = useScanDoor();
  const [typed, setTyped] = useState<Typed>({ lot: '', expiry: '', serial: '' });
  const [tried, setTried] = useState(false);
  const region = regionOf(locale);
  const codes = fields.map((field) => ({ field, code: codeOf(field, typed[field], region) }));
  const example = dayInNumbers(EXAMPLE, region);
  const done = (): void => {
    setTried(true);
    if (codes.some(({ code }) => code === undefined)) return;
    door.scan(codes.map(({ code }) => code).join(''));
    onClose();
  };
  return (
    <Dialog
      actions={
        <>
          <Button size="floor" onPress={onClose}>{t('common.cancel')}</Button>
          <Button size="floor" variant="primary" onPress={done}>{t('floorScreen.label.take')}</Button>
        </>
      }
      open
      title={t('floorScreen.label.type.title', { sku })}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        <Stack gap={4}>
          {codes.map(({ field, code }, index) => (
            <TextField
              autoFocus={index === 0}
              code={field !== 'expiry'}
              error={tried && code === undefined ? t('floorScreen.label.type.wrong', { field, example }) : undefined}
              hint={field === 'expiry' ? t('floorScreen.label.type.example', { example }) : undefined}
              key={field}
              label={t('floorScreen.label.type.field', { field })}
              value={typed[field]}
              onChange={(value) => setTyped((before) => ({ ...before, [field]: value }))}
            />
          ))}
        </Stack>
        <button aria-hidden hidden tabIndex={-1} type="submit" />
      </form>
    </Dialog>
  );
}

const AI = { lot: '10', serial: '21' } as const;

/** As its element string; undefined where it can be none: no day of the calendar, or characters that GS1 does not take. */
function codeOf(field: keyof Typed, text: string, region: string): string | undefined {
  if (field === 'expiry') {
    const day = readTypedDay(text, region);
    return day === undefined ? undefined : `(17)${day.slice(2).replaceAll('-', '')}`;
  }
  const code = `(${AI[field]})${text.trim()}`;
  const read = decodeScan(code);
  return read.kind === 'attributes' && read.data.elements.length === 1 ? code : undefined;
}

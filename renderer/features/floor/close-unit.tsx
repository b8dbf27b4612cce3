import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { UnitView } from '../../../shared/contracts/views.ts';
import { useCommand } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { SsccText } from './sscc-text.tsx';
import { useLabel } from './use-label.ts';

/** NaN is an empty field: there was no scale. */
const measure = (most: number) => z.union([z.nan(), z.number().min(0).max(most)]);
const closing = z.object({ kilograms: measure(10_000), millimetres: measure(10_000) });

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Closes the pallet or carton in hand with what the scale and the tape say, and prints its label. */
export function CloseUnit({ unit, onClose }: { readonly unit: UnitView; readonly onClose: () => void }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const label = useLabel();
  const { control, handleSubmit, formState } = useForm({ defaultValues: { kilograms: Number.NaN, millimetres: Number.NaN }, mode: 'onChange', resolver: zodResolver(closing) });
  const carton = unit.kind === 'carton';
  const close = (print: boolean) =>
    handleSubmit(async ({ kilograms, millimetres }) => {
      const grams = known(kilograms * 1000);
      const done = await run((client) => client.units.close({ sscc: unit.sscc, weightGrams: grams === null ? null : Math.round(grams), heightMm: known(millimetres) }));
      if (!done) return;
      onClose();
      if (print) await run((client) => label(client, unit.sscc, 'print'));
    });
  return (
    <Dialog
      actions={
        <>
          <Button disabled={!formState.isValid || busy} size="floor" onPress={() => void close(false)()}>
            {t('floorScreen.close.only')}
          </Button>
          <Button busy={busy} disabled={!formState.isValid} form="close-unit" size="floor" type="submit" variant="primary">
            {t('floorScreen.close.print')}
          </Button>
        </>
      }
      open
      title={t('floorScreen.close', { kind: unit.kind })}
      onClose={onClose}
    >
      <form id="close-unit" onSubmit={(event) => void close(true)(event)}>
        <Stack gap={4}>
          <p>
            <strong>
              <SsccText sscc={unit.sscc} />
            </strong>{' '}
            · {t('floorScreen.unit.holds', { eaches: unit.eaches, cartons: unit.cartons })}
          </p>
          <Controller
            control={control}
            name="kilograms"
            render={({ field: { value, onChange } }) => (
              <NumberField
                after="kg"
                digits={1}
                hint={t('floorScreen.close.hint')}
                label={t(carton ? 'floorScreen.close.cartonWeight' : 'floorScreen.close.weight')}
                max={10_000}
                min={0}
                optional
                value={value}
                onChange={onChange}
              />
            )}
          />
          <Controller
            control={control}
            name="millimetres"
            render={({ field: { value, onChange } }) => (
              <NumberField
                after="mm"
                label={t(carton ? 'floorScreen.close.cartonHeight' : 'floorScreen.close.height')}
                max={10_000}
                min={0}
                optional
                value={value}
                onChange={onChange}
              />
            )}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

import { zodResolver } from '@hookform/resolvers/zod';
import { Weight } from 'lucide-react';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { UnitView } from '../../../shared/contracts/views.ts';
import type { MeasureSystem } from '../../../shared/lib/mass.ts';
import { lengthIn, shownIn, storedFrom, weightIn } from '../../../shared/lib/measures.ts';
import { useScale } from '../../app/scale.ts';
import { ScaleWords } from '../../app/scale-now.tsx';
import { useCommand } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { ChoiceBar } from '../../ui/fields/choice-bar.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { SsccText } from './sscc-text.tsx';
import { useLabel } from './use-label.ts';

/** NaN is an empty field: there was no scale. */
const measure = (most: number) => z.union([z.nan(), z.number().min(0).max(most)]);
const MOST_GRAMS = 10_000_000;
const MOST_MM = 10_000;
const closing = z.object({ grams: measure(MOST_GRAMS), millimetres: measure(MOST_MM) });

const SYSTEMS = ['imperial', 'metric'] as const;

const known = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value));

/** Closes the pallet or carton in hand with what the scale and the tape say, and prints its label. */
export function CloseUnit({ unit, onClose }: { readonly unit: UnitView; readonly onClose: () => void }) {
  const { t, system: usual } = useText();
  const { run, busy } = useCommand();
  const label = useLabel();
  const scale = useScale();
  const [system, setSystem] = useState<MeasureSystem>(usual);
  const { control, handleSubmit, formState, setValue } = useForm({ defaultValues: { grams: Number.NaN, millimetres: Number.NaN }, mode: 'onChange', resolver: zodResolver(closing) });
  const carton = unit.kind === 'carton';
  const [weight, height] = [weightIn[system], lengthIn[system]];
  const close = (print: boolean) =>
    handleSubmit(async ({ grams, millimetres }) => {
      const done = await run((client) => client.units.close({ sscc: unit.sscc, weightGrams: known(grams), heightMm: known(millimetres) }));
      if (!done) return;
      onClose();
      if (print) await run((client) => label(client, unit.sscc, 'print'));
    });
  // A weight that still moves, or none at all, is nothing to take.
  const taken = scale.kind === 'weight' && scale.stable && scale.grams > 0 ? scale.grams : null;
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
          <ChoiceBar label={t('floorScreen.close.unit')} options={SYSTEMS.map((id) => ({ id, label: `${weightIn[id].unit}, ${lengthIn[id].unit}` }))} value={system} onChange={setSystem} />
          {scale.kind !== 'none' && (
            <Stack gap={3} row wrap>
              <Button
                disabled={taken === null}
                icon={Weight}
                size="floor"
                onPress={() => {
                  if (taken !== null) setValue('grams', taken, { shouldValidate: true });
                }}
              >
                {t('devices.scale.take')}
              </Button>
              <span aria-live="polite">
                <ScaleWords system={system} view={scale} />
              </span>
            </Stack>
          )}
          <Controller
            control={control}
            name="grams"
            render={({ field: { value, onChange } }) => (
              <NumberField
                after={weight.unit}
                digits={weight.digits}
                hint={t('floorScreen.close.hint')}
                key={system}
                label={t(carton ? 'floorScreen.close.cartonWeight' : 'floorScreen.close.weight')}
                max={shownIn(weight, MOST_GRAMS)}
                min={0}
                optional
                value={shownIn(weight, value)}
                onChange={(shown) => onChange(storedFrom(weight, shown))}
              />
            )}
          />
          <Controller
            control={control}
            name="millimetres"
            render={({ field: { value, onChange } }) => (
              <NumberField
                after={height.unit}
                digits={height.digits}
                key={system}
                label={t(carton ? 'floorScreen.close.cartonHeight' : 'floorScreen.close.height')}
                max={shownIn(height, MOST_MM)}
                min={0}
                optional
                value={shownIn(height, value)}
                onChange={(shown) => onChange(storedFrom(height, shown))}
              />
            )}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

import { useMemo } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { MINUTE, parseZone, timeIn } from '../../../shared/lib/time.ts';
import { ComboField } from '../../ui/fields/combo-field.tsx';
import { RadioGroup } from '../../ui/fields/radio-group.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { useNow } from '../../ui/now.tsx';
import { uses, zones, type Answers } from './answers.ts';

export function SiteQuestion() {
  const { t } = useText();
  const { control } = useFormContext<Answers>();
  const options = useMemo(() => zones().map((id) => ({ id, label: id.replaceAll('_', ' ') })), []);
  const zone = parseZone(useWatch({ control, name: 'zone' }));
  const now = useNow(MINUTE);
  return (
    <Stack gap={6}>
      <NameField error={t('setup.site.name.error')} hint={t('setup.site.name.hint')} label={t('setup.site.name')} longest={80} name="siteName" />
      <Controller
        control={control}
        name="zone"
        render={({ field: { value, onChange }, fieldState }) => (
          <ComboField
            error={fieldState.error?.message}
            hint={zone === undefined ? undefined : t('setup.site.zone.hint', { time: timeIn(zone, now) })}
            label={t('setup.site.zone')}
            options={options}
            value={value}
            onChange={onChange}
          />
        )}
        rules={{ validate: (value) => parseZone(value) !== undefined || t('setup.site.zone.error') }}
      />
    </Stack>
  );
}

export function StationQuestion() {
  const { t } = useText();
  const { control } = useFormContext<Answers>();
  return (
    <Stack gap={6}>
      <NameField error={t('setup.station.name.error')} hint={t('setup.station.name.hint')} label={t('setup.station.name')} longest={40} name="stationName" />
      <Controller
        control={control}
        name="stationUse"
        render={({ field: { value, onChange } }) => (
          <RadioGroup
            label={t('setup.station.use')}
            look="cards"
            options={uses.map((id) => ({ id, label: t(`setup.station.${id}`), description: t(`setup.station.${id}.text`) }))}
            value={value}
            onChange={onChange}
          />
        )}
      />
    </Stack>
  );
}

export function PersonQuestion() {
  const { t } = useText();
  const { control, getValues, trigger } = useFormContext<Answers>();
  return (
    <Stack gap={6}>
      <NameField error={t('setup.person.name.error')} label={t('setup.person.name')} longest={80} name="supervisorName" />
      <div className="setup__pins">
        <Controller
          control={control}
          name="pin"
          render={({ field: { value, onChange, ref }, fieldState }) => (
            <TextField
              error={fieldState.error?.message}
              hint={t('setup.person.pin.hint')}
              inputRef={ref}
              label={t('setup.person.pin')}
              maxLength={8}
              type="password"
              value={value}
              onChange={(pin) => {
                onChange(pin);
                if (fieldState.invalid) void trigger('pin');
              }}
            />
          )}
          rules={{ validate: (pin) => /^\d{4,8}$/.test(pin) || t('setup.person.pin.error') }}
        />
        <Controller
          control={control}
          name="pinAgain"
          render={({ field: { value, onChange, ref }, fieldState }) => (
            <TextField
              error={fieldState.error?.message}
              inputRef={ref}
              label={t('setup.person.pinAgain')}
              maxLength={8}
              type="password"
              value={value}
              onChange={(again) => {
                onChange(again);
                if (fieldState.invalid) void trigger('pinAgain');
              }}
            />
          )}
          rules={{ validate: (again) => again === getValues('pin') || t('setup.person.pinAgain.error') }}
        />
      </div>
    </Stack>
  );
}

interface NameFieldProps {
  readonly name: 'siteName' | 'stationName' | 'supervisorName';
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error: string;
  readonly longest: number;
}

function NameField({ name, label, hint, error, longest }: NameFieldProps) {
  const { control, trigger } = useFormContext<Answers>();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, ref }, fieldState }) => (
        <TextField
          autoFocus
          error={fieldState.error?.message}
          hint={hint}
          inputRef={ref}
          label={label}
          maxLength={longest}
          value={value}
          onChange={(text) => {
            onChange(text);
            // What was wrong is right as soon as it is, not at the next press.
            if (fieldState.invalid) void trigger(name);
          }}
        />
      )}
      rules={{ validate: (value) => (value.trim() !== '' && value.trim().length <= longest) || error }}
    />
  );
}

import { Controller, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form';
import { shownIn, storedFrom } from '../../../shared/lib/measures.ts';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { TextField, type TextFieldProps } from '../../ui/fields/text-field.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { typedTime } from './moment-fields.ts';

interface FigureProps<Values extends FieldValues> {
  readonly control: Control<Values>;
  readonly name: FieldPathByValue<Values, number>;
  readonly label: string;
  readonly disabled?: boolean | undefined;
  /** Store units in one shown unit; 1 for counts. */
  readonly size?: number | undefined;
  readonly digits?: number | undefined;
  readonly unit?: string | undefined;
}

/** A number that the store keeps as a whole number of its own unit: shown in another, kept in that. */
export function Figure<Values extends FieldValues>({ control, name, label, disabled, size = 1, digits = 0, unit }: FigureProps<Values>) {
  const { t } = useText();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange }, fieldState }) => (
        <NumberField after={unit} digits={digits} disabled={disabled} error={fieldState.error?.message} label={label} min={0} value={shownIn({ size, digits }, value)} onChange={(shown) => onChange(storedFrom({ size }, shown))} />
      )}
      rules={{ validate: (value) => (Number.isFinite(value) && value >= 0) || t(digits > 0 ? 'shippingScreen.field.amount' : 'shippingScreen.field.number') }}
    />
  );
}

interface TypedProps<Values extends FieldValues> extends Pick<TextFieldProps, 'label' | 'hint' | 'type' | 'code' | 'disabled' | 'optional' | 'maxLength' | 'autoFocus' | 'placeholder'> {
  readonly control: Control<Values>;
  readonly name: FieldPathByValue<Values, string>;
  /** The fault in words, or undefined. */
  readonly check?: ((value: string, values: Values) => string | undefined) | undefined;
}

export function Typed<Values extends FieldValues>({ control, name, check, ...look }: TypedProps<Values>) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, onBlur, ref }, fieldState }) => <TextField {...look} error={fieldState.error?.message} inputRef={ref} value={value} onBlur={onBlur} onChange={onChange} />}
      rules={{ validate: (value: string, values: Values) => check?.(value, values) ?? true }}
    />
  );
}

/** What is wrong with a typed time of day; `needed` where its day is there. 24 hours: a dock has no am and pm. */
export function timeFault({ t }: Words, time: string, needed: boolean): string | undefined {
  if (time.trim() === '') return needed ? t('shippingScreen.field.time') : undefined;
  return typedTime(time) === undefined ? t('shippingScreen.field.time') : undefined;
}

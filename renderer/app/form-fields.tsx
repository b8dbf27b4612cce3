import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { shownIn, storedFrom, type Measure } from '../../shared/lib/measures.ts';
import type { Choice } from '../ui/fields/choice-list.tsx';
import { ComboField } from '../ui/fields/combo-field.tsx';
import type { FieldWords } from '../ui/fields/field-words.tsx';
import { NumberField, type NumberFieldProps } from '../ui/fields/number-field.tsx';
import { RadioGroup } from '../ui/fields/radio-group.tsx';
import { SelectField } from '../ui/fields/select-field.tsx';
import { SwitchField } from '../ui/fields/switch-field.tsx';
import { TextField, type TextFieldProps } from '../ui/fields/text-field.tsx';

/* The fields of renderer/ui bound to a react-hook-form. `error` is shown while the form's schema refuses the value. */

interface Bound<Values extends FieldValues, Output> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: FieldPath<Values>;
}

/** Without a schema behind the form: the field may not stay empty. */
interface Needed {
  readonly required?: boolean | undefined;
}

export function FormText<Values extends FieldValues, Output>({ control, name, error, required = false, ...look }: Bound<Values, Output> & Needed & Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur' | 'inputRef' | 'name'>) {
  const { field, fieldState } = useController({ control, name, rules: { validate: (text: unknown) => !required || (typeof text === 'string' && text.trim() !== '') } });
  const value: unknown = field.value;
  return <TextField {...look} error={fieldState.invalid ? error : undefined} inputRef={field.ref} name={name} value={typeof value === 'string' ? value : ''} onBlur={field.onBlur} onChange={field.onChange} />;
}

export function FormNumber<Values extends FieldValues, Output>({ control, name, error, ...look }: Bound<Values, Output> & Omit<NumberFieldProps, 'value' | 'onChange' | 'name'>) {
  const { field, fieldState } = useController({ control, name });
  const value: unknown = field.value;
  return <NumberField {...look} error={fieldState.invalid ? error : undefined} value={typeof value === 'number' ? value : Number.NaN} onChange={field.onChange} />;
}

/** A weight or length that is typed in the site's unit and kept as the store has it. `min` and `max` are in the unit that is typed. */
export function FormMeasure<Values extends FieldValues, Output>({ control, name, error, measure, ...look }: Bound<Values, Output> & Omit<NumberFieldProps, 'value' | 'onChange' | 'name' | 'digits' | 'after'> & { readonly measure: Measure }) {
  const { field, fieldState } = useController({ control, name });
  const value: unknown = field.value;
  return (
    <NumberField
      {...look}
      after={measure.unit}
      digits={measure.digits}
      error={fieldState.invalid ? error : undefined}
      value={typeof value === 'number' ? shownIn(measure, value) : Number.NaN}
      onChange={(shown) => field.onChange(storedFrom(measure, shown))}
    />
  );
}

export interface FormChoiceProps extends FieldWords {
  readonly options: readonly Choice[];
  readonly look?: 'select' | 'combo' | 'list' | 'cards' | undefined;
}

/** One of several, by the look that fits their number. */
export function FormChoice<Values extends FieldValues, Output>({ control, name, error, look = 'select', ...words }: Bound<Values, Output> & FormChoiceProps) {
  const { field, fieldState } = useController({ control, name });
  const value: unknown = field.value;
  const bound = { ...words, error: fieldState.invalid ? error : undefined, value: typeof value === 'string' ? value : null, onChange: field.onChange };
  if (look === 'combo') return <ComboField {...bound} />;
  if (look === 'select') return <SelectField {...bound} />;
  return <RadioGroup {...bound} look={look} />;
}

export function FormSwitch<Values extends FieldValues, Output>({ control, name, label, hint, disabled }: Bound<Values, Output> & Pick<FieldWords, 'label' | 'hint' | 'disabled'>) {
  const { field } = useController({ control, name });
  return <SwitchField checked={Boolean(field.value)} disabled={disabled} hint={hint} label={label} onChange={field.onChange} />;
}

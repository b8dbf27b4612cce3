import { Minus, Plus } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { classes, defined } from '../defined.ts';
import { FieldLabel, FieldNotes, type FieldWords } from './field-words.tsx';

export interface NumberFieldProps extends FieldWords {
  /** NaN shows an empty field. */
  readonly value: number;
  /** Told when the number is settled: by Enter, by leaving the field or by a step. NaN when it was emptied. */
  readonly onChange: (value: number) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  /** Decimals kept and shown; none unless told. */
  readonly digits?: number | undefined;
  /** Unit beside the number: "kg", "h". */
  readonly after?: string | undefined;
  readonly name?: string | undefined;
}

/** Any number in a form or in settings. For counted goods use QuantityField. */
export function NumberField({ label, hint, error, optional, disabled = false, value, onChange, min, max, step, digits = 0, after, name }: NumberFieldProps) {
  return (
    <AriaNumberField
      className="field"
      formatOptions={{ maximumFractionDigits: digits }}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      value={value}
      onChange={onChange}
      {...defined({ minValue: min, maxValue: max, step, name })}
    >
      <FieldLabel label={label} optional={optional} />
      <Group className={classes('field__box', error !== undefined && 'field__box--bad', disabled && 'field__box--off')}>
        <Input className="field__input" />
        {after && <span className="field__side">{after}</span>}
        <AriaButton className="field__button" slot="decrement">
          <Minus aria-hidden size={20} />
        </AriaButton>
        <AriaButton className="field__button" slot="increment">
          <Plus aria-hidden size={20} />
        </AriaButton>
      </Group>
      <FieldNotes error={error} hint={hint} />
    </AriaNumberField>
  );
}

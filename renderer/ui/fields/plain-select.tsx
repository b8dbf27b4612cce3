import { useId } from 'react';
import { classes } from '../defined.ts';
import type { Choice } from './choice-list.tsx';
import './field.css';

export interface PlainSelectProps<Id extends string> {
  readonly label: string;
  readonly options: readonly Choice<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly disabled?: boolean | undefined;
}

/** The browser's own select in our dress: for lists of thousands of rows, where a SelectField in each would be too dear. */
export function PlainSelect<Id extends string>({ label, options, value, onChange, disabled = false }: PlainSelectProps<Id>) {
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <span className={classes('field__box', disabled && 'field__box--off')}>
        <select
          className="field__input field__select"
          disabled={disabled}
          id={id}
          value={value}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.id === target.value);
            if (chosen) onChange(chosen.id);
          }}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.description ? `${option.label} (${option.description})` : option.label}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}

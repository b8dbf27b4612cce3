import type { Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { classes, defined } from '../defined.ts';
import { FieldLabel, FieldNotes, type FieldWords } from './field-words.tsx';

export interface TextFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly type?: 'text' | 'password' | 'email' | 'url' | 'tel' | 'date' | 'time' | 'datetime-local' | undefined;
  readonly placeholder?: string | undefined;
  /** Codes: mono type, no spelling help. */
  readonly code?: boolean | undefined;
  /** Lines of a long text. */
  readonly lines?: number | undefined;
  /** Fixed words beside the value, such as a unit. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly name?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  /** For react-hook-form, which moves the focus to what is wrong. */
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional = false, disabled = false, value, onChange, code = false, lines, before, after, inputRef } = props;
  const inputClass = classes('field__input', code && 'field__input--mono', lines !== undefined && 'field__input--area');
  return (
    <AriaTextField
      className="field"
      isDisabled={disabled}
      isInvalid={error !== undefined}
      isRequired={!optional}
      validationBehavior="aria"
      value={value}
      onChange={onChange}
      {...defined({
        onBlur: props.onBlur,
        type: props.type,
        maxLength: props.maxLength,
        name: props.name,
        autoFocus: props.autoFocus,
        isReadOnly: props.readOnly,
      })}
    >
      <FieldLabel label={label} optional={optional} />
      <span className={classes('field__box', error !== undefined && 'field__box--bad', disabled && 'field__box--off')}>
        {before && <span className="field__side field__side--start">{before}</span>}
        {lines === undefined ? (
          <Input
            autoComplete="off"
            className={inputClass}
            {...defined({ placeholder: props.placeholder, ref: inputRef, spellCheck: code ? false : undefined })}
          />
        ) : (
          <TextArea className={inputClass} rows={lines} {...defined({ placeholder: props.placeholder })} />
        )}
        {after && <span className="field__side">{after}</span>}
      </span>
      <FieldNotes error={error} hint={hint} />
    </AriaTextField>
  );
}

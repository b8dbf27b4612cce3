import { RadioButton, RadioField, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { classes, defined } from '../defined.ts';
import type { Choice } from './choice-list.tsx';
import { FieldLabel, FieldNotes, type FieldWords } from './field-words.tsx';

export interface RadioGroupProps<Id extends string> extends FieldWords {
  readonly options: readonly Choice<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  /** Cards are bigger targets: for reasons tapped with gloves and for first choices. */
  readonly look?: 'list' | 'cards' | undefined;
}

export function RadioGroup<Id extends string>({ label, hint, error, optional, disabled, options, value, onChange, look = 'list' }: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      className="radio-group"
      isInvalid={error !== undefined}
      validationBehavior="aria"
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
      {...defined({ isDisabled: disabled })}
    >
      <FieldLabel label={label} optional={optional} />
      <div className={classes('radio-group__options', look === 'cards' && 'radio-group__options--cards')}>
        {options.map(({ id, label: words, description }) => (
          <RadioField key={id} value={id}>
            <RadioButton className="tick">
            <span aria-hidden className="tick__box tick__box--round" />
            <span className="tick__words">
              <span>{words}</span>
              {description && <span className="tick__hint">{description}</span>}
            </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldNotes error={error} hint={hint} />
    </AriaRadioGroup>
  );
}

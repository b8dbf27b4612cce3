import { ChevronDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { classes, defined } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { ChoiceList, type Choice } from './choice-list.tsx';
import { FieldLabel, FieldNotes, type FieldWords } from './field-words.tsx';

export interface SelectFieldProps<Id extends string> extends FieldWords {
  readonly options: readonly Choice<Id>[];
  /** Null: nothing chosen yet. */
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string | undefined;
}

/** One of a few known options. For many, or for typing, use ComboField. */
export function SelectField<Id extends string>({ label, hint, error, optional, disabled, options, value, onChange, placeholder }: SelectFieldProps<Id>) {
  const { t } = useText();
  return (
    <Select
      className="field"
      isInvalid={error !== undefined}
      placeholder={placeholder ?? t('common.field.choose')}
      validationBehavior="aria"
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
      {...defined({ isDisabled: disabled })}
    >
      <FieldLabel label={label} optional={optional} />
      <AriaButton className={classes('choice__button', error !== undefined && 'choice__button--bad')}>
        <SelectValue className="choice__value" />
        <ChevronDown aria-hidden size={20} />
      </AriaButton>
      <FieldNotes error={error} hint={hint} />
      <Popover className="popover choice__popover" offset={4}>
        <ChoiceList empty={t('common.field.noOptions')} options={options} />
      </Popover>
    </Select>
  );
}

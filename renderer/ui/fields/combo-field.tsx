import { ChevronDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Popover } from 'react-aria-components/Popover';
import { classes, defined } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { ChoiceList, type Choice } from './choice-list.tsx';
import { FieldLabel, FieldNotes, type FieldWords } from './field-words.tsx';

export interface ComboFieldProps<Id extends string> extends FieldWords {
  readonly options: readonly Choice<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  /** Told what is typed, to search elsewhere than in `options`. */
  readonly onType?: ((text: string) => void) | undefined;
  readonly placeholder?: string | undefined;
}

/** One of many options, found by typing part of its name. */
export function ComboField<Id extends string>({ label, hint, error, optional, disabled = false, options, value, onChange, onType, placeholder }: ComboFieldProps<Id>) {
  const { t } = useText();
  return (
    <ComboBox
      allowsEmptyCollection
      className="field"
      isDisabled={disabled}
      isInvalid={error !== undefined}
      menuTrigger="focus"
      validationBehavior="aria"
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
      {...defined({ onInputChange: onType })}
    >
      <FieldLabel label={label} optional={optional} />
      <Group className={classes('field__box', error !== undefined && 'field__box--bad', disabled && 'field__box--off')}>
        <Input className="field__input" {...defined({ placeholder })} />
        <AriaButton className="field__button">
          <ChevronDown aria-hidden size={20} />
        </AriaButton>
      </Group>
      <FieldNotes error={error} hint={hint} />
      <Popover className="popover choice__popover" offset={4}>
        <ChoiceList empty={t('common.field.noMatch')} options={options} />
      </Popover>
    </ComboBox>
  );
}

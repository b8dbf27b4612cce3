import { Check } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Text as AriaText } from 'react-aria-components/Text';
import '../actions/button.css';
import './field.css';

export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** A second, quieter line. */
  readonly description?: string | undefined;
}

/** The list that a select or combo box opens. */
export function ChoiceList<Id extends string>({ options, empty }: { options: readonly Choice<Id>[]; empty: string }) {
  return (
    <ListBox className="choice__list" renderEmptyState={() => <div className="choice__empty">{empty}</div>}>
      {options.map(({ id, label, description }) => (
        <ListBoxItem className="choice__item" id={id} key={id} textValue={label}>
          {({ isSelected }) => (
            <>
              {isSelected && <Check aria-hidden className="choice__tick" size={20} />}
              <AriaText slot="label">{label}</AriaText>
              {description && <AriaText slot="description">{description}</AriaText>}
            </>
          )}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

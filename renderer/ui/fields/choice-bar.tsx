import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useText } from '../i18n.tsx';
import './field.css';

export interface BarChoice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number | undefined;
}

export interface ChoiceBarProps<Id extends string> {
  /** Its name; not drawn. */
  readonly label: string;
  readonly options: readonly BarChoice<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** One of a few views of the same thing, all in sight: filters above a table, a period. */
export function ChoiceBar<Id extends string>({ label, options, value, onChange }: ChoiceBarProps<Id>) {
  const { format } = useText();
  return (
    <ToggleButtonGroup
      disallowEmptySelection
      aria-label={label}
      className="choice-bar"
      selectedKeys={[value]}
      selectionMode="single"
      onSelectionChange={(keys) => {
        const chosen = options.find(({ id }) => keys.has(id));
        if (chosen) onChange(chosen.id);
      }}
    >
      {options.map(({ id, label: words, count }) => (
        <ToggleButton className="choice-bar__option" id={id} key={id}>
          {words}
          {count !== undefined && <span className="choice-bar__count">{format.number(count)}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

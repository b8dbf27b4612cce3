import { Search, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import type { Ref } from 'react';
import { defined } from '../defined.ts';
import { KeyHint } from '../text/key-hint.tsx';
import './field.css';

export interface SearchFieldProps {
  /** Its name; not drawn, the placeholder and the glass say it to the eye. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: ((value: string) => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** Filters or finds while typing; Escape empties it. */
export function SearchField({ label, value, onChange, onSubmit, placeholder, keys, autoFocus, inputRef }: SearchFieldProps) {
  return (
    <AriaSearchField aria-label={label} className="field" value={value} onChange={onChange} {...defined({ onSubmit, autoFocus })}>
      <Group className="field__box">
        <span className="field__side field__side--start">
          <Search aria-hidden size={20} />
        </span>
        <Input className="field__input" {...defined({ placeholder, ref: inputRef })} />
        {value === '' && keys && (
          <span className="field__side">
            <KeyHint keys={keys} />
          </span>
        )}
        {value !== '' && (
          <AriaButton className="field__button">
            <X aria-hidden size={20} />
          </AriaButton>
        )}
      </Group>
    </AriaSearchField>
  );
}

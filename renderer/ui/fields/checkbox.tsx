import { Check, Minus } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { defined } from '../defined.ts';
import './field.css';

export interface CheckboxProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Some of what it stands for is checked. */
  readonly mixed?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export function Checkbox({ label, hint, checked, onChange, mixed = false, disabled }: CheckboxProps) {
  return (
    <CheckboxField isIndeterminate={mixed} isSelected={checked} onChange={onChange} {...defined({ isDisabled: disabled })}>
      <CheckboxButton className="tick">
      <span aria-hidden className="tick__box">
        {mixed ? <Minus size={18} strokeWidth={3} /> : checked && <Check size={18} strokeWidth={3} />}
      </span>
      <span className="tick__words">
        <span>{label}</span>
        {hint && <span className="tick__hint">{hint}</span>}
      </span>
      </CheckboxButton>
    </CheckboxField>
  );
}

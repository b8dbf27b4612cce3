import { SwitchButton, SwitchField as AriaSwitchField } from 'react-aria-components/Switch';
import { defined } from '../defined.ts';
import './field.css';

export interface SwitchFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
}

/** A setting that takes effect at once. For a choice that is sent later use Checkbox. */
export function SwitchField({ label, hint, checked, onChange, disabled }: SwitchFieldProps) {
  return (
    <AriaSwitchField isSelected={checked} onChange={onChange} {...defined({ isDisabled: disabled })}>
      <SwitchButton className="tick">
      <span aria-hidden className="tick__track" />
      <span className="tick__words">
        <span>{label}</span>
        {hint && <span className="tick__hint">{hint}</span>}
      </span>
      </SwitchButton>
    </AriaSwitchField>
  );
}

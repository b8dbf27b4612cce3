import { CircleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { KeyGrid } from './key-grid.tsx';

export interface PinPadProps {
  /** Whose PIN: "PIN for Maria Lopez". */
  readonly label: string;
  /** The digits, when the person says they are all there. The pad empties itself. */
  readonly onSubmit: (pin: string) => void;
  /** Wrong PIN, tries left, locked until when. */
  readonly error?: string | undefined;
  readonly busy?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

const SHORTEST = 4;
const LONGEST = 8;

export function PinPad({ label, onSubmit, error, busy = false, disabled = false, autoFocus = false }: PinPadProps) {
  const { t } = useText();
  const id = useId();
  const [pin, setPin] = useState('');
  const type = (digits: string): void => setPin(digits.replace(/\D/g, '').slice(0, LONGEST));
  const submit = (): void => {
    if (pin.length < SHORTEST || busy) return;
    onSubmit(pin);
    setPin('');
  };
  return (
    <form
      className="pad"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className="pad__label" htmlFor={id}>
        {label}
      </label>
      <input
        aria-describedby={`${id}-error`}
        aria-invalid={error !== undefined}
        autoComplete="off"
        autoFocus={autoFocus}
        className={classes('pad__display', 'pad__display--pin', error !== undefined && 'pad__display--bad')}
        disabled={disabled}
        id={id}
        inputMode="none"
        type="password"
        value={pin}
        onChange={(event) => type(event.target.value)}
      />
      <div id={`${id}-error`}>
        {error && (
          <div className="field__error" role="alert">
            <CircleAlert aria-hidden size={16} />
            <span>{error}</span>
          </div>
        )}
      </div>
      <KeyGrid
        disabled={disabled || busy}
        goDisabled={pin.length < SHORTEST}
        goLabel={t('common.pad.signIn')}
        onDigit={(digit) => type(pin + digit)}
        onErase={() => setPin(pin.slice(0, -1))}
        onGo={submit}
      />
    </form>
  );
}

import { useId, useState } from 'react';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { unitText, type CountUnit } from '../text/amounts.tsx';
import { KeyGrid } from './key-grid.tsx';

export interface KeypadProps {
  /** What is counted: "Cases picked at A-01-02". */
  readonly label: string;
  readonly unit: CountUnit;
  /** The ordered or expected quantity, shown beside what is keyed. */
  readonly ordered?: number | undefined;
  readonly max?: number | undefined;
  readonly doneLabel: string;
  readonly onDone: (quantity: number) => void;
  readonly autoFocus?: boolean | undefined;
}

/** A quantity by hand, for the exception that cannot be scanned. */
export function Keypad({ label, unit, ordered, max = 999_999, doneLabel, onDone, autoFocus = false }: KeypadProps) {
  const words = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const quantity = Number(typed);
  const tooMany = quantity > max;
  const ready = typed !== '' && !tooMany;
  const type = (digits: string): void => setTyped(digits.replace(/\D/g, '').replace(/^0+(?=\d)/, '').slice(0, 6));
  const done = (): void => {
    if (ready) onDone(quantity);
  };
  return (
    <form
      className="pad"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <label className="pad__label" htmlFor={id}>
        {label}
      </label>
      <div className="pad__quantity">
        <input
          aria-describedby={`${id}-note`}
          aria-invalid={tooMany}
          autoComplete="off"
          autoFocus={autoFocus}
          className={classes('pad__display', tooMany && 'pad__display--bad')}
          id={id}
          inputMode="none"
          placeholder="0"
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
        <span className="pad__of">
          {ordered !== undefined && <div>{words.t('common.task.of', { count: ordered })}</div>}
          <div>{unitText(words, ordered ?? quantity, unit)}</div>
        </span>
      </div>
      <div className="field__error" id={`${id}-note`}>
        {tooMany && words.t('common.pad.atMost', { count: max })}
      </div>
      <KeyGrid
        goDisabled={!ready}
        goLabel={doneLabel}
        onDigit={(digit) => type(typed + digit)}
        onErase={() => setTyped(typed.slice(0, -1))}
        onGo={done}
      />
    </form>
  );
}

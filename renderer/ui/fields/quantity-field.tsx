import { Check, CircleAlert, Minus, Plus } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { quantityText, unitText, type CountUnit } from '../text/amounts.tsx';
import './field.css';

export interface QuantityFieldProps {
  readonly label: string;
  /** Hides the label from the eye, where a table's header already says it. */
  readonly labelHidden?: boolean | undefined;
  /** Counted in `unit`. */
  readonly value: number;
  /** Told at every key and step, so that consequences can follow at once. Always a whole number within the limits. */
  readonly onChange: (value: number) => void;
  readonly unit: CountUnit;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** What was ordered, in `unit`; shown beside the value. */
  readonly ordered?: number | undefined;
  /** What the system advises, in `unit`; marked, and taken over by one tap. */
  readonly advised?: number | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
}

const LARGE_STEP = 10;

/** A count of goods: whole numbers, big figures, 48 px steps, its unit always beside it. Arrows step, Page keys step by ten. */
export function QuantityField(props: QuantityFieldProps) {
  const { label, labelHidden = false, value, onChange, unit, min = 0, max = Number.MAX_SAFE_INTEGER, ordered, advised, hint, error, disabled = false } = props;
  const words = useText();
  const { t, format } = words;
  const id = useId();
  /** What is being typed and may not be a number yet. */
  const [typed, setTyped] = useState<string>();

  const set = (next: number): void => {
    setTyped(undefined);
    const within = Math.min(max, Math.max(min, next));
    if (within !== value) onChange(within);
  };
  const type = (text: string): void => {
    const digits = text.replace(/\D/g, '').slice(0, 9);
    setTyped(digits);
    if (digits === '') return;
    const number = Number(digits);
    if (number >= min && number <= max && number !== value) onChange(number);
  };
  const settle = (): void => {
    if (typed !== undefined) set(typed === '' ? value : Number(typed));
  };
  const steps: Readonly<Record<string, () => void>> = {
    ArrowUp: () => set(value + 1),
    ArrowDown: () => set(value - 1),
    PageUp: () => set(value + LARGE_STEP),
    PageDown: () => set(value - LARGE_STEP),
    Enter: settle,
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };

  const facts: ReactNode[] = [];
  if (unit.kind === 'cases') facts.push(<span key="eaches">{t('common.quantity.inEaches', { count: value * unit.size })}</span>);
  if (ordered !== undefined) facts.push(<span key="ordered">{t('common.quantity.ordered', { count: ordered })}</span>);

  return (
    <div aria-labelledby={`${id}-label`} className="quantity" role="group">
      <span className={labelHidden ? 'visually-hidden' : 'field__label'} id={`${id}-label`}>
        {label}
      </span>
      <div className="quantity__row">
        <span className={classes('quantity__box', error !== undefined && 'quantity__box--bad')}>
          <AriaButton
            aria-label={t('common.quantity.less', { label })}
            className="quantity__step"
            excludeFromTabOrder
            isDisabled={disabled || value <= min}
            onPress={() => set(value - 1)}
          >
            <Minus aria-hidden size={24} />
          </AriaButton>
          <input
            aria-describedby={`${id}-notes`}
            aria-invalid={error !== undefined}
            aria-labelledby={`${id}-label`}
            aria-valuemax={max}
            aria-valuemin={min}
            aria-valuenow={value}
            aria-valuetext={quantityText(words, value, unit)}
            autoComplete="off"
            className="quantity__input"
            disabled={disabled}
            inputMode="numeric"
            role="spinbutton"
            value={typed ?? format.number(value)}
            onBlur={settle}
            onChange={(event) => type(event.target.value)}
            onFocus={(event) => event.target.select()}
            onKeyDown={onKeyDown}
          />
          <AriaButton
            aria-label={t('common.quantity.more', { label })}
            className="quantity__step"
            excludeFromTabOrder
            isDisabled={disabled || value >= max}
            onPress={() => set(value + 1)}
          >
            <Plus aria-hidden size={24} />
          </AriaButton>
        </span>
        <span className="quantity__unit">{unitText(words, value, unit)}</span>
        {advised !== undefined && (
          <AriaButton
            className={classes('quantity__advice', advised === value && 'quantity__advice--met')}
            isDisabled={disabled || advised === value}
            onPress={() => set(advised)}
          >
            {advised === value && <Check aria-hidden size={16} />}
            {t('common.quantity.advised', { count: advised })}
          </AriaButton>
        )}
      </div>
      <div id={`${id}-notes`}>
        {facts.length > 0 && <div className="quantity__facts">{facts}</div>}
        {hint && <div className="field__hint">{hint}</div>}
        {error && (
          <div className="field__error" role="alert">
            <CircleAlert aria-hidden size={16} />
            <span>{error}</span>
          </div>
        )}
      </div>
    </div>
  );
}

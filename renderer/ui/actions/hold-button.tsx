import type { LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, useState, type CSSProperties } from 'react';
import { Button as AriaButton, type PressEvent } from 'react-aria-components/Button';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { buttonClass, type ButtonSize } from './button.tsx';

export interface HoldButtonProps {
  /** What holding it does: "Depart with 1 pallet short". */
  readonly label: string;
  readonly onConfirm: () => void;
  readonly variant?: 'danger' | 'primary' | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly wide?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Milliseconds to hold; one second unless told. */
  readonly holdFor?: number | undefined;
}

/** A screen reader's click has no length, so it confirms by a second click within this time. */
const SECOND_PRESS_WITHIN = 5_000;

/**
 * For risky acts: pointer, Space or Enter held for a second; letting go earlier does nothing. Assistive technology,
 * which sends clicks without a length, presses twice.
 */
export function HoldButton({ label, onConfirm, variant = 'danger', size, icon: Icon, wide, disabled = false, holdFor = 1_000 }: HoldButtonProps) {
  const { t } = useText();
  const hintId = useId();
  const [phase, setPhase] = useState<'rest' | 'holding' | 'armed'>('rest');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  const rest = (): void => {
    clearTimeout(timer.current);
    setPhase('rest');
  };
  const confirm = (): void => {
    rest();
    onConfirm();
  };
  const start = ({ pointerType }: PressEvent): void => {
    clearTimeout(timer.current);
    if (pointerType === 'virtual') {
      if (phase === 'armed') return confirm();
      setPhase('armed');
      timer.current = setTimeout(rest, SECOND_PRESS_WITHIN);
      return;
    }
    setPhase('holding');
    timer.current = setTimeout(confirm, holdFor);
  };
  const end = ({ pointerType }: PressEvent): void => {
    if (pointerType !== 'virtual') rest();
  };

  const hold: CSSProperties & Record<'--hold', string> = { '--hold': `${holdFor}ms` };
  return (
    <AriaButton
      className={classes(buttonClass({ variant, size, wide }), 'hold-button', `hold-button--${variant}`, phase === 'holding' && 'hold-button--holding')}
      style={hold}
      isDisabled={disabled}
      aria-describedby={hintId}
      onPressStart={start}
      onPressEnd={end}
    >
      <span aria-hidden className="hold-button__fill" />
      {Icon && <Icon aria-hidden size={24} />}
      <span className="hold-button__words">
        <span>{label}</span>
        <span aria-live="polite" className="hold-button__hint" id={hintId}>
          {t(phase === 'armed' ? 'common.hold.again' : 'common.hold.hint')}
        </span>
      </span>
    </AriaButton>
  );
}

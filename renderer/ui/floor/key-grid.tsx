import { Delete } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { defined } from '../defined.ts';
import { useText } from '../i18n.tsx';
import '../fields/field.css';
import './floor.css';

export interface KeyGridProps {
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
  readonly onGo: () => void;
  readonly goLabel: string;
  readonly goDisabled: boolean;
  readonly disabled?: boolean | undefined;
}

/** 1 to 9, erase, 0, go: 72 px keys for gloves. The keyboard's own digits go to the pad's input instead. */
export function KeyGrid({ onDigit, onErase, onGo, goLabel, goDisabled, disabled }: KeyGridProps) {
  const { t } = useText();
  const off = defined({ isDisabled: disabled });
  const digit = (key: string) => (
    <AriaButton className="keys__key" excludeFromTabOrder key={key} preventFocusOnPress onPress={() => onDigit(key)} {...off}>
      {key}
    </AriaButton>
  );
  return (
    <div className="keys">
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(digit)}
      <AriaButton aria-label={t('common.pad.erase')} className="keys__key" excludeFromTabOrder preventFocusOnPress onPress={onErase} {...off}>
        <Delete aria-hidden size={28} />
      </AriaButton>
      {digit('0')}
      <AriaButton className="keys__key keys__key--go" isDisabled={goDisabled || disabled === true} onPress={onGo}>
        {goLabel}
      </AriaButton>
    </div>
  );
}

import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classes, defined } from '../defined.ts';
import { Tooltip } from './tooltip.tsx';
import './button.css';

export interface IconButtonProps {
  readonly icon: LucideIcon;
  /** Its name for screen readers and its tooltip. */
  readonly label: string;
  readonly onPress?: (() => void) | undefined;
  readonly variant?: 'quiet' | 'secondary' | undefined;
  /** Makes it a toggle that is on or off. */
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export function IconButton({ icon: Icon, label, onPress, variant = 'quiet', pressed, disabled }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <AriaButton
        aria-label={label}
        className={classes('icon-button', `icon-button--${variant}`, pressed && 'icon-button--on')}
        {...defined({ onPress, isDisabled: disabled, 'aria-pressed': pressed })}
      >
        <Icon aria-hidden size={20} />
      </AriaButton>
    </Tooltip>
  );
}

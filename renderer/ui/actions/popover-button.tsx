import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button.tsx';

export interface PopoverButtonProps {
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | undefined;
  /** What appears; `close` closes it. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel beside it: filters, why-lists, details. Escape or a press outside closes it. */
export function PopoverButton({ label, icon: Icon, variant, size, placement = 'bottom start', children }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      <AriaButton className={buttonClass({ variant, size, wide: false })}>
        {Icon && <Icon aria-hidden size={20} />}
        <span>{label}</span>
      </AriaButton>
      <Popover className="popover" offset={4} placement={placement}>
        <Dialog aria-label={label} className="popover__body">
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

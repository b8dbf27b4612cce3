import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Link as AriaLink } from 'react-aria-components/Link';
import { classes, defined } from '../defined.ts';
import { KeyHint } from '../text/key-hint.tsx';
import './button.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
/** desk 40 px, floor 64 px; left out, the density decides. */
export type ButtonSize = 'desk' | 'floor';

export interface ButtonLook {
  /** Says what will happen: "Accept 480, reject 120 now". */
  readonly children: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: LucideIcon | undefined;
  /** As wide as its container. */
  readonly wide?: boolean | undefined;
  /** Shown behind the words; the screen binds the keys. */
  readonly keys?: readonly string[] | undefined;
}

export interface ButtonProps extends ButtonLook {
  readonly onPress?: (() => void) | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly disabled?: boolean | undefined;
  /** Work under way: keeps its size and focus, takes no press. */
  readonly busy?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  /** Id of the element that explains it, such as why it is disabled. */
  readonly describedBy?: string | undefined;
  readonly form?: string | undefined;
}

export const buttonClass = ({ variant = 'secondary', size, wide }: Pick<ButtonLook, 'variant' | 'size' | 'wide'>): string =>
  classes('button', `button--${variant}`, size && `button--${size}`, wide && 'button--wide');

export function Button({ children, variant, size, icon: Icon, wide, keys, onPress, type, disabled, busy = false, autoFocus, describedBy, form }: ButtonProps) {
  const Shown = busy ? LoaderCircle : Icon;
  return (
    <AriaButton
      className={buttonClass({ variant, size, wide })}
      // Not React Aria's `isPending`: its announcement names the button by id and outlives it, which axe rightly refuses.
      {...defined({ onPress: busy ? undefined : onPress, type: busy ? 'button' : type, isDisabled: disabled, autoFocus, 'aria-describedby': describedBy, form })}
      {...(busy ? { 'aria-disabled': true } : {})}
    >
      {Shown && <Shown aria-hidden size={20} {...(busy ? { className: 'button__spinner' } : {})} />}
      <span>{children}</span>
      {keys && <KeyHint keys={keys} />}
    </AriaButton>
  );
}

export interface LinkButtonProps extends ButtonLook {
  readonly href: string;
  /** Offers the file to be kept under this name instead of opening it. */
  readonly download?: string | undefined;
}

/** Goes somewhere (or fetches a file), looks like a button. */
export function LinkButton({ children, variant, size, icon: Icon, wide, keys, href, download }: LinkButtonProps) {
  return (
    <AriaLink className={buttonClass({ variant, size, wide })} href={href} {...defined({ download })}>
      {Icon && <Icon aria-hidden size={20} />}
      <span>{children}</span>
      {keys && <KeyHint keys={keys} />}
    </AriaLink>
  );
}

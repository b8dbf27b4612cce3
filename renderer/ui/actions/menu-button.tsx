import { ChevronDown, type LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { classes, defined } from '../defined.ts';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button.tsx';

export interface MenuChoice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export interface MenuButtonProps<Id extends string> {
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  /** Shows the icon alone; the label is then its name. */
  readonly iconOnly?: boolean | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly disabled?: boolean | undefined;
  readonly items: readonly MenuChoice<Id>[];
  readonly onAction: (id: Id) => void;
}

export function MenuButton<Id extends string>({ label, icon: Icon, iconOnly = false, variant, size, disabled, items, onAction }: MenuButtonProps<Id>) {
  return (
    <MenuTrigger>
      <AriaButton className={iconOnly ? 'icon-button' : buttonClass({ variant, size, wide: false })} {...defined({ isDisabled: disabled })} aria-label={label}>
        {Icon && <Icon aria-hidden size={20} />}
        {!iconOnly && (
          <>
            <span>{label}</span>
            <ChevronDown aria-hidden size={16} />
          </>
        )}
      </AriaButton>
      <Popover className="popover" offset={4}>
        <Menu aria-label={label} className="menu">
          {items.map(({ id, label: words, icon: ItemIcon, danger, disabled: off }) => (
            <MenuItem
              className={classes('menu__item', danger && 'menu__item--danger')}
              id={id}
              key={id}
              textValue={words}
              onAction={() => onAction(id)}
              {...defined({ isDisabled: off })}
            >
              {ItemIcon && <ItemIcon aria-hidden size={20} />}
              {words}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

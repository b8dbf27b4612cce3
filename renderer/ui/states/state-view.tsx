import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../defined.ts';
import type { Tone } from '../status/tones.ts';
import '../status/status.css';
import './states.css';

export interface StateViewProps {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly role?: 'alert' | 'status' | undefined;
}

/** The shape that empty, failed, offline and read-only screens share. */
export function StateView({ icon: Icon, tone, title, children, actions, role }: StateViewProps) {
  return (
    <div className="state" {...(role ? { role } : {})}>
      <span className={classes('state__icon', `tone--${tone}`)}>
        <Icon aria-hidden size={32} />
      </span>
      <p className="state__title">{title}</p>
      {children && <div className="state__text">{children}</div>}
      {actions && <div className="state__actions">{actions}</div>}
    </div>
  );
}

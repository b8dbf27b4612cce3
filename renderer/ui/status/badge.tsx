import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../defined.ts';
import type { Tone } from './tones.ts';
import './status.css';

export interface BadgeProps {
  readonly tone?: Exclude<Tone, 'hot'> | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly children: ReactNode;
}

/** A small label for a state or kind. Its words must say everything; the colour only helps. */
export function Badge({ tone = 'neutral', icon: Icon, children }: BadgeProps) {
  return (
    <span className={classes('badge', `tone--${tone}`)}>
      {Icon && <Icon aria-hidden size={16} />}
      {children}
    </span>
  );
}

import { Lock, UserRound } from 'lucide-react';
import { classes } from '../defined.ts';
import './status.css';

export interface ClaimMarkProps {
  /** The whole of it: "Held by Sam Okafor at Dock 3 since 12:40". */
  readonly children: string;
  /** Held at this station: nobody is in the way. */
  readonly here: boolean;
}

/** Who holds a piece of work: a lock where another station does. */
export function ClaimMark({ children, here }: ClaimMarkProps) {
  const Icon = here ? UserRound : Lock;
  return (
    <span className={classes('claim-mark', !here && 'claim-mark--elsewhere')}>
      <Icon aria-hidden size={16} />
      <span>{children}</span>
    </span>
  );
}

import { CircleCheck, CloudOff, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import './status.css';

export type Status = 'onTrack' | 'atRisk' | 'overdue' | 'done' | 'offline' | 'neutral';

const statusIcon: Readonly<Partial<Record<Status, LucideIcon>>> = {
  atRisk: TriangleAlert,
  overdue: OctagonAlert,
  done: CircleCheck,
  offline: CloudOff,
};

export interface StatusMarkProps {
  readonly status: Status;
  /** Words in place of the usual ones; they must still name the state. */
  readonly children?: ReactNode;
}

/** How something stands against its time: shape, words, colour, in that order of trust. On track is plain. */
export function StatusMark({ status, children }: StatusMarkProps) {
  const { t } = useText();
  const Icon = statusIcon[status];
  return (
    <span className={classes('status-mark', `status-mark--${status}`)}>
      {Icon && <Icon aria-hidden size="1.15em" strokeWidth={2.25} />}
      {children ?? t(`common.status.${status}`)}
    </span>
  );
}

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { StateView } from './state-view.tsx';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  /** What there is none of: "No hot orders". */
  readonly title: string;
  /** What will appear here, and how to make it appear. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <StateView actions={action} icon={icon} title={title} tone="neutral">
      {children}
    </StateView>
  );
}

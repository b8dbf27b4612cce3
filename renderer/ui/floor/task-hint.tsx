import { ScanLine } from 'lucide-react';
import type { ReactNode } from 'react';
import './floor.css';

/** In a task's stage before its first scan: how it goes from here. */
export function TaskHint({ children }: { readonly children: ReactNode }) {
  return (
    <p className="task-hint">
      <ScanLine aria-hidden size={88} strokeWidth={1.25} />
      <span>{children}</span>
    </p>
  );
}

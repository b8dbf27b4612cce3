import type { ReactNode } from 'react';
import './text.css';

/** Text for screen readers only: what shape, place or colour says to the eye. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}

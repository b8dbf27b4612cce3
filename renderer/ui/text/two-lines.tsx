import type { ReactNode } from 'react';
import './text.css';

/** A cell's main words over its minor ones, each on one line. */
export function TwoLines({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }) {
  return (
    <span className="two-lines">
      <span className="two-lines__first">{first}</span>
      <span className="two-lines__second">{second}</span>
    </span>
  );
}

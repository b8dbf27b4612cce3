import type { CSSProperties, ReactNode } from 'react';
import './field.css';

/** Fields of a form side by side, as many as fit at `min` pixels each. */
export function FieldGrid({ children, min = 260 }: { readonly children: ReactNode; readonly min?: number | undefined }) {
  const style: CSSProperties & Record<'--field-min', string> = { '--field-min': `${min}px` };
  return (
    <div className="field-grid" style={style}>
      {children}
    </div>
  );
}

import type { CSSProperties, ReactNode } from 'react';
import { classes } from '../defined.ts';
import './layout.css';

export interface StackProps {
  readonly children: ReactNode;
  /** Space between, in steps of 4 px. */
  readonly gap?: 0 | 1 | 2 | 3 | 4 | 6 | 8 | undefined;
  readonly row?: boolean | undefined;
  readonly wrap?: boolean | undefined;
  readonly justify?: 'between' | 'end' | undefined;
  /** Rows are centred across unless they say `start`. */
  readonly align?: 'start' | undefined;
  /** Takes the height that is left, so that a table inside can fill it. */
  readonly fill?: boolean | undefined;
}

/** Things under or beside each other, evenly spaced. */
export function Stack({ children, gap = 4, row = false, wrap = false, justify, align, fill = false }: StackProps) {
  const name = classes(
    'stack',
    `stack--${gap}`,
    row && 'stack--row',
    wrap && 'stack--wrap',
    justify && `stack--${justify}`,
    align && `stack--${align}`,
    fill && 'stack--fill',
  );
  return <div className={name}>{children}</div>;
}

/** Equal tiles, as many side by side as fit at `min` pixels each. */
export function Tiles({ children, min = 280 }: { children: ReactNode; min?: number | undefined }) {
  const style: CSSProperties & Record<'--tile', string> = { '--tile': `${min}px` };
  return (
    <div className="tiles" style={style}>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import { classes } from '../defined.ts';
import './status.css';

export interface BarPart {
  /** Names the colour or pattern in status.css (`bar__part--…`). */
  readonly kind: string;
  readonly value: number;
}

/** The drawn part of all amount bars: pieces side by side, as wide as their share of `total`. Silent; words go beside it. */
export function BarTrack({ parts, total, background = true }: { parts: readonly BarPart[]; total: number; background?: boolean }) {
  return (
    <div aria-hidden className={classes('bar__track', !background && 'bar__track--none')}>
      {parts
        .filter(({ value }) => value > 0)
        .map(({ kind, value }) => (
          <span className={`bar__part bar__part--${kind}`} key={kind} style={{ width: `${(100 * value) / Math.max(1, total)}%` }} />
        ))}
    </div>
  );
}

export function BarLegend({ items }: { items: readonly { readonly kind: string; readonly value: number; readonly words: ReactNode }[] }) {
  return (
    <div className="bar__legend">
      {items.map(({ kind, value, words }) => (
        <span className={classes('bar__legend-item', value === 0 && 'bar__legend-item--none')} key={kind}>
          <span aria-hidden className={`bar__swatch bar__part--${kind} bar__swatch--${kind}`} />
          {words}
        </span>
      ))}
    </div>
  );
}

import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../defined.ts';
import { Text } from '../text/text.tsx';
import './status.css';

export interface StatProps {
  readonly label: string;
  /** The number, written with its unit: "97.4%". */
  readonly value: string;
  /** Against the time before, in words: "1.2 points up on last week". */
  readonly trend?: { readonly direction: 'up' | 'down' | 'level'; readonly words: string; readonly tone: 'good' | 'bad' | 'quiet' } | undefined;
  /** One click behind the number: "468 of 480 units". */
  readonly note?: ReactNode;
  /** Wall boards, read at five metres. */
  readonly wall?: boolean | undefined;
}

const trendIcon = { up: ArrowUp, down: ArrowDown, level: ArrowRight };

export function Stat({ label, value, trend, note, wall = false }: StatProps) {
  const Icon = trend && trendIcon[trend.direction];
  return (
    <div className={classes('stat', wall && 'stat--wall')}>
      <span className="stat__label">{label}</span>
      <span className="stat__value">{value}</span>
      {trend && Icon && (
        <span className={classes('stat__trend', `text--${trend.tone}`)}>
          <Icon aria-hidden size={16} />
          {trend.words}
        </span>
      )}
      {note && (
        <Text size={14} tone="quiet">
          {note}
        </Text>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Text } from '../text/text.tsx';
import './data.css';

export interface TimelineItem {
  readonly id: string;
  readonly words: ReactNode;
  /** When, who, where. */
  readonly note: string;
}

/** What happened, one entry a line, in the order given. */
export function Timeline({ items, empty }: { readonly items: readonly TimelineItem[]; readonly empty: string }) {
  if (items.length === 0) return <Text tone="quiet">{empty}</Text>;
  return (
    <ol className="timeline">
      {items.map(({ id, words, note }) => (
        <li className="timeline__item" key={id}>
          <span>{words}</span>
          <Text size={14} tone="quiet">
            {note}
          </Text>
        </li>
      ))}
    </ol>
  );
}

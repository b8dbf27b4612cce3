import type { CSSProperties, ReactNode } from 'react';
import './data.css';

export interface KeyValueItem {
  readonly label: string;
  readonly value: ReactNode;
}

/** Facts as pairs. Two columns where there is room. */
export function KeyValue({ items, columns = 1 }: { items: readonly KeyValueItem[]; columns?: 1 | 2 | undefined }) {
  const style: CSSProperties & Record<'--columns', number> = { '--columns': columns };
  return (
    <dl className="key-value" style={style}>
      {items.map(({ label, value }) => (
        <div className="key-value__item" key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

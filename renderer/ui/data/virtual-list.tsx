import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import './data.css';

export interface VirtualListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly itemId: (item: Item) => string;
  readonly children: (item: Item, index: number) => ReactNode;
  /** A guess at one item's height in pixels; each is measured once it is drawn. */
  readonly estimate: number;
}

const OVERSCAN = 4;

/** A list of any length whose items are as high as they need to be: only those in sight exist. Fills its container's height. */
export function VirtualList<Item>({ label, items, itemId, children, estimate }: VirtualListProps<Item>) {
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    estimateSize: () => estimate,
    getScrollElement: () => scroll.current,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : itemId(item);
    },
    overscan: OVERSCAN,
  });
  return (
    // Scrollable with the keyboard even when nothing inside takes focus.
    <div className="virtual-list" ref={scroll} tabIndex={0}>
      <div aria-label={label} className="virtual-list__items" role="list" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <div
              aria-posinset={index + 1}
              aria-setsize={items.length}
              className="virtual-list__item"
              data-index={index}
              key={key}
              ref={virtual.measureElement}
              role="listitem"
              style={{ transform: `translateY(${start}px)` }}
            >
              {children(item, index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';

/** While a table scrolls, its pages are asked for this often at most: a fling passes hundreds that nobody will see. */
const ASK_EVERY_MS = 120;

export interface PageRange {
  /** The first and the last page in sight. */
  readonly pages: readonly [number, number];
  /** For DataTable: which rows are in sight. */
  readonly onRange: (first: number, last: number) => void;
}

export function usePageRange(size: number): PageRange {
  const [pages, setPages] = useState<readonly [number, number]>([0, 0]);
  const latest = useRef(pages);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onRange = useCallback(
    (first: number, last: number) => {
      latest.current = [Math.floor(first / size), Math.floor(last / size)];
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        const [from, to] = latest.current;
        setPages((now) => (now[0] === from && now[1] === to ? now : [from, to]));
      }, ASK_EVERY_MS);
    },
    [size],
  );
  return { pages, onRange };
}

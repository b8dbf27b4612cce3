import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** How many pixels wide an element is now: for parts that choose what they show by their own room, not the window's. 0 before the first paint. */
export function useWidth<Element extends HTMLElement>(): { readonly ref: RefObject<Element | null>; readonly width: number } {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    setWidth(Math.round(element.clientWidth));
    const observer = new ResizeObserver(() => setWidth(Math.round(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

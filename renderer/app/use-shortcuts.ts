import { useEffect, useRef } from 'react';

export interface Shortcuts {
  readonly find: () => void;
  readonly help: () => void;
  readonly undo: () => void;
  /** Goods are to be moved, as by the command code. */
  readonly move: () => void;
  /** Index of the rail's entry, from 0. */
  readonly screen: (index: number) => void;
}

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** The keys that work on every screen. A scanner's keys never get here: the wedge swallows them first. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { find, help, undo, move, screen } = latest.current;
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key.toLowerCase() === 'k') act(event, find);
      else if (command && event.key.toLowerCase() === 'z' && !isTyping(event.target)) act(event, undo);
      else if (event.altKey && event.code === 'KeyM') act(event, move);
      else if (event.altKey && /^[1-9]$/.test(event.key)) act(event, () => screen(Number(event.key) - 1));
      else if (event.key === '?' && !command && !isTyping(event.target)) act(event, help);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function act(event: KeyboardEvent, what: () => void): void {
  event.preventDefault();
  what();
}

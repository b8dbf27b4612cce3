const EVERY_MS = 2_000;

/**
 * Calls `gone` once when `parent` is no longer the process that this one belongs to. npm ends its shell without the
 * shell passing the signal on: what it had started would go on for ever. */
export function whenParentIsGone(parent: number, gone: () => void): void {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, EVERY_MS);
  timer.unref();
}

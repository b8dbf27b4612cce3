/**
 * Of several windows of one browser, the one that a person looked at last: what every window hears, such as a HID scanner's reports, counts there
 * alone. A lock that the browser gives to one window at a time; when that one is closed, another has it.
 */
export function watchFront(locks: LockManager, target: Pick<Window, 'addEventListener'>, looked: boolean): () => boolean {
  let mine = false;
  let waiting = false;
  const want = (steal: boolean): void => {
    if (!steal && waiting) return;
    if (!steal) waiting = true;
    const hold = (): Promise<never> => {
      mine = true;
      if (!steal) waiting = false;
      return new Promise(() => undefined);
    };
    const lost = (): void => {
      mine = false;
      want(false);
    };
    locks.request('hotdock-front', steal ? { steal } : {}, hold).catch(lost);
  };
  target.addEventListener('focus', () => {
    if (!mine) want(true);
  });
  want(looked);
  return () => mine;
}

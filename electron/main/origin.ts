/** The page's own scheme and host: never file://, which could read the disk, and never the network. */
export const SCHEME = 'app';
export const HOST = 'hotdock';
export const ORIGIN = `${SCHEME}://${HOST}`;
export const START_PAGE = `${ORIGIN}/`;

/** Compares by a parser, not by a prefix: `app://hotdock.evil/` and `app://hotdock@evil/` begin alike. */
export function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
}

/** Only our page in the window's main frame may ask the main process for anything. */
export const isTrustedSender = (url: string, isMainFrame: boolean): boolean => isMainFrame && isOurs(url);

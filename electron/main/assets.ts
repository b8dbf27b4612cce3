import { isAbsolute, join, posix, relative } from 'node:path';
import { HOST, SCHEME } from './origin.ts';

const PAGE = 'text/html; charset=utf-8';

const TYPES: Readonly<Record<string, string>> = {
  '.html': PAGE,
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
};

export interface Asset {
  readonly path: string;
  readonly type: string;
}

/** Encoded dots and separators, backslashes, NUL and colons (drives, alternate streams) have no place in our addresses. */
const SUSPICIOUS = /%(?:2e|2f|5c|00|3a|25)|[\\\0]|[^\x20-\x7e]/i;
const PREFIX = `${SCHEME}://${HOST}/`;

/**
 * The file that a page address means, below `root`; undefined for everything that is not plainly one of ours.
 * Looks at the address as it was written: a URL parser would already have folded `..` away. Addresses that do
 * not end like a file are screens of the page.
 */
export function resolveAsset(url: string, root: string): Asset | undefined {
  const address = /^[^?#]*/.exec(url)?.[0] ?? '';
  if (!address.startsWith(PREFIX) || SUSPICIOUS.test(address)) return undefined;
  const segments = address.slice(PREFIX.length).split('/');
  const last = segments.at(-1) ?? '';
  if (segments.slice(0, -1).includes('') || segments.some((segment) => /^\.+$/.test(segment) || segment.includes(':'))) return undefined;
  const type = TYPES[posix.extname(last)];
  if (type === undefined) return { path: join(root, 'index.html'), type: PAGE };
  const path = join(root, ...segments);
  return !address.includes('%') && isBelow(path, root) ? { path, type } : undefined;
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

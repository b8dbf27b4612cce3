import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { test as base } from '@playwright/test';
import { contentSecurityPolicy } from '../../../shared/lib/content-security-policy.ts';
import { watchPage } from './page-watch.ts';

const built = resolve(import.meta.dirname, '../../../dist/renderer');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The policy of both shells, and stricter: without a hash that would let one style element through. */
const policy = contentSecurityPolicy.replace(/ 'sha256-[^']+'/g, '');

interface Site {
  /** The built page alone, with no station behind it: where the gallery lives. */
  readonly site: string;
}

/** Serves the built page under the content security policy; a violation of it fails the test. */
export const test = base.extend<object, Site>({
  site: [
    async ({ browserName: _browserName }, use) => {
      const server = createServer((request, response) => {
        const path = normalize(new URL(request.url ?? '/', 'http://page').pathname);
        readFile(join(built, path === '/' ? 'index.html' : path)).then(
          (content) => response.writeHead(200, { 'content-type': types[extname(path)] ?? types['.html'], 'content-security-policy': policy }).end(content),
          () => response.writeHead(404).end(),
        );
      });
      const { port } = await listen(server);
      await use(`http://127.0.0.1:${String(port)}`);
      server.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ page }, use) => {
    const watch = await watchPage(page);
    await use(page);
    watch.check();
  },
});

async function listen(server: Server): Promise<AddressInfo> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the page server has no port');
  return address;
}

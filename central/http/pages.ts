import type { FastifyInstance } from 'fastify';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { HttpProblem } from './problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png',
  '.json': 'application/json', '.mp3': 'audio/mpeg', '.wav': 'audio/wav', '.wasm': 'application/wasm',
};

/** The operations page: one document, its assets (their names change with their content), and the icon; nothing else of the folder. */
export function servePages(app: FastifyInstance, folder: string): void {
  const file = async (path: string): Promise<Buffer> => {
    try {
      return await readFile(join(folder, path));
    } catch {
      throw new HttpProblem('notFound', 'The page is not built here. Build it with: npm run build');
    }
  };
  app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(await file('central.html')));
  app.get('/icon.svg', async (_request, reply) => reply.type('image/svg+xml').header('cache-control', 'no-cache').send(await file('icon.svg')));
  app.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const { name } = request.params;
    const type = TYPES[extname(name)];
    // Built names only: no path of the caller's ever reaches the file system.
    if (!/^[\w-][\w.-]*$/.test(name) || type === undefined) throw new HttpProblem('notFound', name);
    return reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(await file(join('assets', name)));
  });
}

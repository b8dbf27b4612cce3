import { RPCHandler } from '@orpc/server/ws';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import sirv from 'sirv';
import { WebSocketServer } from 'ws';
import { workstationHeaders } from '../../../shared/lib/content-security-policy.ts';
import { router } from '../api/router.ts';
import { findStaff } from '../api/session.ts';
import { logger } from '../log.ts';
import type { Station } from '../station.ts';
import { Access, isOwnHost, isOwnOrigin } from './access.ts';

export interface ServerOptions {
  readonly station: Station;
  /** The built page; null lets the command line in and no browser. */
  readonly pages: string | null;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface RunningServer {
  readonly port: number;
  /** Opens the workstation in a browser; works once. */
  readonly openUrl: () => string;
  readonly close: () => Promise<void>;
}

/** Frames carry base64 files of 64 MB at most. */
const LARGEST_FRAME = 96 * 1024 * 1024;

const HEADERS: Readonly<Record<string, string>> = {
  ...workstationHeaders,
  'x-frame-options': 'DENY',
};

/** The browser shell and the command line's way in: the page and the API on 127.0.0.1 only. */
export async function serve({ station, pages, port }: ServerOptions): Promise<RunningServer> {
  const access = new Access(join(station.folder.root, 'server.key'));
  const files = pages === null ? noPages : sirv(pages, { single: true, etag: true });
  const handler = new RPCHandler(router);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME });
  const server = createServer((request, response) => {
    answer(request, response, access, () => {
      files(request, response);
    });
  });
  server.on('upgrade', (request, socket, head) => {
    // A line that breaks while it is being opened is nobody's fault; unheard, its error would end the process.
    socket.on('error', () => socket.destroy());
    const session = admit(request, access, station, pages !== null);
    if (!session) {
      refuseUpgrade(socket);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('error', (error) => {
        logger.warn({ error: String(error) }, 'a screen broke its line');
      });
      void handler.upgrade(client, { context: { station, session } });
    });
  });
  const bound = await listen(server, port);
  try {
    writeFileSync(station.folder.address, JSON.stringify({ port: bound, token: access.commandLineToken, pid: process.pid }), { mode: 0o600 });
  } catch (error) {
    server.close();
    throw error;
  }
  const open = (token: string): string => `http://127.0.0.1:${bound}/open?token=${token}`;
  return {
    port: bound,
    openUrl: () => open(access.openToken ?? access.renewOpenToken()),
    close: async () => {
      rmSync(station.folder.address, { force: true });
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, access: Access, files: () => void): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  const port = request.socket.localPort ?? 0;
  if (!isOwnHost(request.headers.host, port)) return end(response, 421, 'This address is not the station.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Only GET.');
  const url = urlOf(request);
  if (!url) return end(response, 400, 'No such page.');
  if (url.pathname === '/open') {
    const cookie = access.redeem(url.searchParams.get('token') ?? '');
    if (cookie) response.setHeader('set-cookie', cookie);
    else if (!access.sessionOf(request.headers.cookie)) return end(response, 403, 'This link was used already. Open Hotdock from the station again (npm start, or hotdock serve --open).');
    response.setHeader('location', '/');
    return end(response, 303, '');
  }
  if (!access.sessionOf(request.headers.cookie)) return end(response, 403, 'Open Hotdock with the link that the station printed when it started (npm start, or hotdock serve --open).');
  files();
}

const noPages = (_request: IncomingMessage, response: ServerResponse): void => end(response, 404, 'The screens of this station are in the desktop app.');

/** What was asked for; undefined for text that is no address, such as `//`. */
const urlOf = (request: IncomingMessage): URL | undefined => URL.parse(request.url ?? '/', `http://${request.headers.host}`) ?? undefined;

function admit(request: IncomingMessage, access: Access, station: Station, browsers: boolean): ReturnType<Station['sessions']['of']> | undefined {
  if (!isOwnHost(request.headers.host, request.socket.localPort ?? 0)) return undefined;
  if (access.isCommandLine(request.headers.authorization)) {
    const as = decoded(request.headers['x-hotdock-as']);
    if (as === '') return { shell: 'command-line', staffId: null };
    const found = as === undefined ? undefined : findStaff(station, as);
    return found && { shell: 'command-line', staffId: found.staffId };
  }
  if (!browsers || !isOwnOrigin(request.headers.origin, request.headers.host)) return undefined;
  const id = access.sessionOf(request.headers.cookie);
  return id === undefined ? undefined : station.sessions.of(id, 'browser');
}

/** A header's percent-encoded text, empty without the header; undefined when it is not encoded as it should be. */
function decoded(header: string | string[] | undefined): string | undefined {
  try {
    return decodeURIComponent(String(header ?? ''));
  } catch {
    return undefined;
  }
}

function refuseUpgrade(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
}

function end(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(text);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Contract } from '../../../shared/contracts/api.ts';
import { StoreError } from '../../store/errors.ts';
import { router } from '../api/router.ts';
import { findStaff, noSuchStaff } from '../api/session.ts';
import type { Clock } from '../clock.ts';
import type { SessionState } from '../sessions.ts';
import { Station } from '../station.ts';

export type StationClient = ContractRouterClient<Contract>;

export interface Connection {
  readonly client: StationClient;
  /** True where the station works in another process, with a clock of its own. */
  readonly remote: boolean;
  readonly close: () => Promise<void>;
}

export interface ConnectOptions {
  readonly data: string;
  readonly clock: Clock;
  readonly version: string;
  /** Staff id, badge or name to act as; undefined acts as the console. */
  readonly as: string | undefined;
}

const address = z.object({ port: z.int(), token: z.string() });

/** Another command holds the folder for a moment only; who does for longer than all these tries works on it. */
const TRIES = 100;
const BETWEEN_TRIES_MS = 100;

/**
 * Reaches the station of a data folder: in this process when nobody holds the folder, else the one that does. Waits for
 * another command to end. Throws StoreError `in-use` when a process holds it but offers no way in, RefusedError when
 * `as` names nobody.
 */
export async function connect(options: ConnectOptions): Promise<Connection> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await connectOnce(options);
    } catch (error) {
      if (!(error instanceof StoreError) || error.reason !== 'in-use' || tries === TRIES) throw error;
      await setTimeout(BETWEEN_TRIES_MS);
    }
  }
}

async function connectOnce(options: ConnectOptions): Promise<Connection> {
  try {
    return connectInProcess(options);
  } catch (error) {
    const there = error instanceof StoreError && error.reason === 'in-use' ? readAddress(options.data) : undefined;
    if (!there || !(error instanceof StoreError)) throw error;
    return await connectToServer(there, options.as, error);
  }
}

/** Where the station of a folder answers; undefined while it has not said so yet, or is in the middle of it. */
function readAddress(data: string): z.infer<typeof address> | undefined {
  try {
    return address.parse(JSON.parse(readFileSync(join(data, 'station.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

function connectInProcess({ data, clock, version, as }: ConnectOptions): Connection {
  const station = new Station({ data, clock, version, readWhenFull: true });
  try {
    const session: SessionState = { shell: 'command-line', staffId: null };
    if (as !== undefined) {
      const found = findStaff(station, as);
      if (!found) throw noSuchStaff(as);
      session.staffId = found.staffId;
    }
    const client = createRouterClient(router, { context: { station, session } });
    return { client, remote: false, close: () => Promise.resolve(station.close()) };
  } catch (error) {
    station.close();
    throw error;
  }
}

async function connectToServer({ port, token }: z.infer<typeof address>, as: string | undefined, inUse: StoreError): Promise<Connection> {
  const headers = { authorization: `Bearer ${token}`, ...(as === undefined ? {} : { 'x-hotdock-as': encodeURIComponent(as) }) };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api`, { headers, maxPayload: 256 * 1024 * 1024 });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', (error) => {
      // A station that was killed leaves its address behind: nobody answers there, whoever asks.
      const answered = !('code' in error);
      reject(answered && as !== undefined ? noSuchStaff(as) : inUse);
    });
  });
  const client: StationClient = createORPCClient(new RPCLink({ websocket: asBrowserSocket(socket) }));
  return {
    client,
    remote: true,
    close: async () => {
      socket.close();
      await new Promise<void>((resolve) => socket.once('close', () => resolve()));
    },
  };
}

type LinkSocket = ConstructorParameters<typeof RPCLink>[0]['websocket'];

/** The `ws` socket speaks the browser's interface; only the two packages' event types are named differently. */
const asBrowserSocket = (socket: WebSocket): LinkSocket => socket as unknown as LinkSocket;

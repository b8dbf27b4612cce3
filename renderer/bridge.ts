import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract, RefusalData } from '../shared/contracts/api.ts';
import { BRIDGE_NAME, isPortMessage, type DesktopBridge } from '../shared/contracts/desktop-bridge.ts';
import type { StationEvent } from '../shared/contracts/views.ts';

export type StationClient = ContractRouterClient<Contract>;
export type ConnectionState = 'connecting' | 'connected' | 'lost';

export interface Bridge {
  /** The client of the moment; ask for it at each call, for it changes when the connection is made anew. */
  readonly client: () => StationClient;
  readonly onState: (listener: (state: ConnectionState) => void) => void;
  readonly onEvent: (listener: (event: StationEvent) => void) => void;
  readonly start: () => void;
}

const RETRY_MS = [250, 500, 1000, 2000, 5000] as const;

/**
 * The one way to the station: the message port that the desktop shell hands over, else a WebSocket to the address the
 * page came from. A lost line is made anew by itself; what was asked meanwhile fails and is asked again by its owner.
 */
export function createBridge(): Bridge {
  const stateListeners: ((state: ConnectionState) => void)[] = [];
  const eventListeners: ((event: StationEvent) => void)[] = [];
  let client: StationClient | undefined;
  let failures = 0;

  const say = (state: ConnectionState): void => stateListeners.forEach((listener) => listener(state));

  const follow = async (of: StationClient): Promise<void> => {
    try {
      for await (const event of await of.station.events({})) eventListeners.forEach((listener) => listener(event));
    } catch {
      // The line ended; its own close event decides what happens next.
    }
  };

  const line: Line = {
    opened: (made) => {
      client = made;
      failures = 0;
      say('connected');
      void follow(made);
    },
    closed: () => {
      const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 5000;
      failures += 1;
      say('lost');
      setTimeout(connect, wait);
    },
  };
  const desktop = desktopBridge();
  const connect = desktop ? () => desktop.connect() : () => connectSocket(line);

  return {
    client: () => {
      if (!client) throw new Error('not connected to the station yet');
      return client;
    },
    onState: (listener) => stateListeners.push(listener),
    onEvent: (listener) => eventListeners.push(listener),
    start: () => {
      say('connecting');
      if (desktop) followPorts(line);
      connect();
    },
  };
}

interface Line {
  readonly opened: (client: StationClient) => void;
  readonly closed: () => void;
}

function connectSocket(line: Line): void {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api`);
  socket.addEventListener('open', () => line.opened(createORPCClient(new SocketLink({ websocket: socket }))));
  socket.addEventListener('close', line.closed);
}

/** Each answer to `connect` is a window message with a fresh port, also after the station was started again. */
function followPorts(line: Line): void {
  window.addEventListener('message', (event) => {
    const port = event.ports[0];
    if (event.source !== window || !isPortMessage(event.data) || !port) return;
    port.addEventListener('close', line.closed);
    line.opened(createORPCClient(new PortLink({ port })));
    port.start();
  });
}

function desktopBridge(): DesktopBridge | undefined {
  const found: unknown = Reflect.get(window, BRIDGE_NAME);
  return isDesktopBridge(found) ? found : undefined;
}

/** Whether this page is the desktop app's. */
export const isDesktop = (): boolean => desktopBridge() !== undefined;

const isDesktopBridge = (value: unknown): value is DesktopBridge =>
  typeof value === 'object' && value !== null && 'connect' in value && typeof value.connect === 'function';

/** The station's own words for a refusal or a store fault; undefined for anything else (a broken connection, a bug). */
export function refusalOf(error: unknown): RefusalData | undefined {
  if (!(error instanceof ORPCError)) return undefined;
  if (error.code !== 'REFUSED' && error.code !== 'STORE') return undefined;
  return isRefusal(error.data) ? error.data : undefined;
}

/** The station answered, be it with a fault: asking the same again ends the same. Anything else is the line. */
export const isAnswered = (error: unknown): boolean => error instanceof ORPCError;

export const isSignedOut = (error: unknown): boolean => error instanceof ORPCError && error.code === 'SIGNED_OUT';

function isRefusal(data: unknown): data is RefusalData {
  return typeof data === 'object' && data !== null && 'message' in data && 'where' in data;
}

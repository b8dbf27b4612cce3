import { RPCHandler } from '@orpc/server/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import product from '../../package.json' with { type: 'json' };
import { StoreError } from '../store/errors.ts';
import { router } from './api/router.ts';
import { systemClock } from './clock.ts';
import { Scheduler } from './scheduler.ts';
import { Station } from './station.ts';

/*
 * The station inside Electron: main forks this file and sends it one message port for each window. The port's other
 * end is the renderer's; main never sees a call. Messages from main: {type:'window'} with a port, {type:'resume'},
 * {type:'close'}. Messages to main: {type:'ready'}, {type:'failed', reason, message}, {type:'closed'}.
 */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown; readonly ports: readonly SupportedMessagePort[] }) => void): void;
  postMessage(message: unknown): void;
}

function parentPort(): ParentPort {
  const port = 'parentPort' in process ? process.parentPort : undefined;
  if (typeof port !== 'object' || port === null) throw new Error('this file runs in an Electron utility process');
  return port as ParentPort;
}

const typeOf = (data: unknown): unknown => (typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined);

function start(): void {
  const parent = parentPort();
  const data = process.argv[2];
  if (data === undefined) throw new Error('the data folder is missing');
  try {
    const station = new Station({ data, clock: systemClock, version: product.version });
    const scheduler = new Scheduler(station);
    const handler = new RPCHandler(router);
    parent.on('message', ({ data: message, ports }) => {
      const type = typeOf(message);
      const port = ports[0];
      if (type === 'window' && port) handler.upgrade(port, { context: { station, session: station.sessions.of('window', 'desktop') } });
      if (type === 'resume') scheduler.wake();
      if (type === 'close') {
        void scheduler.close().then(() => {
          station.close();
          parent.postMessage({ type: 'closed' });
        });
      }
    });
    scheduler.start();
    parent.postMessage({ type: 'ready' });
  } catch (error) {
    const reason = error instanceof StoreError ? error.reason : 'failed';
    parent.postMessage({ type: 'failed', reason, message: error instanceof Error ? error.message : String(error) });
  }
}

start();

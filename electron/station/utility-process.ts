import { RPCHandler } from '@orpc/server/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import product from '../../package.json' with { type: 'json' };
import { StoreError } from '../store/errors.ts';
import { router } from './api/router.ts';
import { systemClock } from './clock.ts';
import type { FromStation, ToStation } from './entry-contract.ts';
import { logger } from './log.ts';
import { Scheduler } from './scheduler.ts';
import { serve, type RunningServer } from './server/http.ts';
import { ParentPrinting } from './parent-printing.ts';
import { Station } from './station.ts';
import { ParentSealer } from './sync/parent-sealer.ts';

/*
 * The station inside Electron: main forks this file and hands it one message port for each window. The port's other end
 * is the renderer's; main never sees a call. What main and this process say to each other is in entry-contract.ts.
 * The command line has a door of its own, as in the browser shell.
 */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: ToStation; readonly ports: readonly SupportedMessagePort[] }) => void): void;
  postMessage(message: FromStation): void;
}

function parentPort(): ParentPort {
  const port: unknown = Reflect.get(process, 'parentPort');
  if (typeof port !== 'object' || port === null) throw new Error('this file runs in an Electron utility process');
  return port as ParentPort;
}

/** Screens do without the door for commands: a station that can have none goes on. */
async function openForCommands(station: Station): Promise<RunningServer | undefined> {
  try {
    return await serve({ station, pages: null, port: 0 });
  } catch (error) {
    logger.warn({ error: String(error) }, 'the command line cannot reach this station');
    return undefined;
  }
}

function start(): void {
  const parent = parentPort();
  const data = process.argv[2];
  if (data === undefined) throw new Error('the data folder is missing');
  try {
    const sealer = new ParentSealer((message) => parent.postMessage(message));
    const desktop = new ParentPrinting((message) => parent.postMessage(message));
    const station = new Station({ data, clock: systemClock, version: product.version, sealer, desktop });
    const scheduler = new Scheduler(station);
    const handler = new RPCHandler(router);
    const door = openForCommands(station);
    const close = async (): Promise<void> => {
      await (await door)?.close();
      await scheduler.close();
      await station.devices.close();
      await station.printing.close();
      station.close();
      parent.postMessage({ type: 'closed' });
    };
    parent.on('message', ({ data: message, ports }) => {
      switch (message.type) {
        case 'window': {
          const port = ports[0];
          if (port) handler.upgrade(port, { context: { station, session: station.sessions.of('window', 'desktop') } });
          break;
        }
        case 'resume':
          station.sync.networkUp();
          scheduler.wake();
          break;
        case 'close':
          void close();
          break;
        case 'secret':
          sealer.answer(message.request, message.value);
          break;
        case 'printers':
        case 'outcome':
        case 'withdrawn':
          desktop.answer(message);
          break;
      }
    });
    scheduler.start();
    station.devices.start();
    parent.postMessage({ type: 'ready' });
    void station.sync.start();
    void station.printing.start();
  } catch (error) {
    const reason = error instanceof StoreError ? error.reason : 'failed';
    parent.postMessage({ type: 'failed', reason, message: error instanceof Error ? error.message : String(error) });
  }
}

start();

import { build } from 'esbuild';
import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { isPortMessage } from '../../shared/contracts/desktop-bridge.ts';

const root = resolve(import.meta.dirname, '../..');

interface Heard {
  readonly exposed: Record<string, { shell: string; connect: () => void }>;
  readonly sent: unknown[][];
  readonly posted: unknown[][];
  readonly listeners: Map<string, (event: unknown, ...rest: unknown[]) => void>;
  readonly required: string[];
}

/** The bundle as the desktop app loads it, in a room where only `electron` can be asked for. */
async function runPreload(): Promise<Heard> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['electron/preload/preload.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'cjs',
    target: 'chrome140',
    external: ['electron'],
  });
  const heard: Heard = { exposed: {}, sent: [], posted: [], listeners: new Map(), required: [] };
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: Heard['exposed'][string]) => { heard.exposed[name] = api; } },
    ipcRenderer: {
      on: (channel: string, listener: (event: unknown) => void) => heard.listeners.set(channel, listener),
      send: (...args: unknown[]) => heard.sent.push(args),
    },
  };
  const room = createContext({
    require: (name: string) => {
      heard.required.push(name);
      return electron;
    },
    module: { exports: {} },
    exports: {},
    window: { location: { origin: 'app://hotdock' }, postMessage: (...args: unknown[]) => heard.posted.push(args) },
  });
  runInContext(outputFiles[0]?.text ?? '', room);
  return heard;
}

describe('the preload', () => {
  let heard: Heard;
  beforeAll(async () => { heard = await runPreload(); });

  it('shows the page one thing with two members', () => {
    expect(Object.keys(heard.exposed)).toEqual(['hotdock']);
    expect(Object.entries(heard.exposed['hotdock'] ?? {}).map(([name, value]) => [name, typeof value])).toEqual([['shell', 'string'], ['connect', 'function']]);
  });

  it('needs nothing but electron', () => {
    expect(heard.required).toEqual(['electron']);
  });

  it('asks for a line without handing on what the page gave', () => {
    const { connect } = heard.exposed['hotdock'] ?? {};
    (connect as (...args: unknown[]) => void)('anything');
    expect(heard.sent).toEqual([['hotdock:connect']]);
  });

  it('posts the port, and never the event, to its own origin', () => {
    const port = { fake: 'port' };
    heard.listeners.get('hotdock:port')?.({ ports: [port], sender: 'secret' }, 'ignored');
    expect([...heard.listeners.keys()]).toEqual(['hotdock:port']);
    expect(heard.posted).toEqual([[{ type: 'hotdock:port' }, 'app://hotdock', [port]]]);
    expect(isPortMessage(heard.posted[0]?.[0])).toBe(true);
  });
});

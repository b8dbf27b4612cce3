import { createRouterClient } from '@orpc/server';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import type { DeviceScan, DeviceState, ScannerSettings } from '../../shared/contracts/devices.ts';
import { PseudoTerminal } from '../support/pseudo-terminal.ts';
import { temporaryFolder } from '../support/store.ts';

const GS = '\u001d';
const SSCC = '00106141411234567897';
const PATIENCE = { timeout: 10_000, interval: 10 };

type Client = Awaited<ReturnType<typeof openStation>>['client'];

async function openStation(data = temporaryFolder()) {
  const station = new Station({ data, clock: systemClock, version: 'test' });
  onTestFinished(async () => {
    await station.devices.close();
    station.close();
  });
  station.devices.start();
  const client = createRouterClient(router, { context: { station, session: station.sessions.of('screen', 'browser') } });
  if (!station.settings.configured) await client.station.setUp({ siteName: 'Reno', zone: 'America/Los_Angeles', stationName: 'Dock 1', stationUse: 'floor', supervisorName: 'Sam', pin: '1234', locale: 'en' });
  return { station, client, data };
}

const port = async (name: string): Promise<PseudoTerminal> => {
  const terminal = new PseudoTerminal(join(temporaryFolder(), name));
  onTestFinished(() => terminal.pullOut());
  await terminal.plugIn();
  return terminal;
};

const scanner = ({ path }: PseudoTerminal, name: string, more: Partial<ScannerSettings> = {}) =>
  ({ id: null, name, path, usb: null, baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1, prefix: '', gsText: '', end: 'line', ...more }) as const;

const until = (client: Client, wanted: readonly DeviceState[]) =>
  vi.waitFor(async () => expect((await client.devices.view({})).scanners.map(({ state }) => state)).toEqual(wanted), PATIENCE);

/** A screen that listens, and what it has got. */
function screen(client: Client, window = 'screen', after: string | null = null): { readonly got: DeviceScan[]; readonly leave: () => void } {
  const got: DeviceScan[] = [];
  const stop = new AbortController();
  const listen = async (): Promise<void> => {
    for await (const scan of await client.devices.scans({ window, after }, { signal: stop.signal })) got.push(scan);
  };
  void listen().catch(() => undefined);
  onTestFinished(() => stop.abort());
  return { got, leave: () => stop.abort() };
}

const texts = (got: readonly DeviceScan[]): (readonly [string, string])[] => got.map(({ device, text, incomplete }) => [device, incomplete ? `${text}…` : text] as const);

it('takes codes from a serial port whole: in pieces, with every line end, prefix and spelling of GS', async () => {
  const { client } = await openStation();
  const dock = await port('dock');
  await client.devices.putScanner(scanner(dock, 'Dock', { prefix: '<STX>', gsText: '^' }));
  await until(client, ['connected']);
  const { got } = screen(client);
  dock.say(`\u0002${SSCC}\r\n\u0002HD:`);
  await vi.waitFor(() => expect(texts(got)).toEqual([['Dock', SSCC]]), PATIENCE);
  dock.say(`BADGE:3001\n\u00020109506000134352`);
  await vi.waitFor(() => expect(texts(got)).toHaveLength(2), PATIENCE);
  dock.say('10LOT-7^21A\r');
  await vi.waitFor(() => expect(texts(got).slice(1)).toEqual([['Dock', 'HD:BADGE:3001'], ['Dock', `010950600013435210LOT-7${GS}21A`]]), PATIENCE);
});

it('keeps two scanners apart that read at the same moment', async () => {
  const { client } = await openStation();
  const [left, right] = [await port('left'), await port('right')];
  await client.devices.putScanner(scanner(left, 'Left'));
  await client.devices.putScanner(scanner(right, 'Right', { end: 'etx' }));
  await until(client, ['connected', 'connected']);
  const { got } = screen(client);
  for (let index = 0; index < 20; index += 1) {
    left.say('0061414');
    right.say('B0LE');
    left.say(`${String(index).padStart(5, '0')}L\r\n`);
    right.say(`FT${String(index).padStart(4, '0')}\u0003`);
  }
  await vi.waitFor(() => expect(got).toHaveLength(40), PATIENCE);
  const of = (device: string) => got.filter((scan) => scan.device === device).map(({ text }) => text);
  expect(of('Left')).toEqual(Array.from({ length: 20 }, (_, index) => `0061414${String(index).padStart(5, '0')}L`));
  expect(of('Right')).toEqual(Array.from({ length: 20 }, (_, index) => `B0LEFT${String(index).padStart(4, '0')}`));
  expect(new Set(got.map(({ scanId }) => scanId)).size).toBe(40);
});

it('says when a scanner is pulled out, tells of a code cut short, and goes on when it is plugged in again', async () => {
  const { client } = await openStation();
  const dock = await port('dock');
  await client.devices.putScanner(scanner(dock, 'Dock'));
  await until(client, ['connected']);
  const { got } = screen(client);
  // In one write, so that with the whole code the half one has arrived too.
  dock.say(`WHOLE\r${SSCC.slice(0, 9)}`);
  await vi.waitFor(() => expect(texts(got)).toEqual([['Dock', 'WHOLE']]), PATIENCE);
  await dock.pullOut();
  await until(client, ['missing']);
  await vi.waitFor(() => expect(texts(got).slice(1)).toEqual([['Dock', `${SSCC.slice(0, 9)}…`]]), PATIENCE);
  await dock.plugIn();
  await until(client, ['connected']);
  dock.say(`${SSCC}\r`);
  await vi.waitFor(() => expect(texts(got).at(-1)).toEqual(['Dock', SSCC]), PATIENCE);
});

it('hands each scan to one screen: the one in front; what was lost with a broken line comes again, once', async () => {
  const { client } = await openStation();
  const dock = await port('dock');
  await client.devices.putScanner(scanner(dock, 'Dock'));
  await until(client, ['connected']);
  const scanned = async (code: string, seen: () => readonly DeviceScan[]): Promise<void> => {
    dock.say(`${code}\r`);
    await vi.waitFor(() => expect(seen().at(-1)?.text).toBe(code), PATIENCE);
  };
  const [front, back] = [screen(client, 'front'), screen(client, 'back')];
  await client.devices.front({ window: 'front' });
  await scanned('FIRST', () => front.got);
  await client.devices.front({ window: 'back' });
  await scanned('SECOND', () => back.got);
  expect(texts(front.got)).toEqual([['Dock', 'FIRST']]);
  expect(texts(back.got)).toEqual([['Dock', 'SECOND']]);
  front.leave();
  back.leave();
  dock.say('THIRD\r');
  const again = screen(client, 'back', back.got.at(-1)?.scanId ?? null);
  await vi.waitFor(() => expect(texts(again.got)).toEqual([['Dock', 'THIRD']]), PATIENCE);
});

it('a system that cannot list its ports is told of in words: the name of the port is typed', async () => {
  // Linux lists them by `udevadm`, which small systems lack.
  vi.stubEnv('PATH', '/nowhere');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { client } = await openStation();
  expect(await client.devices.ports({})).toEqual({ ports: [], trouble: { key: 'devices.ports.none', params: {} } });
});

it('keeps what is set up, lets a port go when told, and says whose port is taken', async () => {
  const { client, data, station } = await openStation();
  const dock = await port('dock');
  await client.devices.putScanner(scanner(dock, 'Dock'));
  await until(client, ['connected']);
  await client.devices.putScanner(scanner(dock, 'The same port again'));
  await until(client, ['connected', 'refused']);
  const [first] = (await client.devices.view({})).scanners;
  await client.devices.removeScanner({ id: first?.id ?? '' });
  await until(client, ['connected']);
  await station.devices.close();
  station.close();
  const second = await openStation(data);
  await second.client.session.signIn({ staffId: (await second.client.session.people({}))[0]?.staffId ?? '', pin: '1234' });
  await until(second.client, ['connected']);
  expect((await second.client.devices.view({})).scanners.map(({ name, path }) => ({ name, path }))).toEqual([{ name: 'The same port again', path: dock.path }]);
});

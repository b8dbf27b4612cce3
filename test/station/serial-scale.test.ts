import { createRouterClient } from '@orpc/server';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import type { ScaleSettings, ScaleView } from '../../shared/contracts/devices.ts';
import { PseudoTerminal } from '../support/pseudo-terminal.ts';
import { temporaryFolder } from '../support/store.ts';

const PATIENCE = { timeout: 10_000, interval: 10 };

async function weighing(protocol: ScaleSettings['protocol']) {
  const station = new Station({ data: temporaryFolder(), clock: systemClock, version: 'test' });
  const terminal = new PseudoTerminal(join(temporaryFolder(), 'scale'));
  onTestFinished(async () => {
    await station.devices.close();
    station.close();
    await terminal.pullOut();
  });
  station.devices.start();
  const client = createRouterClient(router, { context: { station, session: station.sessions.of('screen', 'browser') } });
  await client.station.setUp({ siteName: 'Reno', zone: 'America/Los_Angeles', stationName: 'Dock 1', stationUse: 'floor', supervisorName: 'Sam', pin: '1234', locale: 'en' });
  const told: ScaleView[] = [];
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const listen = async (): Promise<void> => {
    for await (const view of await client.devices.weights({}, { signal: stop.signal })) told.push(view);
  };
  void listen().catch(() => undefined);
  const says = (view: ScaleView) => vi.waitFor(() => expect(told.at(-1)).toEqual(view), PATIENCE);
  await says({ kind: 'none' });
  await terminal.plugIn();
  await client.devices.putScale({ scale: { path: terminal.path, usb: null, baudRate: 9600, dataBits: 7, parity: 'even', stopBits: 1, protocol } });
  await says({ kind: 'silent' });
  return { client, terminal, says };
}

it('asks a SICS scale while somebody looks, and tells a weight that moves from one that stands', async () => {
  const { terminal, says } = await weighing('sics');
  await vi.waitFor(() => expect(terminal.heard).toMatch(/^(SI\r\n)+$/), PATIENCE);
  terminal.say('S D     411.8 kg\r\n');
  await says({ kind: 'weight', grams: 411_800, stable: false });
  terminal.say('S S     412.5');
  terminal.say(' kg\r\n');
  await says({ kind: 'weight', grams: 412_500, stable: true });
  terminal.say('S +\r\n');
  await says({ kind: 'overload' });
});

it('reads a scale that sends by itself, keeps no weight it stopped saying, and says when it is pulled out', async () => {
  const { client, terminal, says } = await weighing('header');
  terminal.say('ST,GS,+00909.4 lb\r\n');
  await says({ kind: 'weight', grams: 412_497, stable: true });
  await says({ kind: 'silent' });
  await terminal.pullOut();
  await says({ kind: 'missing' });
  expect(terminal.heard).toBe('');
  await client.devices.putScale({ scale: null });
  await says({ kind: 'none' });
});

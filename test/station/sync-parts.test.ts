import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CentralTime } from '../../electron/station/sync/central-time.ts';
import { ParentSealer } from '../../electron/station/sync/parent-sealer.ts';
import { PairingFiles } from '../../electron/station/sync/pairing.ts';
import { FileSecrets, type Sealer } from '../../electron/station/sync/secrets.ts';
import { HOUR, instant, MINUTE } from '../../shared/lib/time.ts';
import { temporaryFolder } from '../support/store.ts';

describe('time put right by central', () => {
  const at = (clock: number, steady: number) => ({ clock: instant(clock), steady });

  test.each([
    ['before central was heard, the machine’s', null, 0],
    ['an hour fast', HOUR, -HOUR],
    ['an hour slow', -HOUR, HOUR],
    ['a moment off is the way of the answer', 900, 0],
  ])('%s', (_name, skewMs, correction) => {
    const time = new CentralTime();
    if (skewMs !== null) time.measure(at(10 * HOUR, 0), skewMs);
    expect(time.correct(at(10 * HOUR + MINUTE, MINUTE))).toBe(10 * HOUR + MINUTE + correction);
  });

  test('after somebody set the clock, what was measured no longer holds until central is heard again', () => {
    const time = new CentralTime();
    time.measure(at(10 * HOUR, 0), HOUR);
    expect(time.correct(at(9 * HOUR, 1_000))).toBe(9 * HOUR);
    time.measure(at(9 * HOUR, 2_000), 0);
    expect(time.correct(at(9 * HOUR, 2_000))).toBe(9 * HOUR);
  });
});

describe('secrets', () => {
  const reversed: Sealer = {
    seal: (text) => Promise.resolve([...text].reverse().join('')),
    unseal: (sealed) => Promise.resolve([...sealed].reverse().join('')),
  };

  test('without a safe place: a file that only this user can read', async () => {
    const folder = temporaryFolder();
    const secrets = new FileSecrets(join(folder, 'central'), null);
    await secrets.write('token', 'abc');
    expect(await secrets.read('token')).toBe('abc');
    expect(statSync(join(folder, 'central/token')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'central')).mode & 0o777).toBe(0o700);
  });

  test('with one the file holds nothing readable, and without it nothing can be read back', async () => {
    const folder = temporaryFolder();
    await new FileSecrets(folder, reversed).write('token', 'secret');
    expect(readFileSync(join(folder, 'token'), 'utf8')).not.toContain('secret');
    expect(await new FileSecrets(folder, reversed).read('token')).toBe('secret');
    expect(await new FileSecrets(folder, null).read('token')).toBeNull();
  });

  test('a system that cannot seal, or no longer unseal', async () => {
    const folder = temporaryFolder();
    const none: Sealer = { seal: () => Promise.resolve(null), unseal: () => Promise.resolve(null) };
    await new FileSecrets(folder, none).write('token', 'abc');
    expect(await new FileSecrets(folder, none).read('token')).toBe('abc');
    await new FileSecrets(folder, reversed).write('token', 'abc');
    expect(await new FileSecrets(folder, none).read('token')).toBeNull();
  });

  test('a pairing file that was cut short pairs nobody', async () => {
    const folder = temporaryFolder();
    const files = new PairingFiles(folder, new FileSecrets(folder, null));
    expect(files.read()).toBeNull();
    const pairing = { address: 'https://central.example', certificate: null, site: 's', siteName: 'S', station: 'a', stationNumber: 1, incarnation: 1, epoch: 'e' };
    await files.write(pairing, 'token');
    expect(files.read()).toEqual(pairing);
    expect(await files.refreshToken()).toBe('token');
    writeFileSync(join(folder, 'pairing.json'), '{"address":"https');
    expect(files.read()).toBeNull();
    files.remove();
    expect(await files.refreshToken()).toBeNull();
  });

  test('the desktop is asked for each secret by its own number', async () => {
    const asked: { readonly request: number }[] = [];
    const sealer = new ParentSealer((message) => {
      if (message.type === 'seal' || message.type === 'unseal') asked.push(message);
    });
    const [first, second] = [sealer.seal('a'), sealer.unseal('b')];
    sealer.answer(asked[1]?.request ?? 0, 'plain');
    sealer.answer(asked[0]?.request ?? 0, null);
    expect([await first, await second]).toEqual([null, 'plain']);
  });
});

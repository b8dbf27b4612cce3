import { expect, it } from 'vitest';
import { namedData } from '../../electron/main/arguments.ts';
import { dataDirectory } from '../../shared/lib/data-directory.ts';

it.each([
  ['linux', '/home/ana', {}, '/home/ana/.local/share/Hotdock'],
  ['linux', '/home/ana', { XDG_DATA_HOME: '/data' }, '/data/Hotdock'],
  ['linux', '/home/ana', { XDG_DATA_HOME: 'relative' }, '/home/ana/.local/share/Hotdock'],
  ['darwin', '/Users/ana', {}, '/Users/ana/Library/Application Support/Hotdock'],
  ['win32', 'C:\\Users\\ana', { LOCALAPPDATA: 'D:\\Local' }, 'D:\\Local\\Hotdock'],
  ['win32', 'C:\\Users\\ana', {}, 'C:\\Users\\ana\\AppData\\Local\\Hotdock'],
  ['linux', '/home/ana', { HOTDOCK_DATA: '/srv/dock' }, '/srv/dock'],
])('on %s of %s with %j data is in %s', (platform, home, env, expected) => {
  expect(dataDirectory({ platform, home, env })).toBe(expected);
});

it('is where the person says, before all else', () => {
  expect(dataDirectory({ platform: 'linux', home: '/h', env: { HOTDOCK_DATA: '/env' } }, '/named')).toBe('/named');
  expect(namedData(['--inspect', '--data=/named', '.'])).toBe('/named');
  expect(namedData(['.'])).toBeUndefined();
});

import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { candidates } from '../../scripts/lib/chromium.ts';

it('prefers Chrome, then Chromium, then Edge, wherever they are installed', () => {
  const found = candidates('linux', { PATH: ['/usr/bin', '/opt/bin'].join(delimiter) });
  const order = ['google-chrome', 'chromium', 'microsoft-edge'].map((name) => found.indexOf(join('/opt/bin', name)));
  expect(order).toEqual(order.toSorted((left, right) => left - right));
  expect(order).not.toContain(-1);
  expect(candidates('darwin', {})[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(candidates('win32', { PROGRAMFILES: 'C:\\Program Files' })).toHaveLength(3);
  expect(candidates('linux', {})).toEqual([]);
});

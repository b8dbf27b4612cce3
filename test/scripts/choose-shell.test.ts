import { describe, expect, it } from 'vitest';
import { chooseShell, readWish } from '../../scripts/lib/choose-shell.ts';
import type { Surroundings } from '../../scripts/lib/choose-shell.ts';

const desk: Surroundings = { wish: 'either', platform: 'linux', env: { DISPLAY: ':0' }, root: false, sandbox: true };
const here = () => Promise.resolve({ path: '/electron' });
const offline = () => Promise.resolve({ missing: 'it could not be downloaded here' });
const neverAsked = () => Promise.reject(new Error('the runtime was looked for'));

describe('npm start', () => {
  it('opens the desktop app where it can', async () => {
    expect(await chooseShell(desk, here)).toEqual({ shell: 'desktop', path: '/electron', sentence: 'Opening the Hotdock desktop app.' });
  });

  it('says in one sentence why it opens the browser instead', async () => {
    const { shell, sentence } = await chooseShell(desk, offline);
    expect(shell).toBe('browser');
    expect(sentence).toBe("Opening Hotdock in the browser, because the desktop app cannot: Electron's runtime is not here and it could not be downloaded here.");
  });

  it.each([
    ['no display', { ...desk, env: {} }, 'there is no display here'],
    ['root', { ...desk, root: true }, 'does not run as root'],
    ['no sandbox', { ...desk, sandbox: false }, 'the sandbox it needs'],
  ])('downloads nothing where no window is possible: %s', async (_name, around, reason) => {
    const { shell, sentence } = await chooseShell(around, neverAsked);
    expect(shell).toBe('browser');
    expect(sentence).toContain(reason);
  });

  it('does as HOTDOCK_SHELL says, or refuses', async () => {
    expect((await chooseShell({ ...desk, wish: 'browser' }, neverAsked)).shell).toBe('browser');
    expect((await chooseShell({ ...desk, wish: 'desktop' }, offline)).shell).toBe('none');
    expect(['browser', 'desktop', '', undefined, 'tablet'].map(readWish)).toEqual(['browser', 'desktop', 'either', 'either', undefined]);
  });

  it('needs no display variable on Windows and macOS', async () => {
    for (const platform of ['win32', 'darwin'] as const) {
      expect((await chooseShell({ ...desk, platform, env: {} }, here)).shell).toBe('desktop');
    }
  });
});

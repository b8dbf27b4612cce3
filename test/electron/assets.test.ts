import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveAsset } from '../../electron/main/assets.ts';

const ROOT = join('/opt', 'hotdock', 'renderer');

describe('resolveAsset', () => {
  it.each([
    ['app://hotdock/', 'index.html', 'text/html; charset=utf-8'],
    ['app://hotdock/orders/4500012345', 'index.html', 'text/html; charset=utf-8'],
    ['app://hotdock/orders/PO%20ONE?tab=lines#top', 'index.html', 'text/html; charset=utf-8'],
    ['app://hotdock/assets/main-B1x.js', 'assets/main-B1x.js', 'text/javascript; charset=utf-8'],
    ['app://hotdock/assets/inter.woff2?v=1', 'assets/inter.woff2', 'font/woff2'],
  ])('serves %s', (url, file, type) => {
    expect(resolveAsset(url, ROOT)).toEqual({ path: join(ROOT, file), type });
  });

  it.each([
    ['up', 'app://hotdock/../secret.js'],
    ['up, deeper', 'app://hotdock/assets/../../secret.js'],
    ['encoded dots', 'app://hotdock/%2e%2e/secret.js'],
    ['encoded dots, capital', 'app://hotdock/%2E%2e/secret.js'],
    ['half-encoded dots', 'app://hotdock/.%2e/secret.js'],
    ['twice-encoded dots', 'app://hotdock/%252e%252e/secret.js'],
    ['encoded slash', 'app://hotdock/..%2fsecret.js'],
    ['backslash', 'app://hotdock/..\\secret.js'],
    ['encoded backslash', 'app://hotdock/..%5csecret.js'],
    ['drive letter', 'app://hotdock/C:/Windows/win.js'],
    ['encoded drive letter', 'app://hotdock/C%3a/Windows/win.js'],
    ['UNC', 'app://hotdock//server/share/x.js'],
    ['UNC with backslashes', 'app://hotdock/\\\\server\\share\\x.js'],
    ['alternate stream', 'app://hotdock/main.js::$DATA.js'],
    ['NUL', 'app://hotdock/main.js\0.js'],
    ['encoded NUL', 'app://hotdock/main.html%00.js'],
    ['many dots', 'app://hotdock/.../secret.js'],
    ['malformed escape', 'app://hotdock/%zz.js'],
    ['other host', 'app://evil/main.js'],
    ['host that begins alike', 'app://hotdock.evil/main.js'],
    ['user part', 'app://hotdock@evil/main.js'],
    ['port', 'app://hotdock:80/main.js'],
    ['other scheme', 'file:///etc/passwd.js'],
    ['other scheme, same host', 'http://hotdock/main.js'],
    ['no path', 'app://hotdock'],
    ['nothing', ''],
  ])('refuses %s', (_name, url) => {
    expect(resolveAsset(url, ROOT)).toBeUndefined();
  });

  it('never leaves its folder, whatever the address', () => {
    const piece = fc.constantFrom('..', '.', '%2e', '%2f', '%5c', '\\', '/', 'a', 'b.js', 'C:', '\0', '%00', '//', '?', '#', 'é');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const asset = resolveAsset(`app://hotdock/${pieces.join('')}`, ROOT);
        if (asset) expect(asset.path.startsWith(join(ROOT, '/'))).toBe(true);
      }),
    );
  });
});

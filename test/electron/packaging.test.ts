import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

interface Builder {
  readonly files: readonly string[];
  readonly asar: boolean;
  readonly asarUnpack: readonly string[];
  readonly npmRebuild: boolean;
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly win: Target;
  readonly mac: Target;
  readonly linux: Target;
}

interface Target {
  readonly target: readonly { readonly target: string }[];
  readonly files: readonly string[];
}

interface Matcher {
  readonly createFilter: () => (file: string, stat: { isDirectory: () => boolean }) => boolean;
}

const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Builder;
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly main: string; readonly dependencies: Readonly<Record<string, string>> };
/** electron-builder's own matching, so that the patterns mean here what they mean when packaging. */
const { getNodeModuleFileMatcher } = require('app-builder-lib/out/fileMatcher.js') as {
  readonly getNodeModuleFileMatcher: (from: string, to: string, expand: (text: string) => string, platform: unknown, packager: unknown) => Matcher;
};

function packed(platform: Target, arch: string, file: string): boolean {
  const expand = (text: string): string => text.replaceAll('${arch}', arch);
  const matcher = getNodeModuleFileMatcher('/app', '/out', expand, platform, { config, debugLogger: { isEnabled: false } });
  return matcher.createFilter()(`/app/${file}`, { isDirectory: () => false });
}

describe('the desktop package', () => {
  it('is what electron-builder calls valid', async () => {
    const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as { readonly validateConfiguration: (config: unknown, log: unknown) => Promise<void> };
    await expect(validateConfiguration(structuredClone(config), { isEnabled: false, add: () => undefined })).resolves.toBeUndefined();
  });

  it('says every fuse that this Electron has a setting for', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
    const named = Object.keys(config.electronFuses).map((name) => name.toLowerCase());
    const known = Object.values(FuseV1Options).filter((name) => typeof name === 'string' && name !== 'WasmTrapHandlers') as string[];
    for (const fuse of known) expect(named).toContain(fuse.toLowerCase());
  });

  it('packs the archive whole, native files beside it, and compiles nothing', () => {
    expect(config.asar).toBe(true);
    expect(config.asarUnpack).toEqual(['**/*.node', 'node_modules/pdf-to-printer/**']);
    expect(config.npmRebuild).toBe(false);
  });

  it('takes files by an allow-list: built output, no sources, tests or maps', () => {
    const taken = config.files.filter((pattern) => !pattern.startsWith('!'));
    expect(taken).toEqual(['package.json', 'LICENSE', 'dist/main/**', 'dist/preload/**', 'dist/station/**', 'dist/renderer/**']);
    expect(config.files).toContain('!**/*.map');
    expect(manifest.main).toBe('dist/main/main.mjs');
  });

  it.each([
    ['win', 'win32', 'x64'],
    ['win', 'win32', 'arm64'],
    ['mac', 'darwin', 'arm64'],
    ['linux', 'linux', 'x64'],
  ] as const)('for %s keeps only the native part of %s-%s', (name, system, arch) => {
    const all = readdirSync(join(root, 'node_modules/better-sqlite3/prebuilds'));
    const kept = all.filter((file) => packed(config[name], arch, `node_modules/better-sqlite3/prebuilds/${file}`));
    expect(kept).toEqual([`${system}-${arch}.node`]);
    expect(packed(config[name], arch, 'node_modules/better-sqlite3/lib/index.js')).toBe(true);
    const serial = 'node_modules/@serialport/bindings-cpp/prebuilds';
    const ports = readdirSync(join(root, serial)).filter((folder) => packed(config[name], arch, `${serial}/${folder}/bindings.node`));
    expect(ports).toEqual([system === 'darwin' ? 'darwin-x64+arm64' : `${system}-${arch}`]);
    expect(packed(config[name], arch, 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c')).toBe(false);
  });

  it('brings along only packages that must stay packages', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(['@expo-google-fonts/inter', 'better-sqlite3', 'bwip-js', 'pdf-to-printer', 'pdfkit', 'serialport']);
  });

  it('brings the program that prints under Windows to Windows only', () => {
    const file = 'node_modules/pdf-to-printer/dist/SumatraPDF-3.4.6-32.exe';
    expect([config.win, config.mac, config.linux].map((target) => packed(target, 'x64', file))).toEqual([true, false, false]);
  });

  it('installs for one person without questions or elevation, in each system\'s own form', () => {
    expect(config.nsis).toMatchObject({ oneClick: true, perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false });
    expect(config.win.target.map(({ target }) => target)).toEqual(['nsis']);
    expect(config.mac.target.map(({ target }) => target)).toEqual(['dmg']);
    expect(config.linux.target.map(({ target }) => target)).toEqual(['AppImage', 'deb']);
  });
});

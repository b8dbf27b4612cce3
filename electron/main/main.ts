import { app, BrowserWindow, Menu, nativeTheme, powerMonitor } from 'electron';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { dataDirectory } from '../../shared/lib/data-directory.ts';
import type { Locale } from '../../shared/messages/define.ts';
import { namedData } from './arguments.ts';
import { onConnect } from './ipc.ts';
import { ORIGIN, START_PAGE } from './origin.ts';
import { confinePages, refusePermissions, registerScheme, servePage } from './page.ts';
import { PaperPrinter } from './paper-printer.ts';
import { electronPrinting } from './paper-window.ts';
import { afterEnd } from './restart-policy.ts';
import { StationProcess } from './station-process.ts';
import { STOPPED_PATH, STOPPED_STYLE_PATH, stoppedPage, stoppedStyle } from './stopped-page.ts';
import { windowOptions } from './window-options.ts';

const locale = (): Locale => (app.getLocale().startsWith('es') ? 'es' : 'en');

function createWindow(): BrowserWindow {
  const window = new BrowserWindow(
    windowOptions({
      preload: join(app.getAppPath(), 'dist/preload/preload.cjs'),
      packaged: app.isPackaged,
      dark: nativeTheme.shouldUseDarkColors,
    }),
  );
  window.once('ready-to-show', () => window.show());
  // A window that prints unseen does not keep the app open.
  window.once('closed', () => app.quit());
  const ends: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    ends.push(performance.now());
    const next = afterEnd(ends);
    if (next.do === 'restart') setTimeout(() => window.isDestroyed() || window.webContents.reload(), next.afterMs);
    else app.quit();
  });
  return window;
}

function main(): void {
  const machine = { platform: process.platform, home: homedir(), env: process.env };
  const folder = resolve(dataDirectory(machine, namedData(process.argv.slice(1))));
  // Chromium's own files stay beside the data, so that two stations on one computer do not share them.
  app.setPath('userData', join(folder, 'desktop'));
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  registerScheme();
  app.enableSandbox();
  Menu.setApplicationMenu(null);
  confinePages(app);

  const pages = join(app.getAppPath(), 'dist/renderer');
  let window: BrowserWindow | undefined;
  let stoppedBecause: string | undefined;
  const station = new StationProcess({
    entry: join(app.getAppPath(), 'dist/station/utility.mjs'),
    dataDirectory: folder,
    onOutput: (text) => void process.stderr.write(text),
    printing: new PaperPrinter(electronPrinting(pages)),
    onStopped: (reason) => {
      stoppedBecause = reason;
      void window?.loadURL(`${ORIGIN}${STOPPED_PATH}`);
    },
  });

  app.on('second-instance', () => {
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());

  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void station.close().finally(() => {
      closed = true;
      app.quit();
    });
  });

  void app.whenReady().then(() => {
    // First of all: the window paints while the store opens.
    station.start();
    servePage(
      pages,
      new Map([
        [STOPPED_PATH, () => ({ type: 'text/html; charset=utf-8', body: stoppedPage(locale(), stoppedBecause) })],
        [STOPPED_STYLE_PATH, () => ({ type: 'text/css; charset=utf-8', body: stoppedStyle })],
      ]),
    );
    refusePermissions();
    onConnect((page) => station.connect(page));
    powerMonitor.on('resume', () => station.resumed());
    powerMonitor.on('unlock-screen', () => station.resumed());
    window = createWindow();
    return window.loadURL(START_PAGE);
  });
}

main();

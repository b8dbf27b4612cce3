import { BrowserWindow, session, webContents } from 'electron';
import type { PrinterInfo, Session } from 'electron';
import { DRAWN, PAPER_FILE, paperPageUrl, type SystemPaper } from '../../shared/contracts/desktop-printing.ts';
import { ORIGIN, SCHEME } from './origin.ts';
import { pageAnswers } from './page.ts';
import type { PaperWindow, PrintPort } from './paper-printer.ts';
import { paperWindowOptions } from './window-options.ts';

/**
 * Electron's own part of printing. A PDF is not loaded as such: when Chromium's viewer has it ready no public event says (electron #43436 made
 * one for tests only), and printing too early gave a blank page and a success (#30947, #43309). A page of ours draws it and says when it is done.
 */
export function electronPrinting(pages: string): PrintPort {
  let own: Session | undefined;
  let inHand: SystemPaper | undefined;
  return {
    printers: async () => (await printersOfAnyPage()).map(({ name, displayName }) => ({ name, title: displayName || name })),
    open: (paper) => {
      inHand = paper;
      // A session of its own, in memory: it sees the page and the paper in hand. There is one for all papers, for sessions are never freed.
      own ??= paperSession(pages, () => inHand);
      return openWindow(paper, own);
    },
  };
}

/** Electron asks a page for the printers, whichever it is. */
async function printersOfAnyPage(): Promise<readonly PrinterInfo[]> {
  const [page] = webContents.getAllWebContents();
  if (!page) throw new Error('no window is open');
  return page.getPrintersAsync();
}

function paperSession(pages: string, inHand: () => SystemPaper | undefined): Session {
  const own = session.fromPartition('papers', { cache: false });
  own.setPermissionRequestHandler((_page, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  const file = () => ({ type: 'application/pdf', body: new Uint8Array(inHand()?.bytes ?? []) });
  own.protocol.handle(SCHEME, pageAnswers(pages, new Map([[PAPER_FILE, file]])));
  return own;
}

function openWindow(paper: SystemPaper, own: Session): PaperWindow {
  const window = new BrowserWindow(paperWindowOptions(own));
  const { webContents: page } = window;
  const { promise: gone, resolve: end } = Promise.withResolvers<string>();
  page.once('render-process-gone', (_event, { reason }) => end(reason));
  window.once('unresponsive', () => end('unresponsive'));
  window.once('closed', () => end('closed'));
  return {
    draw: async () => {
      await window.loadURL(paperPageUrl(ORIGIN, paper));
      const drawn: unknown = await page.executeJavaScript(`globalThis.${DRAWN}`);
      return drawn;
    },
    print: (options) => new Promise((resolve) => page.print(options, (success, failureReason) => resolve({ success, failureReason }))),
    gone,
    close: () => {
      if (!window.isDestroyed()) window.destroy();
    },
  };
}

import type { DesktopPrinting } from '../../../shared/contracts/desktop-printing.ts';
import type { Printer } from '../../../shared/domain/printing/printer.ts';
import { DesktopTransport } from './desktop.ts';
import { FolderTransport } from './folder.ts';
import { IppTransport } from './ipp.ts';
import { NetworkTransport } from './network.ts';
import type { Transport } from './transport.ts';
import { WindowsTransport } from './windows.ts';

/** The way to a printer; `desktop` is the desktop app's printing, where the station runs in it. */
export function transportOf({ connection, language, media, dpi }: Printer, desktop: DesktopPrinting | null): Transport {
  switch (connection.kind) {
    case 'network':
      return new NetworkTransport(connection, language);
    case 'ipp':
      return new IppTransport(connection.url);
    case 'folder':
      return new FolderTransport(connection.folder);
    case 'windows':
      return new WindowsTransport(connection.queue);
    case 'desktop':
      return new DesktopTransport(desktop, { queue: connection.queue, media, dpi });
  }
}

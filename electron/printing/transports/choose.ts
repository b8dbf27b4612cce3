import type { Printer } from '../../../shared/domain/printing/printer.ts';
import { FolderTransport } from './folder.ts';
import { IppTransport } from './ipp.ts';
import { NetworkTransport } from './network.ts';
import type { Transport } from './transport.ts';
import { WindowsTransport } from './windows.ts';

export function transportOf({ connection, language }: Printer): Transport {
  switch (connection.kind) {
    case 'network':
      return new NetworkTransport(connection, language);
    case 'ipp':
      return new IppTransport(connection.url);
    case 'folder':
      return new FolderTransport(connection.folder);
    case 'windows':
      return new WindowsTransport(connection.queue);
  }
}

import { ipcMain } from 'electron';
import type { WebContents } from 'electron';
import { CONNECT_CHANNEL } from '../../shared/contracts/desktop-bridge.ts';
import { isTrustedSender } from './origin.ts';

/** The only thing a page can ask of the main process: a line to the station. */
export function onConnect(handle: (page: WebContents) => void): void {
  ipcMain.on(CONNECT_CHANNEL, (event) => {
    const frame = event.senderFrame;
    if (frame && isTrustedSender(frame.url, frame === event.sender.mainFrame)) handle(event.sender);
  });
}

import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME, CONNECT_CHANNEL, PORT_CHANNEL } from '../../shared/contracts/desktop-bridge.ts';
import type { DesktopBridge, PortMessage } from '../../shared/contracts/desktop-bridge.ts';

/** A port cannot pass through contextBridge; it is posted to the page, and to no other origin than its own. */
ipcRenderer.on(PORT_CHANNEL, (event) => {
  const message: PortMessage = { type: PORT_CHANNEL };
  window.postMessage(message, window.location.origin, [...event.ports]);
});

const bridge: DesktopBridge = {
  shell: 'desktop',
  connect: () => {
    ipcRenderer.send(CONNECT_CHANNEL);
  },
};

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);

/** What the page, the preload and the desktop's main process agree on. Everything else goes through the station's API. */
export interface DesktopBridge {
  readonly shell: 'desktop';
  /** Asks for a line to the station. It arrives as a window message, see {@link isPortMessage}; ask again when it closes. */
  readonly connect: () => void;
}

/** The name under which the preload shows the bridge on `window`. */
export const BRIDGE_NAME = 'hotdock';

/** Page to main: a request for a line. */
export const CONNECT_CHANNEL = 'hotdock:connect';

/** Main to preload, and preload to page: the message that carries the port. */
export const PORT_CHANNEL = 'hotdock:port';

export interface PortMessage {
  readonly type: typeof PORT_CHANNEL;
}

/** Whether the data of a window message is the preload's, and its first port therefore the line to the station. */
export const isPortMessage = (data: unknown): data is PortMessage =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === PORT_CHANNEL;

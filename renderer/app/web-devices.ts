/** As much of Web Serial and WebHID as is used here; TypeScript's DOM library has neither. */

interface UsbInfo {
  readonly usbVendorId?: number;
  readonly usbProductId?: number;
}

export interface WebSerialPort extends EventTarget {
  readonly readable: ReadableStream<Uint8Array> | null;
  getInfo(): UsbInfo;
  open(options: { readonly baudRate: number }): Promise<void>;
  close(): Promise<void>;
  forget(): Promise<void>;
}

export interface WebSerial extends EventTarget {
  getPorts(): Promise<readonly WebSerialPort[]>;
  requestPort(): Promise<WebSerialPort>;
}

export interface WebHidDevice extends EventTarget {
  readonly productName: string;
  readonly opened: boolean;
  readonly collections: readonly { readonly usagePage?: number }[];
  open(): Promise<void>;
  close(): Promise<void>;
  forget(): Promise<void>;
}

export interface WebHid extends EventTarget {
  getDevices(): Promise<readonly WebHidDevice[]>;
  requestDevice(options: { readonly filters: readonly { readonly usagePage: number }[] }): Promise<readonly WebHidDevice[]>;
}

const offered = (name: 'serial' | 'hid'): unknown => Reflect.get(navigator, name);

/** Undefined where the browser has no Web Serial (Firefox, Safari) or may not use it. */
export const webSerial = (): WebSerial | undefined => offered('serial') as WebSerial | undefined;

export const webHid = (): WebHid | undefined => offered('hid') as WebHid | undefined;

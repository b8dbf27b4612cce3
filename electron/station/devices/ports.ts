import type { SerialPort } from 'serialport';
import type { SerialPortView, SerialSettings } from '../../../shared/contracts/devices.ts';

/** Loaded with the first port: a station without serial devices never loads the native file. */
const native = async (): Promise<typeof SerialPort> => (await import('serialport')).SerialPort;

/** The serial ports that the system knows of now. Throws where the system cannot tell (Linux without udev). */
export async function listPorts(): Promise<readonly SerialPortView[]> {
  const found = await (await native()).list();
  return found.map(({ path, vendorId, productId, serialNumber, manufacturer }) => ({
    path,
    usb: vendorId !== undefined && productId !== undefined ? { vendorId, productId, serialNumber: serialNumber ?? null } : null,
    maker: manufacturer ?? '',
  }));
}

/**
 * Where a device is now: plugged in elsewhere, its port has another name. Of two alike without serial numbers the one on the known
 * path is meant; where that is none of them, nothing says which, and neither is taken.
 */
export function pathNow({ path, usb }: Pick<SerialSettings, 'path' | 'usb'>, ports: readonly SerialPortView[]): string {
  if (usb === null) return path;
  const alike = ports.filter((port) => port.usb?.vendorId === usb.vendorId && port.usb.productId === usb.productId && port.usb.serialNumber === usb.serialNumber);
  if (alike.some((port) => port.path === path)) return path;
  const [only, another] = alike;
  return only && another === undefined ? only.path : path;
}

export interface OpenPort {
  readonly write: (text: string) => void;
  readonly close: () => Promise<void>;
}

export interface PortListeners {
  /** Bytes as characters 0 to 255. */
  readonly onText: (text: string) => void;
  /** It was pulled out, or failed. Not after `close`. */
  readonly onLost: (detail: string) => void;
}

/** Opens a port. Rejects with the system's words. */
export async function openPort({ path, baudRate, dataBits, parity, stopBits }: SerialSettings, { onText, onLost }: PortListeners): Promise<OpenPort> {
  const Port = await native();
  const port = new Port({ path, baudRate, dataBits, parity, stopBits, autoOpen: false });
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
  let closing = false;
  let lost = false;
  const lose = (error: Error | null): void => {
    if (closing || lost) return;
    lost = true;
    if (port.isOpen) port.close(() => undefined);
    onLost(error?.message ?? '');
  };
  port.on('data', (bytes: Buffer) => onText(bytes.toString('latin1')));
  port.on('close', lose);
  port.on('error', lose);
  return {
    write: (text) => void port.write(text, 'latin1'),
    close: () => {
      closing = true;
      return new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve()));
    },
  };
}

import { create } from 'zustand';
import type { DeviceState } from '../../shared/contracts/devices.ts';
import { HidReports, SCANNER_PAGE } from '../../shared/lib/hid-report.ts';
import { LineScanner } from '../../shared/lib/wedge/line-scanner.ts';
import { watchFront } from './one-window.ts';
import { webHid, webSerial, type WebHidDevice, type WebSerialPort } from './web-devices.ts';

/** A scanner that the browser itself reads, by a permission that a person gave and the browser keeps. */
export interface WebScanner {
  readonly id: string;
  readonly name: string;
  readonly kind: 'serial' | 'hid';
  readonly state: DeviceState;
  readonly detail: string | null;
}

export const useWebScanners = create<{ readonly scanners: readonly WebScanner[] }>(() => ({ scanners: [] }));

type Take = (scan: { readonly text: string; readonly device: string; readonly incomplete: boolean }) => void;

/** Speed of every port here: USB scanners have none of their own and take any. One that needs another is set up at the station. */
const BAUD = 9600;
/** How a port that was lost for a moment is found open for others: tried again. */
const AGAIN_MS = 1_000;

interface Opened {
  readonly close: () => Promise<void>;
  readonly forget: () => Promise<void>;
}

/** Unlike ports, a HID scanner is heard by every window that may: one of them takes the scan. */
let isFront: () => boolean = () => true;

const opened = new Map<WebSerialPort | WebHidDevice, Opened & { readonly id: string }>();
let take: Take = () => undefined;
let started = false;

/** Opens what this page has a permission for, now and whenever it is plugged in. `scans` gets every code from now on. */
export function startWebScanners(scans: Take): void {
  take = scans;
  if (started) return;
  started = true;
  if ('locks' in navigator) isFront = watchFront(navigator.locks, window, document.hasFocus());
  const serial = webSerial();
  const hid = webHid();
  const all = (): void => {
    serial?.getPorts().then((ports) => ports.forEach(addPort), unavailable);
    hid?.getDevices().then((devices) => devices.filter(isScanner).forEach(addHid), unavailable);
  };
  serial?.addEventListener('connect', all);
  hid?.addEventListener('connect', all);
  hid?.addEventListener('disconnect', (event) => {
    for (const [device, { id }] of opened) if ('device' in event && event.device === device) lose(device, id);
  });
  all();
}

/** Asks the person which port; nothing happens where they choose none. */
export async function askForPort(): Promise<void> {
  try {
    const port = await webSerial()?.requestPort();
    if (port) addPort(port);
  } catch (error) {
    unlessCancelled(error);
  }
}

export async function askForHid(): Promise<void> {
  try {
    const devices = await webHid()?.requestDevice({ filters: [{ usagePage: SCANNER_PAGE }] });
    devices?.filter(isScanner).forEach(addHid);
  } catch (error) {
    unlessCancelled(error);
  }
}

/** Closes it and gives the permission back. */
export async function forgetScanner(id: string): Promise<void> {
  for (const [device, one] of opened) {
    if (one.id !== id) continue;
    opened.delete(device);
    await one.close();
    await one.forget();
  }
  useWebScanners.setState(({ scanners }) => ({ scanners: scanners.filter((scanner) => scanner.id !== id) }));
}

const isScanner = ({ collections }: WebHidDevice): boolean => collections.some(({ usagePage }) => usagePage === SCANNER_PAGE);

/** The browser withholds it, by its own settings or the page's header: as if it had none. */
const unavailable = (): void => undefined;

function unlessCancelled(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
}

function show(scanner: WebScanner): void {
  useWebScanners.setState(({ scanners }) => ({ scanners: [...scanners.filter(({ id }) => id !== scanner.id), scanner] }));
}

function lose(device: WebSerialPort | WebHidDevice, id: string): void {
  opened.delete(device);
  useWebScanners.setState(({ scanners }) => ({ scanners: scanners.map((one) => (one.id === id ? { ...one, state: 'missing', detail: null } : one)) }));
}

/** The rules of every line: prefix-free, ended by CR or LF. */
const lineOf = (name: string): LineScanner =>
  new LineScanner({ end: 'line', prefix: '', gsText: '' }, {
    now: () => performance.now(),
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    onScan: (text) => take({ text, device: name, incomplete: false }),
    onIncomplete: (text) => take({ text, device: name, incomplete: true }),
  });

/** Scanners of one model have one name: they are numbered, and one that is plugged in again takes the number that is free. */
function numbered(kind: WebScanner['kind'], model: string): Pick<WebScanner, 'id' | 'name' | 'kind'> {
  const taken = new Set(Array.from(opened.values(), ({ id }) => id));
  let number = 1;
  while (taken.has(`${kind} ${number} ${model}`)) number += 1;
  return { id: `${kind} ${number} ${model}`, name: number === 1 ? model : `${model} (${number})`, kind };
}

const hex = (id: number | undefined): string => (id ?? 0).toString(16).padStart(4, '0');

function addPort(port: WebSerialPort): void {
  if (opened.has(port)) return;
  const { usbVendorId, usbProductId } = port.getInfo();
  const scanner = numbered('serial', `Serial ${hex(usbVendorId)}:${hex(usbProductId)}`);
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let reading: Promise<void> = Promise.resolve();
  const read = async (): Promise<void> => {
    const line = lineOf(scanner.name);
    try {
      await port.open({ baudRate: BAUD });
      show({ ...scanner, state: 'connected', detail: null });
      reader = port.readable?.getReader();
      for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) line.feed(String.fromCharCode(...piece.value));
      reader?.releaseLock();
      await port.close();
    } catch (error) {
      const gone = error instanceof DOMException && error.name === 'NetworkError' && port.readable === null && reader !== undefined;
      if (!gone) show({ ...scanner, state: 'refused', detail: error instanceof Error ? error.message : String(error) });
    } finally {
      line.end();
      if (opened.has(port)) {
        if (reader) lose(port, scanner.id);
        else setTimeout(() => opened.has(port) && void read(), AGAIN_MS);
      }
    }
  };
  opened.set(port, {
    id: scanner.id,
    close: async () => {
      await reader?.cancel();
      await reading;
    },
    forget: () => port.forget(),
  });
  reading = read();
}

function addHid(device: WebHidDevice): void {
  if (opened.has(device)) return;
  const scanner = numbered('hid', device.productName);
  const line = lineOf(scanner.name);
  const reports = new HidReports();
  const onReport = (event: Event): void => {
    if (!isFront() || !('data' in event) || !(event.data instanceof DataView)) return;
    const { buffer, byteOffset, byteLength } = event.data;
    const code = reports.take(new Uint8Array(buffer, byteOffset, byteLength));
    // A report is a whole code: the end that a line would send is put behind it.
    if (code !== undefined) line.feed(`${code}\r`);
  };
  device.addEventListener('inputreport', onReport);
  opened.set(device, {
    id: scanner.id,
    close: async () => {
      device.removeEventListener('inputreport', onReport);
      await device.close();
    },
    forget: () => device.forget(),
  });
  const open = async (): Promise<void> => {
    try {
      if (!device.opened) await device.open();
      show({ ...scanner, state: 'connected', detail: null });
    } catch (error) {
      show({ ...scanner, state: 'refused', detail: error instanceof Error ? error.message : String(error) });
      setTimeout(() => opened.has(device) && void open(), AGAIN_MS);
    }
  };
  void open();
}

import { isOurs } from './origin.ts';

/** Everything a browser may grant a page is refused, but for what the screens use. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen', 'hid']);

/** USB HID POS usage tables: the page of bar code scanners. */
const SCANNERS = 0x8c;

interface HidDevice {
  readonly deviceId: string;
  readonly collections: readonly { readonly usagePage: number }[];
}

const isScanner = ({ collections }: HidDevice): boolean => collections.some(({ usagePage }) => usagePage === SCANNERS);

/** Our page may read bar code scanners, and no other device; serial ports are the station's. */
export const mayReadDevice = (kind: string, origin: string, device: HidDevice): boolean => kind === 'hid' && isOurs(origin) && isScanner(device);

/** Of the scanners that are plugged in, the first that the page has not got yet; undefined when there is none. */
export const nextScanner = (devices: readonly HidDevice[], taken: ReadonlySet<string>): string | undefined =>
  devices.find((device) => isScanner(device) && !taken.has(device.deviceId))?.deviceId;

/** `media`: what a page wants to hear or see. The camera alone, for a photo of a pallet; never the microphone, not even beside it. */
export const mayUse = (permission: string, requestingUrl: string, media: readonly string[] = []): boolean =>
  isOurs(requestingUrl) && (GRANTED.has(permission) || (permission === 'media' && media.length > 0 && media.every((kind) => kind === 'video')));

/** A window stays on its page; everything else is either refused or, when listed, given to the browser. */
export const mayNavigate = (url: string): boolean => isOurs(url);

/** Files leave through the page only when the page made them itself. */
export const mayDownload = (url: string): boolean => isOurs(url) || (url.startsWith('blob:') && isOurs(url.slice('blob:'.length)));

import { z } from 'zod';
import type { ScaleReading } from '../lib/scale/protocols.ts';
import type { Message } from '../messages/say.ts';

/*
 * Scanners and the scale on serial ports of a station's machine. They are the machine's, not the site's: their setup is a file
 * in the data folder, holds in the demo too, and never travels to another station.
 */

/** By what a port is known again when the system gives it another name. */
const usb = z.object({ vendorId: z.string().max(20), productId: z.string().max(20), serialNumber: z.string().max(120).nullable() });
export type UsbIdentity = z.infer<typeof usb>;

export const serialSettings = z.object({
  /** `COM3`, `/dev/ttyACM0`. */
  path: z.string().trim().min(1).max(300),
  /** Null for a port that is no USB device, and for a path typed by hand. */
  usb: usb.nullable(),
  baudRate: z.union([1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200].map((rate) => z.literal(rate))),
  dataBits: z.union([z.literal(7), z.literal(8)]),
  parity: z.enum(['none', 'even', 'odd']),
  stopBits: z.union([z.literal(1), z.literal(2)]),
});
export type SerialSettings = z.infer<typeof serialSettings>;

export const scannerSettings = serialSettings.extend({
  id: z.string().min(1).max(80),
  name: z.string().trim().min(1).max(60),
  /** Control characters as `<STX>`. */
  prefix: z.string().max(20),
  gsText: z.string().max(20),
  end: z.enum(['line', 'tab', 'etx', 'pause']),
});
export type ScannerSettings = z.infer<typeof scannerSettings>;

/** A new scanner has no id yet. */
export const scannerInput = scannerSettings.extend({ id: scannerSettings.shape.id.nullable() });

export const scaleSettings = serialSettings.extend({ protocol: z.enum(['sics', 'header']) });
export type ScaleSettings = z.infer<typeof scaleSettings>;

/**
 * What became of a device: `connected`; `missing`, it is not plugged in; `refused`, the system or another program keeps it;
 * `off`, this process has not opened it. All but `off` are tried again by themselves.
 */
export type DeviceState = 'connected' | 'missing' | 'refused' | 'off';

export interface DeviceStatus {
  readonly state: DeviceState;
  /** What the system said, in its own words; null when it said nothing. */
  readonly detail: string | null;
}

export interface DevicesView {
  /** Null: weights are typed. */
  readonly scale: (ScaleSettings & DeviceStatus) | null;
  readonly scanners: readonly (ScannerSettings & DeviceStatus)[];
}

/** What the scale says now, or why it says nothing: `none`, there is none set up; `silent`, it is connected and sends nothing. */
export type ScaleView = ScaleReading | { readonly kind: 'none' | 'silent' | 'missing' | 'refused' | 'off' };

export interface SerialPortView {
  readonly path: string;
  readonly usb: UsbIdentity | null;
  /** The maker's name, empty when unknown. */
  readonly maker: string;
}

export interface SerialPortsView {
  readonly ports: readonly SerialPortView[];
  /** Why there is no list; null when there is one. */
  readonly trouble: Message | null;
}

/** One scan of one device. */
export interface DeviceScan {
  /** Names this scan for ever: the same scan told twice counts once. */
  readonly scanId: string;
  readonly device: string;
  readonly text: string;
  /** The scanner cut it short. */
  readonly incomplete: boolean;
}

import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { NetworkTransport, type Patience } from '../../electron/printing/transports/network.ts';
import type { Parcel } from '../../electron/printing/transports/transport.ts';
import { readZebraStatus } from '../../electron/printing/transports/zebra-status.ts';
import type { Message } from '../../shared/messages/say.ts';
import type { FakePrinter, Lamps, Manner } from './support/fake-printer.ts';
import { printerOn } from './support/printer-on.ts';

/* Raw bytes to port 9100 and the like, against a listener that behaves as printers do. */

const ZPL = '^XA^FO10,10^FDHello^FS^XZ\n';
const never = new AbortController().signal;
/** Short waits where the printer will never answer; the real ones are minutes. */
const hasty: Patience = { connect: 2000, status: 150, stall: 150, end: 150, look: 5, restart: 100, away: 400 };
/** Nobody has switched it off, however long a test takes. */
const neverOff: Patience = { ...hasty, restart: 600_000, away: 600_000 };

const parcel = (bytes: Uint8Array | string, language: Parcel['language'] = 'zpl'): Parcel => ({
  jobId: 'job', title: 'label', bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, language, media: '4x6',
});

const PRINTED = { kind: 'sent', confirmed: true };
const SENT = { kind: 'sent', confirmed: false };

const zebra: Manner = { lamps: {}, closes: false };
const office: Manner = { lamps: null, closes: true };

const deliver = (printer: FakePrinter, sent: Parcel, patience?: Patience, note: (fault: Message | null) => void = () => undefined) =>
  new NetworkTransport({ host: '127.0.0.1', port: printer.port }, sent.language, patience).deliver(sent, note, never);

/** A connection of another station, which the printer has answered. */
async function holdLine(printer: FakePrinter): Promise<Socket> {
  for (;;) {
    const socket = connect(printer.port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    const answered = await new Promise<boolean>((resolve) => {
      socket.once('data', () => resolve(true));
      socket.once('close', () => resolve(false));
      socket.on('error', () => undefined);
      socket.write('~HS\r\n');
    });
    if (answered) return socket;
  }
}

describe('a label printer that tells its status', () => {
  test('prints the bytes as they are, once, and confirms them by its status after the last byte', async () => {
    const printer = await printerOn(0, zebra);
    expect(await deliver(printer, parcel(ZPL))).toEqual(PRINTED);
    expect(await printer.printed(1)).toEqual([ZPL]);
  });

  test.each([
    [{ paperOut: true }, 'printing.fault.paperOut'],
    [{ headOpen: true }, 'printing.fault.headOpen'],
  ] as const)('%j after it took the label: that is told, and it counts as printed only once the label is out', async (lamps, key) => {
    const printer = await printerOn(0, { ...zebra, onPaper: () => Object.assign(printer.manner, { lamps }) });
    const notes: (Message | null)[] = [];
    const delivery = deliver(printer, parcel(ZPL), hasty, (fault) => {
      notes.push(fault);
      // Somebody loads it.
      printer.manner = zebra;
    });
    expect(await delivery).toEqual(PRINTED);
    expect(notes[0]).toMatchObject({ key });
    expect(printer.papers).toEqual([ZPL]);
  });

  test('that lacks nothing and still has labels to print is not said to have printed them', async () => {
    const printer = await printerOn(0, { ...zebra, onPaper: () => Object.assign(printer.manner, { lamps: { busy: true } }) });
    expect(await deliver(printer, parcel(ZPL), hasty)).toEqual(SENT);
  });

  test.each([
    ['and on again', [{}, { paperOut: true }, null, {}]],
    ['for good', [{}, { paperOut: true }]],
  ] as const)('that is switched off with the label in its memory, %s, leaves a doubt', async (_, answers) => {
    const left: (Lamps | null)[] = [...answers];
    const printer = await printerOn(0, {
      closes: false,
      get lamps() {
        return left.shift() ?? null;
      },
    });
    expect(await deliver(printer, parcel(ZPL), hasty)).toMatchObject({ kind: 'broken', fault: { key: 'printing.fault.silent' } });
    expect(left).toEqual([]);
  });

  test.each(['refused', 'wait'] as const)('whose only line another station holds for a while (others: %s) leaves no doubt about a label', async (others) => {
    const printer = await printerOn(0, { lamps: {}, closes: true, others, onPaper: () => Object.assign(printer.manner, { lamps: { busy: true } }) });
    const delivery = deliver(printer, parcel(ZPL), neverOff);
    await printer.printed(1);
    // The other station comes in between two looks.
    const other = await holdLine(printer);
    await printer.turnedAway(2);
    Object.assign(printer.manner, { lamps: {} });
    other.destroy();
    expect(await delivery).toEqual(PRINTED);
    expect(printer.papers).toEqual([ZPL]);
  });

  test('that lacked nothing and was not heard of for long has the label, and is not said to have printed it', async () => {
    const left: (Lamps | null)[] = [{}, { busy: true }, null, {}];
    const printer = await printerOn(0, {
      closes: false,
      get lamps() {
        return left.shift() ?? null;
      },
    });
    expect(await deliver(printer, parcel(ZPL), hasty)).toEqual(SENT);
    expect(left).toEqual([]);
  });

  test.each([
    [{ paperOut: true }, 'printing.fault.paperOut'],
    [{ headOpen: true, paperOut: true }, 'printing.fault.headOpen'],
    [{ ribbonOut: true }, 'printing.fault.ribbonOut'],
    [{ paused: true }, 'printing.fault.paused'],
  ] as const)('%j: nothing is sent, and the person is told what to do', async (lamps, key) => {
    const printer = await printerOn(0, { lamps, closes: true });
    expect(await deliver(printer, parcel(ZPL))).toMatchObject({ kind: 'waits', fault: { key } });
    printer.manner = zebra;
    expect(await deliver(printer, parcel(ZPL))).toEqual(PRINTED);
    expect(await printer.printed(1)).toEqual([ZPL]);
  });
});

describe('a printer that tells nothing', () => {
  test('is believed when it ends the connection after everything was sent', async () => {
    const printer = await printerOn(0, office);
    expect(await deliver(printer, parcel(ZPL), hasty)).toEqual(SENT);
    expect(await printer.printed(1)).toEqual([ZPL]);
  });

  test('is not believed when it stays silent: half-open lines look the same', async () => {
    const printer = await printerOn(0, { lamps: null, closes: false });
    expect(await deliver(printer, parcel(ZPL), hasty)).toMatchObject({ kind: 'broken', fault: { key: 'printing.fault.silent' } });
  });

  test('that dies in the middle leaves a doubt, never a second paper by itself', async () => {
    const printer = await printerOn(0, { ...office, diesAfter: 1000 });
    expect(await deliver(printer, parcel(randomBytes(5_000_000), 'pdf'), hasty)).toMatchObject({ kind: 'broken', fault: { key: 'printing.fault.broken' } });
  });

  test('that stops reading is given up after a while', async () => {
    const printer = await printerOn(0, { ...office, freezesAfter: 1000 });
    expect(await deliver(printer, parcel(randomBytes(30_000_000), 'pdf'), hasty)).toMatchObject({ kind: 'broken', fault: { key: 'printing.fault.stalled' } });
  });
});

describe('no printer', () => {
  test('waits where nothing listens, and says the address', async () => {
    const printer = await printerOn(0, office);
    const { port } = printer;
    printer.off();
    const transport = new NetworkTransport({ host: '127.0.0.1', port }, 'pdf');
    const fault = { key: 'printing.fault.refused', params: { address: `127.0.0.1:${port}` } };
    expect(await transport.deliver(parcel('x', 'pdf'), () => undefined, never)).toEqual({ kind: 'waits', fault });
    expect(await transport.condition(never)).toEqual({ kind: 'trouble', fault });
  });
});

test('a status is read only when it is whole, and never throws', () => {
  expect(readZebraStatus('\u0002030,1,0,1245,000,0,0,0,000,0,0,0\u0003\r\n\u0002000,0,0')).toBeUndefined();
  expect(readZebraStatus('\u0002garbage\u0003\u0002more\u0003')).toBeUndefined();
  expect(readZebraStatus('')).toBeUndefined();
  // The third string of the answer before, which came late.
  expect(readZebraStatus('\u00021234,0\u0003\r\n\u0002030,1,0,1245,000,0,0,0,000,0,0,0\u0003\r\n\u0002000,0,1,0,0,2,4,0,00000000,1,000\u0003')).toMatchObject({ paperOut: true, headOpen: true });
});

import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { SCANNER_PAGE } from '../../shared/lib/hid-report.ts';

/* Scanners that the browser reads itself; only the devices are stand-ins. */

class FakeScanner extends EventTarget {
  readonly productName = 'Voyager 1472g';
  readonly collections = [{ usagePage: SCANNER_PAGE }];
  opened = false;
  forgotten = false;
  /** Openings that fail before one succeeds: another program has it. */
  refusals: number;

  constructor(refusals = 0) {
    super();
    this.refusals = refusals;
  }

  open(): Promise<void> {
    this.refusals -= 1;
    if (this.refusals >= 0) return Promise.reject(new DOMException('Failed to open the device.', 'NotAllowedError'));
    this.opened = true;
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.opened = false;
    return Promise.resolve();
  }

  forget(): Promise<void> {
    this.forgotten = true;
    return Promise.resolve();
  }

  scan(code: string): void {
    const report = new Uint8Array(63);
    report.set([code.length, 0, 0, 0, ...Array.from(code, (letter) => letter.charCodeAt(0))]);
    this.dispatchEvent(Object.assign(new Event('inputreport'), { data: new DataView(report.buffer) }));
  }
}

class FakeHid extends EventTarget {
  readonly devices: FakeScanner[] = [];
  getDevices = (): Promise<readonly FakeScanner[]> => Promise.resolve(this.devices);

  plugIn(scanner: FakeScanner): void {
    this.devices.push(scanner);
    this.dispatchEvent(new Event('connect'));
  }

  pullOut(device: FakeScanner): void {
    this.devices.splice(this.devices.indexOf(device), 1);
    this.dispatchEvent(Object.assign(new Event('disconnect'), { device }));
  }
}

beforeEach(() => vi.resetModules());

async function page(...devices: readonly FakeScanner[]) {
  const hid = new FakeHid();
  hid.devices.push(...devices);
  vi.stubGlobal('navigator', { hid });
  onTestFinished(() => void vi.unstubAllGlobals());
  const { startWebScanners, useWebScanners, forgetScanner } = await import('../../renderer/app/web-scanners.ts');
  const scans: string[] = [];
  startWebScanners(({ text, device }) => scans.push(`${device}: ${text}`));
  const states = () => Object.fromEntries(useWebScanners.getState().scanners.map(({ name, state }) => [name, state]));
  return { hid, scans, states, forget: (name: string) => forgetScanner(useWebScanners.getState().scanners.find((one) => one.name === name)?.id ?? '') };
}

const FIRST = 'Voyager 1472g';
const SECOND = 'Voyager 1472g (2)';

it('two scanners of one model are two: each code is told with its own, and one is pulled out, plugged in and removed without the other', async () => {
  const [left, right] = [new FakeScanner(), new FakeScanner()];
  const { hid, scans, states, forget } = await page(left, right);
  await vi.waitFor(() => expect(states()).toEqual({ [FIRST]: 'connected', [SECOND]: 'connected' }));
  left.scan('LEFT');
  right.scan('RIGHT');
  expect(scans).toEqual([`${FIRST}: LEFT`, `${SECOND}: RIGHT`]);

  hid.pullOut(left);
  expect(states()).toEqual({ [FIRST]: 'missing', [SECOND]: 'connected' });
  // A device that comes again is another object to the page.
  hid.plugIn(new FakeScanner());
  await vi.waitFor(() => expect(states()).toEqual({ [FIRST]: 'connected', [SECOND]: 'connected' }));

  await forget(SECOND);
  expect(right.forgotten).toBe(true);
  expect(states()).toEqual({ [FIRST]: 'connected' });
});

it('a scanner that another program has is tried again until it opens', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const scanner = new FakeScanner(2);
  const { scans, states } = await page(scanner);
  await vi.advanceTimersByTimeAsync(0);
  expect(states()).toEqual({ [FIRST]: 'refused' });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(states()).toEqual({ [FIRST]: 'connected' });
  scanner.scan('0614141999996');
  expect(scans).toEqual([`${FIRST}: 0614141999996`]);
});

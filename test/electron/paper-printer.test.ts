import { expect, it } from 'vitest';
import { PaperPrinter, type PaperWindow, type PrintPatience, type PrintPort } from '../../electron/main/paper-printer.ts';
import type { SystemPaper } from '../../shared/contracts/desktop-printing.ts';

/* The real driver against a stand-in for Electron's part of it: the printer list, and windows that draw and print as a test wants. */

interface FakeWindow {
  readonly paper: SystemPaper;
  readonly options: Parameters<PaperWindow['print']>[0][];
  readonly drawn: PromiseWithResolvers<unknown>;
  readonly printed: PromiseWithResolvers<{ success: boolean; failureReason: string }>;
  readonly gone: PromiseWithResolvers<string>;
  /** Resolves when `print` was called. */
  readonly asked: PromiseWithResolvers<void>;
  closed: boolean;
}

class FakeElectron implements PrintPort {
  readonly windows: FakeWindow[] = [];
  readonly #expected: PromiseWithResolvers<FakeWindow>[] = [];
  names = ['Zebra_dock_2', 'Office'];
  refuses: string | undefined;

  printers = (): Promise<readonly { name: string; title: string }[]> => Promise.resolve(this.names.map((name) => ({ name, title: name })));

  open = (paper: SystemPaper): PaperWindow => {
    const window: FakeWindow = { paper, options: [], drawn: Promise.withResolvers(), printed: Promise.withResolvers(), gone: Promise.withResolvers(), asked: Promise.withResolvers(), closed: false };
    this.windows.push(window);
    this.#at(this.windows.length - 1).resolve(window);
    return {
      draw: () => window.drawn.promise,
      print: (options) => {
        if (this.refuses !== undefined) throw new TypeError(this.refuses);
        window.options.push(options);
        window.asked.resolve();
        return window.printed.promise;
      },
      gone: window.gone.promise,
      close: () => {
        window.closed = true;
      },
    };
  };

  /** The window opened as the so-manieth, counted from none. */
  window = (index: number): Promise<FakeWindow> => this.#at(index).promise;

  #at(index: number): PromiseWithResolvers<FakeWindow> {
    while (this.#expected.length <= index) this.#expected.push(Promise.withResolvers());
    const expected = this.#expected[index];
    if (!expected) throw new Error('no such window');
    return expected;
  }
}

const label: SystemPaper = { jobId: 'job-1', printer: 'Zebra_dock_2', media: '4x6', dots: 203, blackOnly: true, bytes: new Uint8Array([1]) };
const whole = { pages: [{ width: 101.6, height: 152.4 }] };
const LONG: PrintPatience = { list: 60_000, draw: 60_000, print: 60_000 };

function opened(patience: Partial<PrintPatience> = {}): { readonly electron: FakeElectron; readonly printer: PaperPrinter } {
  const electron = new FakeElectron();
  return { electron, printer: new PaperPrinter(electron, { ...LONG, ...patience }) };
}

it('hands a drawn paper to the named printer, as large as what is loaded, unscaled, without margins, once', async () => {
  const { electron, printer } = opened();
  const outcome = printer.print(label);
  const window = await electron.window(0);
  expect(window.options).toEqual([]);
  window.drawn.resolve(whole);
  await window.asked.promise;
  expect(window.options).toMatchObject([{ silent: true, deviceName: 'Zebra_dock_2', pageSize: { width: 101_600, height: 152_400 }, margins: { marginType: 'none' }, scaleFactor: 100, copies: 1, pagesPerSheet: 1, dpi: { horizontal: 203, vertical: 203 } }]);
  window.printed.resolve({ success: true, failureReason: '' });
  expect(await outcome).toEqual({ kind: 'sent' });
  expect(window.closed).toBe(true);
});

it.each([
  ['A4', 210_000, 297_000],
  ['Letter', 215_900, 279_400],
] as const)('%s is %i x %i microns', async (media, width, height) => {
  const { electron, printer } = opened();
  const outcome = printer.print({ ...label, media, printer: 'Office' });
  const window = await electron.window(0);
  window.drawn.resolve({ pages: [{ width: width / 1000, height: height / 1000 }] });
  window.printed.resolve({ success: true, failureReason: '' });
  await outcome;
  expect(window.options[0]?.pageSize).toEqual({ width, height });
});

it('opens no window for a printer that the system does not list: it must not end at the default printer', async () => {
  const { electron, printer } = opened();
  expect(await printer.print({ ...label, printer: 'Zebra dock 2' })).toMatchObject({ kind: 'unsent', why: 'unknownPrinter' });
  expect(electron.windows).toEqual([]);
});

const notHandedOver: Readonly<Record<string, (window: FakeWindow) => void>> = {
  'the page cannot draw it': (window) => window.drawn.reject(new Error('Invalid PDF structure.')),
  'the page crashes while it draws': (window) => window.gone.resolve('crashed'),
  'the page says nothing of what it drew': (window) => window.drawn.resolve(undefined),
  'a page of it has another size than what is loaded': (window) => window.drawn.resolve({ pages: [{ width: 101.6, height: 152.4 }, { width: 210, height: 297 }] }),
};
it.each(Object.keys(notHandedOver))('is unsent, and the window closed, when %s', async (what) => {
  const { electron, printer } = opened();
  const outcome = printer.print(label);
  const window = await electron.window(0);
  notHandedOver[what]?.(window);
  expect(await outcome).toMatchObject({ kind: 'unsent', why: 'page' });
  expect(window.options).toEqual([]);
  expect(window.closed).toBe(true);
});

it('is unsent when the page is not drawn in time', async () => {
  const { electron, printer } = opened({ draw: 1 });
  expect(await printer.print(label)).toEqual({ kind: 'unsent', why: 'page', reason: 'timeout' });
  expect(electron.windows[0]).toMatchObject({ options: [], closed: true });
});

it('is unsent where the system makes no job of it', async () => {
  const { electron, printer } = opened();
  const outcome = printer.print(label);
  const window = await electron.window(0);
  window.drawn.resolve(whole);
  window.printed.resolve({ success: false, failureReason: 'Invalid printer settings' });
  expect(await outcome).toEqual({ kind: 'unsent', why: 'settings', reason: 'Invalid printer settings' });
});

it('is unsent where Electron refuses the options', async () => {
  const { electron, printer } = opened();
  electron.refuses = 'height and width properties must be minimum 352 microns.';
  const outcome = printer.print(label);
  (await electron.window(0)).drawn.resolve(whole);
  expect(await outcome).toMatchObject({ kind: 'unsent', why: 'settings' });
});

const handedOver: Readonly<Record<string, readonly [(window: FakeWindow) => void, string]>> = {
  'the system says that it failed': [(window) => window.printed.resolve({ success: false, failureReason: 'Print job failed' }), 'failed'],
  'the system says that it was cancelled': [(window) => window.printed.resolve({ success: false, failureReason: 'Print job canceled' }), 'failed'],
  'the window ends': [(window) => window.gone.resolve('killed'), 'ended'],
};
it.each(Object.keys(handedOver))('is in doubt once it was handed over and %s', async (what) => {
  const { electron, printer } = opened();
  const outcome = printer.print(label);
  const window = await electron.window(0);
  window.drawn.resolve(whole);
  await window.asked.promise;
  const [happens, why] = handedOver[what] ?? [];
  happens?.(window);
  expect(await outcome).toMatchObject({ kind: 'doubt', why });
  expect(window.closed).toBe(true);
});

it('is in doubt when the system never says what became of it', async () => {
  const { electron, printer } = opened({ print: 1 });
  const outcome = printer.print(label);
  (await electron.window(0)).drawn.resolve(whole);
  expect(await outcome).toMatchObject({ kind: 'doubt', why: 'silent' });
});

it('prints one paper at a time, and goes on after one that failed', async () => {
  const { electron, printer } = opened();
  const [first, second] = [printer.print(label), printer.print({ ...label, jobId: 'job-2' })];
  const one = await electron.window(0);
  one.drawn.reject(new Error('no'));
  expect(await first).toMatchObject({ kind: 'unsent' });
  const two = await electron.window(1);
  expect(one.closed).toBe(true);
  two.drawn.resolve(whole);
  two.printed.resolve({ success: true, failureReason: '' });
  expect(await second).toEqual({ kind: 'sent' });
});

it('gives a paper back while it is drawn, and never once it was handed over', async () => {
  const { electron, printer } = opened();
  const drawn = printer.print(label);
  const one = await electron.window(0);
  expect(await printer.withdraw(label.jobId)).toBe(true);
  expect(await drawn).toMatchObject({ kind: 'unsent', why: 'withdrawn' });
  expect(one.options).toEqual([]);

  const printed = printer.print({ ...label, jobId: 'job-2' });
  const two = await electron.window(1);
  two.drawn.resolve(whole);
  await two.asked.promise;
  expect(await printer.withdraw('job-2')).toBe(false);
  two.printed.resolve({ success: true, failureReason: '' });
  expect(await printed).toEqual({ kind: 'sent' });
});

it('what was called back in the very moment in which its page was done is not handed over', async () => {
  const { electron, printer } = opened();
  const outcome = printer.print(label);
  const window = await electron.window(0);
  window.drawn.resolve(whole);
  expect(await printer.withdraw(label.jobId)).toBe(true);
  expect(await outcome).toMatchObject({ kind: 'unsent', why: 'withdrawn' });
  expect(window.options).toEqual([]);
});

it('remembers what became of a paper for a station that was started again meanwhile', async () => {
  const { electron, printer } = opened();
  expect(await printer.outcome(label.jobId)).toBe(null);
  void printer.print(label);
  const asked = printer.outcome(label.jobId);
  const window = await electron.window(0);
  window.drawn.resolve(whole);
  window.printed.resolve({ success: true, failureReason: '' });
  expect(await asked).toEqual({ kind: 'sent' });
  expect(await printer.outcome(label.jobId)).toEqual({ kind: 'sent' });
});

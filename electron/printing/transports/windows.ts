import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Delivery } from '../../../shared/domain/printing/job.ts';
import type { PrinterMedia } from '../../../shared/domain/printing/printer.ts';
import { message } from '../../../shared/messages/say.ts';
import { MOST_ATTEMPTS, type Condition, type Parcel, type TakenBack, type Transport } from './transport.ts';

/** Sizes as drivers name them; a label printer's driver names the size of its roll itself. */
const PAPER: Readonly<Record<PrinterMedia, string | undefined>> = { '4x6': undefined, A4: 'A4', Letter: 'letter' };

/** The program beside the package. From within the app's archive nothing can be started: a copy lies unpacked next to it. */
async function program(): Promise<string> {
  const folder = dirname(fileURLToPath(import.meta.resolve('pdf-to-printer'))).replace('app.asar', 'app.asar.unpacked');
  const found = (await readdir(folder)).find((name) => /^SumatraPDF.*\.exe$/.test(name));
  if (found === undefined) throw new Error(`no SumatraPDF in ${folder}`);
  return join(folder, found);
}

/** A printer of Windows by its name, through the spooler; the package brings the program that Windows itself lacks. */
export class WindowsTransport implements Transport {
  readonly #queue: string;

  constructor(queue: string) {
    this.#queue = queue;
  }

  async deliver({ bytes, media }: Parcel): Promise<Delivery> {
    if (process.platform !== 'win32') return { kind: 'refused', fault: message('printing.fault.notWindows') };
    const folder = await mkdtemp(join(tmpdir(), 'hotdock-print-'));
    try {
      const file = join(folder, 'paper.pdf');
      await writeFile(file, bytes);
      const { print } = await import('pdf-to-printer');
      const size = PAPER[media];
      await print(file, { printer: this.#queue, scale: 'noscale', silent: true, sumatraPdfPath: await program(), ...(size === undefined ? {} : { paperSize: size }) });
      return { kind: 'sent', confirmed: false };
    } catch (error) {
      // The program ends with an error before it has handed anything to the spooler; whether the printer or the paper is to blame it does not tell.
      return { kind: 'waits', attempts: MOST_ATTEMPTS, fault: message('printing.fault.windows', { reason: error instanceof Error ? error.message.slice(0, 200) : String(error) }) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  condition(): Promise<Condition> {
    return Promise.resolve(process.platform === 'win32' ? { kind: 'unknown' } : { kind: 'trouble', fault: message('printing.fault.notWindows') });
  }

  takeBack(): Promise<TakenBack> {
    return Promise.resolve('unknown');
  }

  arrived(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

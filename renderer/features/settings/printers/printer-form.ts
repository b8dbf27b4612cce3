import { z } from 'zod';
import { printer, type Connection, type Printer } from '../../../../shared/domain/printing/printer.ts';

/*
 * A printer as a form holds it: every way's fields beside each other, so that changing the way to and fro loses nothing that was typed.
 */

/** Every way to a printer, in the order in which a form offers them. */
export const ways = ['network', 'ipp', 'windows', 'desktop', 'folder'] as const satisfies readonly Connection['kind'][];

export const printerForm = z
  .object({
    name: printer.shape.name,
    way: z.enum(ways),
    host: z.string().trim().max(200),
    /** Digits: a port is a name, and no number field groups its thousands. */
    port: z.string().trim(),
    url: z.string().trim().max(400),
    queue: z.string().trim().max(200),
    folder: z.string().trim().max(1000),
    media: printer.shape.media,
    language: printer.shape.language,
    dpi: z.enum(['203', '300']),
  })
  .superRefine((typed, context) => {
    const result = printer.shape.connection.safeParse(connectionOf(typed));
    for (const { path } of result.error?.issues ?? []) context.addIssue({ code: 'custom', message: 'not usable', path: [...path] });
  });

export type PrinterValues = z.input<typeof printerForm>;
export type PrinterOutput = z.output<typeof printerForm>;

function connectionOf({ way, host, port, url, queue, folder }: Pick<PrinterValues, 'way' | 'host' | 'port' | 'url' | 'queue' | 'folder'>): Connection {
  switch (way) {
    case 'network':
      return { kind: way, host, port: /^\d+$/.test(port) ? Number(port) : Number.NaN };
    case 'ipp':
      return { kind: way, url };
    case 'windows':
    case 'desktop':
      return { kind: way, queue };
    case 'folder':
      return { kind: way, folder };
  }
}

/** ZPL is for labels; what cannot understand it is sent PDF. */
export const speaksZpl = ({ media, way }: Pick<PrinterValues, 'media' | 'way'>): boolean => media === '4x6' && way !== 'windows' && way !== 'desktop';

/** Whether a label printer is sent dots, so that it has to be known how fine they are. */
export const hasDots = ({ media, way, language }: Pick<PrinterValues, 'media' | 'way' | 'language'>): boolean => media === '4x6' && (way === 'desktop' || (speaksZpl({ media, way }) && language === 'zpl'));

export function printerOf(id: string, typed: PrinterOutput): Printer {
  return { id, name: typed.name, connection: connectionOf(typed), media: typed.media, language: speaksZpl(typed) ? typed.language : 'pdf', dpi: typed.dpi === '203' ? 203 : 300 };
}

export function valuesOf(known: Printer | undefined): PrinterValues {
  const blank = { name: '', way: 'network', host: '', port: '9100', url: '', queue: '', folder: '', media: '4x6', language: 'zpl', dpi: '203' } as const satisfies PrinterValues;
  if (!known) return blank;
  const { kind, ...address } = known.connection;
  const port = known.connection.kind === 'network' ? String(known.connection.port) : blank.port;
  return { ...blank, ...address, port, name: known.name, way: kind, media: known.media, language: known.language, dpi: known.dpi === 203 ? '203' : '300' };
}

/** Where a printer is, as one line of text. */
export function addressOf(connection: Connection): string {
  switch (connection.kind) {
    case 'network':
      return `${connection.host}:${connection.port}`;
    case 'ipp':
      return connection.url;
    case 'windows':
    case 'desktop':
      return connection.queue;
    case 'folder':
      return connection.folder;
  }
}

/** ICU's `select` takes no digit in front. */
export const mediaWord = (media: Printer['media']): string => (media === '4x6' ? 'x4x6' : media);

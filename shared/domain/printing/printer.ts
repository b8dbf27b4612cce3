import { z } from 'zod';
import type { PaperKind } from '../../lib/barcode/scanned-code.ts';

/** What has a printer of its own at a station, or none: then it is shown, to be printed by hand. */
export const printedKinds = ['label', 'pick-list', 'packing-list', 'manifest', 'bill-of-lading', 'day-sheet', 'sheet'] as const;
/** What a station prints. A cart's pick list comes out where the orders' lists do. */
export type PrintedKind = (typeof printedKinds)[number] | 'cart-list';

const printerKind = (kind: PrintedKind): (typeof printedKinds)[number] => (kind === 'cart-list' ? 'pick-list' : kind);

const PRINTED_AS = { 'packing-list': 'packing-list', 'shipment-packing-list': 'packing-list', 'pallet-manifest': 'manifest', 'bill-of-lading': 'bill-of-lading', 'day-sheet': 'day-sheet', 'cart-list': 'cart-list' } as const satisfies Record<PaperKind, PrintedKind>;

/** The kind whose printer prints a paper. */
export const printedAs = (paper: PaperKind): PrintedKind => PRINTED_AS[paper];

/** How a printer is reached. */
export const connection = z.discriminatedUnion('kind', [
  /** Raw bytes to a port (AppSocket, "JetDirect"): label printers and most office printers listen on 9100. */
  z.object({ kind: z.literal('network'), host: z.string().trim().min(1).max(200), port: z.int().min(1).max(65_535) }),
  /** Internet Printing Protocol: a queue of CUPS (`http://localhost:631/printers/NAME`) or the printer itself (`ipp://HOST/ipp/print`). */
  z.object({ kind: z.literal('ipp'), url: z.string().trim().regex(/^(?:ipp|ipps|http|https):\/\/\S+$/).max(400) }),
  /** A printer of Windows, by the name that Windows gives it. */
  z.object({ kind: z.literal('windows'), queue: z.string().trim().min(1).max(200) }),
  /** A printer of the system, by the system's name, printed to by the desktop app itself; there is no such way where the station runs in a browser. */
  z.object({ kind: z.literal('desktop'), queue: z.string().trim().min(1).max(200) }),
  /** A folder: PDFs to keep, or the hot folder of another program. */
  z.object({ kind: z.literal('folder'), folder: z.string().trim().min(1).max(1000) }),
]);
export type Connection = z.infer<typeof connection>;

export const printerMedia = ['4x6', 'A4', 'Letter'] as const;
export type PrinterMedia = (typeof printerMedia)[number];

/** How large each is, in millimetres. */
export const mediaSize: Readonly<Record<PrinterMedia, { readonly width: number; readonly height: number }>> = {
  '4x6': { width: 101.6, height: 152.4 },
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
};

export const printer = z.object({
  id: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(40),
  connection,
  /** What it understands. ZPL is for labels only. */
  language: z.enum(['pdf', 'zpl']),
  /** What is loaded. */
  media: z.enum(printerMedia),
  /** Dots per inch of a label printer that is sent dots: ZPL, or through the desktop app. */
  dpi: z.union([z.literal(203), z.literal(300)]),
});
export type Printer = z.infer<typeof printer>;

const chosen = z.string().nullable();
/** By id. Kinds that came later are missing in what was saved before: nobody has chosen for them. */
export const printerFor = z.object({ label: chosen, 'pick-list': chosen, 'packing-list': chosen.optional(), manifest: chosen.optional(), 'bill-of-lading': chosen.optional(), 'day-sheet': chosen.optional(), sheet: chosen });
export type PrinterFor = z.infer<typeof printerFor>;

/** Why a printer cannot print a kind of paper; null when it can. */
export function unfit({ language, media, connection: { kind: way } }: Printer, kind: PrintedKind): 'labelsOnly' | 'pagesOnly' | 'pdfOnly' | null {
  if (kind !== 'label' && (media === '4x6' || language === 'zpl')) return 'labelsOnly';
  if (kind === 'label' && media !== '4x6') return 'pagesOnly';
  if ((way === 'windows' || way === 'desktop') && language === 'zpl') return 'pdfOnly';
  return null;
}

/** The printer that prints a kind of paper at a station; undefined where it is shown instead. */
export function chosenPrinter({ printers, printerFor: chosen }: { readonly printers: readonly Printer[]; readonly printerFor: PrinterFor }, kind: PrintedKind): Printer | undefined {
  const id = chosen[printerKind(kind)] ?? null;
  const found = id === null ? undefined : printers.find((each) => each.id === id);
  return found && unfit(found, kind) === null ? found : undefined;
}

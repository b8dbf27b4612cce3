import PDFDocument from 'pdfkit';
import type { PaperSize } from '../../shared/documents/papers.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { withFonts, type Pdf } from './ink.ts';

/** Width and height in points (1/72 in). */
export type PageSize = readonly [width: number, height: number];

/** What a printer is told: the page is that size and nothing is scaled. */
export const PAPER: Readonly<Record<PaperSize, PageSize>> = { A4: [595.28, 841.89], Letter: [612, 792] };

interface Opening {
  readonly title: string;
  readonly size: PageSize;
  readonly locale?: string;
  /** Written into the file, so that the same paper gives the same bytes; absent: now. */
  readonly at?: Instant;
  /** Keeps the pages until the end, so that what their number says can be written on each. */
  readonly bufferPages?: boolean;
}

/** A document without pages; every page is added by hand. */
export function openPdf({ title, size: [width, height], locale, at, bufferPages = false }: Opening): Pdf {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    bufferPages,
    size: [width, height],
    margin: 0,
    displayTitle: true,
    ...(locale === undefined ? {} : { lang: locale }),
    info: { Title: title, Creator: 'Hotdock', ...(at === undefined ? {} : { CreationDate: new Date(at) }) },
  });
  return withFonts(pdf);
}

/** Ends the document and answers its bytes. */
export function closePdf(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
    pdf.end();
  });
}

import PDFDocument from 'pdfkit';
import { fontFile, type Weight } from './fonts.ts';

/** How a text is set. `size` in points. */
export interface Style {
  readonly weight: Weight;
  readonly size: number;
  /** A number or code of letters and digits: its zeros are crossed, so that nobody reads the letter O. */
  readonly code?: boolean;
  /** Width of the letters as part of their natural width; absent: 1. */
  readonly narrow?: number;
}

export type Pdf = PDFKit.PDFDocument;

export const withFonts = (pdf: Pdf): Pdf => pdf.registerFont('regular', fontFile('regular')).registerFont('bold', fontFile('bold'));

const NUMBER = /^[\d.,()\s]+$/;

/** Plain numbers have digits of one width, so that columns stand. */
function features(text: string, code: boolean): { readonly features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  if (code) return { features: ['zero'] };
  return NUMBER.test(text) ? { features: ['tnum'] } : {};
}

let ruler: Pdf | undefined;

/** Width of a text in points. */
export function textWidth(text: string, { weight, size, code = false, narrow = 1 }: Style): number {
  ruler ??= withFonts(new PDFDocument({ autoFirstPage: false }));
  return ruler.font(weight).fontSize(size).widthOfString(text, features(text, code)) * narrow;
}

/** Writes one line in black with its baseline at `y`; nothing wraps and no page is begun. */
export function write(pdf: Pdf, text: string, x: number, y: number, { weight, size, code = false, narrow = 1 }: Style): void {
  if (text === '') return;
  pdf.save().translate(x, y).scale(narrow, 1).font(weight).fontSize(size).fillColor('black');
  pdf.text(text, 0, 0, { lineBreak: false, baseline: 'alphabetic', ...features(text, code) }).restore();
}

/** Writes one line that ends at `x`. */
export function writeLeftOf(pdf: Pdf, text: string, x: number, y: number, style: Style): void {
  write(pdf, text, x - textWidth(text, style), y, style);
}

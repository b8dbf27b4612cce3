import type { FileAnswer } from '../../shared/contracts/api.ts';
import type { Paper, PaperSize } from '../../shared/documents/papers.ts';
import { plainName } from '../documents/plain-name.ts';
import type { RenderJob } from '../printing/job.ts';
import type { LabelDpi } from '../printing/label-zpl.ts';
import { pageFacts } from '../printing/page-facts.ts';
import type { PrintingPress } from '../printing/printing-press.ts';

/* Papers as files and as what printers are sent. PDFs are rendered in a thread of their own, ZPL (a few milliseconds) here. */

const PDF = 'application/pdf';

const answer = (fileName: string, mediaType: string, bytes: Uint8Array): FileAnswer => ({ fileName, mediaType, base64: Buffer.from(bytes).toString('base64') });

const pdfAnswer = (name: string, bytes: Uint8Array): FileAnswer => ({ ...answer(`${name}.pdf`, PDF, bytes), pages: pageFacts(bytes) });

/** A paper as a PDF for a kind of sheet; a label has its own size. */
export async function renderPaper(press: PrintingPress, paper: Paper, size: PaperSize): Promise<FileAnswer> {
  const bytes = await press.render(paper.kind === 'label' || paper.kind === 'test' ? paper : { ...paper, size });
  return pdfAnswer(paperName(paper), bytes);
}

/** What is made to be read or kept and does not go through the print queue, as a PDF of that name. */
export async function renderFile(press: PrintingPress, name: string, job: RenderJob): Promise<FileAnswer> {
  return pdfAnswer(name, await press.render(job));
}

/** Which revision of what it is about a paper shows; null: it shows no revision. */
export function revisionOf(paper: Paper): string | null {
  if (paper.kind === 'pick-list') return String(paper.paper.revision);
  if (paper.kind === 'label') return paper.label.mark ?? null;
  return paper.kind === 'sheet' || paper.kind === 'bill-of-lading' || paper.kind === 'cart-list' ? paper.paper.revision : null;
}

/** Its name as a file or a job. */
export function paperName(paper: Paper): string {
  switch (paper.kind) {
    case 'pick-list':
      return `pick-list-${plainName(paper.paper.po)}-r${paper.paper.revision}`;
    case 'sheet':
    case 'cart-list':
    case 'bill-of-lading':
      return paper.paper.fileName;
    case 'label':
      return `label-${paper.label.sscc}`;
    case 'code-sheet':
      return plainName(paper.sheet.title);
    case 'test':
      return `test-${plainName(paper.test.printer)}`;
  }
}

/** The label in the printer's own language, as a file. */
export async function labelInZpl({ label }: Extract<Paper, { kind: 'label' }>, dpi: LabelDpi): Promise<FileAnswer> {
  return answer(`label-${label.sscc}.zpl`, 'text/plain; charset=utf-8', await zplOf({ kind: 'label', label }, dpi));
}

/** What a label printer is sent. The renderer is loaded when it is first needed. */
export async function zplOf(paper: Extract<Paper, { kind: 'label' | 'test' }>, dpi: LabelDpi): Promise<Uint8Array> {
  const text = paper.kind === 'label' ? (await import('../printing/label-zpl.ts')).renderLabelZpl(paper.label, dpi) : (await import('../printing/test-paper.ts')).renderTestZpl(paper.test, dpi);
  return new TextEncoder().encode(text);
}

/** The same paper as it says that another one of it was asked for before. Sheets of codes have no such mark: any number of them may hang. */
export function reprintOf(paper: Paper): Paper {
  switch (paper.kind) {
    case 'pick-list':
      return { ...paper, paper: { ...paper.paper, reprint: true } };
    case 'cart-list':
      return { ...paper, paper: { ...paper.paper, reprint: true } };
    case 'sheet':
      return { ...paper, paper: { ...paper.paper, reprint: true } };
    case 'bill-of-lading':
      return { ...paper, paper: { ...paper.paper, reprint: true } };
    case 'label':
      return { ...paper, label: { ...paper.label, reprint: true } };
    case 'code-sheet':
    case 'test':
      return paper;
  }
}

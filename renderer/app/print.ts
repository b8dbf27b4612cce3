import { create } from 'zustand';
import type { FileAnswer } from '../../shared/contracts/api.ts';
import { saveFile } from './files.ts';
import { useScans } from './scanning.ts';

/** A paper to print: shown as it will come out, with the one press that prints it. */
export interface Paper {
  readonly file: FileAnswer;
  /** The pallet or carton whose label it is: it is scanned after sticking it on. Null for other papers. */
  readonly labelOf: string | null;
  /** Scans answered when it was shown; the next one means that work goes on. */
  readonly answered: number;
}

export const usePaper = create<{ readonly paper: Paper | null }>(() => ({ paper: null }));

/** Shows a PDF to be printed. What a page cannot show is saved instead. */
export function showPaper(file: FileAnswer, labelOf: string | null): void {
  if (file.mediaType !== 'application/pdf' || !navigator.pdfViewerEnabled) saveFile(file);
  else usePaper.setState({ paper: { file, labelOf, answered: useScans.getState().answered } });
}

export const putPaperAway = (): void => usePaper.setState({ paper: null });

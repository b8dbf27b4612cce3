import type { CodeSheet, LogisticsLabel, PaperSize, PickListPaper } from '../../shared/documents/papers.ts';

/** One paper to render; what the station asks of the printing worker. */
export type PrintJob =
  | { readonly kind: 'pick-list'; readonly paper: PickListPaper; readonly size: PaperSize }
  | { readonly kind: 'label'; readonly label: LogisticsLabel }
  | { readonly kind: 'code-sheet'; readonly sheet: CodeSheet; readonly size: PaperSize };

export interface PrintRequest {
  readonly id: number;
  readonly job: PrintJob;
}

export type PrintReply = { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly fault: string };

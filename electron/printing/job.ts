import type { BillOfLadingPaper } from '../../shared/documents/bill-of-lading.ts';
import type { CartListPaper } from '../../shared/documents/cart-list.ts';
import type { DossierPaper } from '../../shared/documents/dossier.ts';
import type { CodeSheet, LogisticsLabel, PaperSize, PickListPaper, TestPaper } from '../../shared/documents/papers.ts';
import type { SheetPaper } from '../../shared/documents/sheet.ts';

/** One paper to render as PDF; what the station asks of the printing worker. */
export type RenderJob =
  | { readonly kind: 'dossier'; readonly paper: DossierPaper; readonly size: PaperSize }
  | { readonly kind: 'pick-list'; readonly paper: PickListPaper; readonly size: PaperSize }
  | { readonly kind: 'cart-list'; readonly paper: CartListPaper; readonly size: PaperSize }
  | { readonly kind: 'sheet'; readonly paper: SheetPaper; readonly size: PaperSize }
  | { readonly kind: 'bill-of-lading'; readonly paper: BillOfLadingPaper; readonly size: PaperSize }
  | { readonly kind: 'label'; readonly label: LogisticsLabel }
  | { readonly kind: 'code-sheet'; readonly sheet: CodeSheet; readonly size: PaperSize }
  | { readonly kind: 'test'; readonly test: TestPaper };

export interface PrintRequest {
  readonly id: number;
  readonly job: RenderJob;
}

export type PrintReply = { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly fault: string };

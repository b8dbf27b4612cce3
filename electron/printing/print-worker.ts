import { parentPort } from 'node:worker_threads';
import { renderBillOfLading } from './bill-of-lading.ts';
import { renderCartList } from './cart-list.ts';
import { renderCodeSheet } from './code-sheet.ts';
import { renderDossier } from './dossier.ts';
import type { RenderJob, PrintReply, PrintRequest } from './job.ts';
import { renderLabelPdf } from './label-pdf.ts';
import { renderPickList } from './pick-list.ts';
import { renderTestPdf } from './test-paper.ts';
import { renderSheet } from './sheet.ts';

/* A PDF takes a tenth of a second and more: it is made here, beside the thread that answers scans. */

function render(job: RenderJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'pick-list':
      return renderPickList(job.paper, job.size);
    case 'cart-list':
      return renderCartList(job.paper, job.size);
    case 'sheet':
      return renderSheet(job.paper, job.size);
    case 'bill-of-lading':
      return renderBillOfLading(job.paper, job.size);
    case 'dossier':
      return renderDossier(job.paper, job.size);
    case 'label':
      return renderLabelPdf(job.label);
    case 'code-sheet':
      return renderCodeSheet(job.sheet, job.size);
    case 'test':
      return renderTestPdf(job.test);
  }
}

parentPort?.on('message', ({ id, job }: PrintRequest) => {
  const reply = (message: PrintReply): void => parentPort?.postMessage(message);
  render(job).then(
    (bytes) => reply({ id, bytes }),
    (error: unknown) => reply({ id, fault: error instanceof Error ? error.message : String(error) }),
  );
});

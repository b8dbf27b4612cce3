import type { FileAnswer } from '../../shared/contracts/api.ts';
import { saveFile } from './files.ts';

/** How long what is printed stays readable: the print dialog takes its time. */
const KEPT_MS = 120_000;

/** Opens the system's print dialog for a PDF; anything a page cannot print is saved instead. */
export function printFile(file: FileAnswer): void {
  if (file.mediaType !== 'application/pdf' || !navigator.pdfViewerEnabled) {
    saveFile(file);
    return;
  }
  const bytes = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.title = file.fileName;
  frame.tabIndex = -1;
  frame.addEventListener('load', () => {
    const focused = document.activeElement;
    frame.contentWindow?.print();
    // Printing takes the focus, and whoever works by keyboard wants it back.
    if (focused instanceof HTMLElement) focused.focus();
  });
  frame.src = address;
  document.body.append(frame);
  setTimeout(() => {
    frame.remove();
    URL.revokeObjectURL(address);
  }, KEPT_MS);
}

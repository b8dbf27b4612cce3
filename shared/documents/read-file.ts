import type { FileReading } from './incoming.ts';
import { problem } from './problem.ts';
import { readSpApi } from './sp-api/read-sp-api.ts';
import type { SpApiOptions } from './sp-api/vendor-order.ts';
import { decodeText, foundKind } from './text.ts';
import { readX12 } from './x12/read-x12.ts';
import { looksLikeX12 } from './x12/segments.ts';

export const FILE_BYTES_MAX = 64 * 1024 * 1024;

/** What a reader must be told that is not in the document. */
export type ReadOptions = SpApiOptions;

/**
 * The orders of a file, whatever it is called: the format is decided by its content. `fileName` is only repeated in problems, never
 * used as a path. Never throws; a file that is no order document has a problem that says what was found and what is accepted.
 */
export function readOrders(bytes: Uint8Array, fileName: string, options: ReadOptions): FileReading {
  const refused = (found: FileReading['problem']): FileReading => ({ format: 'unknown', orders: [], problem: found });
  if (bytes.length > FILE_BYTES_MAX) {
    const megabytes = (size: number): number => Math.ceil(size / (1024 * 1024));
    return refused(problem('documents.file.too-large', fileName, { size: megabytes(bytes.length), most: megabytes(FILE_BYTES_MAX) }));
  }
  const text = decodeText(bytes);
  const start = text.slice(0, 1000).trimStart();
  if (/^[[{]/.test(start)) return readSpApi(text, options);
  if (looksLikeX12(text)) return readX12(text);
  if (text.trim() === '') return refused(problem('documents.file.empty', fileName));
  return refused(problem('documents.file.unknown', fileName, { found: foundKind(bytes, start) }));
}

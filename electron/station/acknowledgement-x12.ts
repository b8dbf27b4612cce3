import { DocumentNotWritable } from '../../shared/documents/not-writable.ts';
import type { AcknowledgementDocument } from '../../shared/documents/outgoing.ts';
import { writeAcknowledgement855 } from '../../shared/documents/x12/acknowledgement-855.ts';
import { acknowledgementDocument } from '../../shared/domain/acknowledgement/document.ts';
import type { Context } from '../../shared/domain/decision.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import type { PoNumber } from '../../shared/lib/ids.ts';
import { message, type Message } from '../../shared/messages/say.ts';

/**
 * The X12 855 of an answer, or why it has none: an order whose number X12 cannot hold is still answered, with the JSON
 * alone. Throws DocumentNotWritable for every other fault.
 */
export function acknowledgementX12(document: AcknowledgementDocument): { readonly text: string } | { readonly why: Message } {
  try {
    return { text: writeAcknowledgement855(document) };
  } catch (error) {
    if (!(error instanceof DocumentNotWritable) || error.code !== 'documents.write.not-ascii') throw error;
    return { why: message(error.code, error.params) };
  }
}

/** Why an answered order has no X12 855; null where it may have one. */
export function whyNoX12(reader: Reader, po: PoNumber, context: Pick<Context, 'now' | 'station'>): Message | null {
  const document = acknowledgementDocument(reader, po, context);
  if (!document) return null;
  try {
    const written = acknowledgementX12(document);
    return 'why' in written ? written.why : null;
  } catch (error) {
    // What keeps the next document from being written says nothing of those that are.
    if (error instanceof DocumentNotWritable) return null;
    throw error;
  }
}

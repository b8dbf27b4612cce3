import type { DocumentProblem } from '../../../documents/incoming.ts';
import { catalogue, type MessageKey } from '../../../messages/catalogue.ts';
import { message, type Message } from '../../../messages/say.ts';

const isMessageKey = (code: string): code is MessageKey => Object.hasOwn(catalogue.en, code);

/** A reader's problem in words. `place` is among the values, for texts that name it. */
export function problemMessage({ code, params, place }: DocumentProblem): Message {
  return isMessageKey(code) ? message(code, { place, ...params }) : message('orders.refused.unreadable', { field: code });
}

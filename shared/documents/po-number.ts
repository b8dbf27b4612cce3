import type { Place } from './incoming.ts';
import { quoted, type Warnings } from './problem.ts';

/** What nobody sees: control characters that are no space, direction marks, zero-width signs, halves of a character. */
const INVISIBLE = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}\p{Cs}\p{DI}]/gu;

/** An order's number as people see it: an invisible sign in it must not make a second order of the same number. */
export const visiblePo = (text: string): string => text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().normalize('NFC');

/** The same, with a warning where something invisible was taken out. */
export function readPo(text: string, place: Place, warnings: Warnings): string {
  const po = visiblePo(text);
  if (text.replace(INVISIBLE, '').length !== text.length) warnings.add('documents.order.po-invisible', place, { po: quoted(po) });
  return po;
}

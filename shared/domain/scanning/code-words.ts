import type { Fault, Remark } from '../../lib/barcode/scanned-code.ts';
import { message, type Message } from '../../messages/say.ts';

/** Why a code is refused: what is wrong with it, what was expected, and what to do. */
export function faultWords({ reason, params }: Fault): Message {
  const value = (name: string): string | number => params[name] ?? '';
  const ai = value('ai');
  switch (reason) {
    case 'empty':
      return message('scanning.fault.empty');
    case 'too-long':
      return message('scanning.fault.tooLong', { length: value('length'), max: value('max') });
    case 'control-characters':
      return message('scanning.fault.controlCharacters', { code: value('code') });
    case 'check-digit':
      return message('scanning.fault.checkDigit', { digits: value('digits'), expected: value('expected'), found: value('found') });
    case 'check-characters':
      return message('scanning.fault.checkCharacters', { ai, expected: value('expected'), found: value('found') });
    case 'incomplete':
      return 'ai' in params ? message('scanning.fault.incompletePart', { ai, found: value('found'), needed: value('needed') }) : message('scanning.fault.incomplete');
    case 'unknown-ai':
      return message('scanning.fault.unknownIdentifier', { ai });
    case 'not-elements':
      return message('scanning.fault.notElements', { place: Number(value('at')) + 1 });
    case 'bad-characters':
      return message('scanning.fault.characters', { ai });
    case 'value-too-long':
      return message('scanning.fault.valueTooLong', { ai, found: value('found'), max: value('max') });
    case 'bad-date':
      return message('scanning.fault.date', { ai, value: value('value') });
    case 'bad-time':
      return message('scanning.fault.time', { ai, value: value('value') });
    case 'bad-value':
      return message('scanning.fault.value', { ai, value: value('value'), wanted: value('wanted') });
    case 'bad-link':
      return message('scanning.fault.link', { ai });
    case 'contradiction':
      return message('scanning.fault.contradiction', { ai });
    case 'unknown-command':
      return message('scanning.fault.command', { name: value('name') });
    case 'bad-quantity':
      return message('scanning.fault.quantity', { value: value('value') });
  }
}

/** What a label breaks of GS1's rules without being wrong to scan. */
export function remarkWords(remark: Remark): Message {
  return remark.kind === 'needs'
    ? message('scanning.remark.needs', { ai: remark.ai, count: remark.oneOf.length, others: remark.oneOf.join(', ') })
    : message('scanning.remark.excludes', { ai: remark.ai, other: remark.other });
}

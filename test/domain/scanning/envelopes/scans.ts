import type { ScanInput } from '../../../../shared/domain/scanning/scan.ts';
import { orderPaperCode } from '../../../../shared/lib/barcode/house-code.ts';
import { codes, command, foreignCarton, HOT, PLAIN } from '../floor.ts';
import { BOWLS, OTHER, OTHER_CARTON, OTHER_PALLET, OWN_PALLET, PALLET_GTIN } from './scenes.ts';

type Scan = Partial<ScanInput> & { readonly code: string };

const twice = (code: string): Scan => ({ code, confirming: code });

/** What is scanned in the tables, by a name that a person would give it. */
export const scans = {
  'bin A-01-01': { code: 'A-01-01' },
  'bin A-01-02': { code: 'A-01-02' },
  'bin C-01-01': { code: 'C-01-01' },
  'case of mugs': { code: codes.mugCase },
  'a mug': { code: codes.mugEach },
  'case of grinders': { code: codes.grinderCase },
  'a plate': { code: codes.plateEach },
  'SKU of mugs': { code: 'MUG' },
  'SKU of mugs, 5 keyed': { code: 'MUG', quantity: 5 },
  'SKU of mugs, 18 keyed': { code: 'MUG', quantity: 18 },
  'SKU of mugs, 24 keyed': { code: 'MUG', quantity: 24 },
  'SKU of mugs, 20000 keyed': { code: 'MUG', quantity: 20_000 },
  'SKU of mugs, 2 million keyed': { code: 'MUG', quantity: 2_000_000 },
  'pallet GTIN of mugs': { code: PALLET_GTIN },
  'quantity 30': { code: 'HD:QTY:30' },
  'quantity 20000': { code: 'HD:QTY:20000' },
  'quantity 7': { code: 'HD:QTY:7' },
  'digits 7': { code: '7' },
  'digit 0': { code: '0' },
  "the other order's pallet": { code: OTHER_PALLET },
  "the other order's pallet again": twice(OTHER_PALLET),
  'own pallet': { code: OWN_PALLET },
  'own pallet again': twice(OWN_PALLET),
  'packed carton': { code: OTHER_CARTON },
  'carton noted before': { code: foreignCarton(2) },
  'new carton': { code: foreignCarton(9) },
  'carton labelled as of grinders': { code: `(00)${foreignCarton(9)}(02)${codes.grinderCase}(37)1` },
  'carton labelled as of plates': { code: `(00)${foreignCarton(9)}(02)${codes.plateEach.padStart(14, '0')}(37)4` },
  'order HOT': { code: HOT },
  'order PLAIN': { code: PLAIN },
  'order PLAIN to pick': { code: PLAIN, task: 'pick' },
  'order PLAIN to pack': { code: PLAIN, task: 'pack' },
  'order PLAIN to load': { code: PLAIN, task: 'load' },
  'order PLAIN to count': { code: PLAIN, task: 'count' },
  'order PLAIN to receive': { code: PLAIN, task: 'receive' },
  'the other order': { code: OTHER },
  'order BOWLS': { code: BOWLS },
  'first list of HOT': { code: orderPaperCode(HOT, 1) },
  'ninth list of HOT': { code: orderPaperCode(HOT, 9) },
  NEXT: { code: command.next },
  'NEXT again': twice(command.next),
  DONE: { code: command.done },
  'DONE, to look up': { code: command.done, task: 'lookup' },
  'DONE again': twice(command.done),
  SHORT: { code: command.short },
  'SHORT again': twice(command.short),
  DAMAGED: { code: command.damaged },
  'DAMAGED again': twice(command.damaged),
  PRINT: { code: command.print },
  UNDO: { code: command.undo },
  'UNDO after a refusal': { code: command.undo, afterRefusal: true },
  'UNDO after a question': { code: command.undo, afterQuestion: true },
  'UNDO again': { code: command.undo, afterRefusal: true, confirming: command.undo },
} as const satisfies Readonly<Record<string, Scan>>;

export type ScanName = keyof typeof scans;

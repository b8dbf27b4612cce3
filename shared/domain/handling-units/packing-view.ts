import type { PoNumber } from '../../lib/ids.ts';
import type { Message } from '../../messages/say.ts';
import { leftToPack, leftToPick } from '../picking/pick-lines.ts';
import type { Content, HandlingUnit, Line } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { standingOn } from './nesting.ts';
import { unitWarnings } from './pallet-rules.ts';

export interface PackedUnit {
  readonly unit: HandlingUnit;
  readonly contents: readonly Content[];
  readonly warnings: readonly Message[];
  /** Which of the order's units it is, voided ones not counted. */
  readonly position: { readonly index: number; readonly of: number };
}

export interface PackingView {
  readonly units: readonly PackedUnit[];
  /** Lines with goods picked and waiting to be packed, in the document's order. */
  readonly waiting: readonly { readonly line: Line; readonly left: number }[];
  readonly picked: number;
  readonly packed: number;
  /** Accepted and not even picked. */
  readonly unpicked: number;
}

/** What stands on an order's pallets and what waits for them. For screens. */
export function packingView(reader: Reader, po: PoNumber): PackingView {
  const units = reader.find('unit', { po }).filter((unit) => unit.state !== 'voided' && unit.parent === null).sort((left, right) => left.openedAt - right.openedAt || (left.sscc < right.sscc ? -1 : 1));
  const lines = reader.find('line', { po }).sort((left, right) => left.position - right.position);
  const total = (of: (line: Line) => number): number => lines.reduce((sum, line) => sum + of(line), 0);
  return {
    units: units.map((unit, index) => ({ unit, contents: standingOn(reader, unit.sscc), warnings: unitWarnings(reader, unit), position: { index: index + 1, of: units.length } })),
    waiting: lines.flatMap((line) => (leftToPack(line) > 0 ? [{ line, left: leftToPack(line) }] : [])),
    picked: total((line) => line.picked),
    packed: total((line) => line.packed),
    unpicked: total(leftToPick),
  };
}

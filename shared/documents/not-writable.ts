import type { Place } from './incoming.ts';
import type { AcknowledgedLine } from './outgoing.ts';
import { perUnit } from './unit-cost.ts';
import type { DocumentsKey, ProblemParams } from './problem.ts';

/**
 * A document that the customer would refuse, found before it is written. `code` is a key of the message catalogue that says what a
 * person must complete; `place` names the order, line or handling unit.
 */
export class DocumentNotWritable extends Error {
  readonly code: DocumentsKey;
  readonly params: ProblemParams;
  readonly place: Place;

  constructor(code: DocumentsKey, place: Place, params: ProblemParams = {}) {
    super(`${code} at ${place}`);
    this.name = 'DocumentNotWritable';
    this.code = code;
    this.params = { ...params, place };
    this.place = place;
  }
}

/** One acknowledged line in the unit in which it was ordered, with every rule that holds for JSON and X12 checked. */
export interface WritableLine {
  readonly ordered: number;
  readonly accepted: number;
  readonly backordered: number;
  readonly rejected: number;
  readonly costOfEach: string;
  readonly costOfUnit: string;
  readonly currency: string;
}

/**
 * Quantities of a line in ordered units.
 * @throws DocumentNotWritable when parts do not add up to what was ordered, split a case, lack a reason or a cost.
 */
export function writableLine(po: string, line: AcknowledgedLine): WritableLine {
  const place = linePlace(po, line.line);
  const units = (eaches: number): number => orderedUnits(eaches, line.unitSize, line.line, place);
  if (line.accepted + line.backordered + line.rejected !== line.ordered) {
    throw new DocumentNotWritable('documents.write.does-not-add-up', place, {
      line: line.line,
      ordered: line.ordered,
      answered: line.accepted + line.backordered + line.rejected,
    });
  }
  if (line.rejected > 0 && line.rejectionReason === null) {
    throw new DocumentNotWritable('documents.write.reason-missing', place, { line: line.line });
  }
  if (line.cost === null || !(Number(line.cost.amount) > 0)) {
    throw new DocumentNotWritable('documents.write.cost-missing', place, {
      line: line.line,
      product: line.vendorSku ?? line.asin ?? line.gtin ?? line.buyerPart ?? '',
    });
  }
  return {
    ordered: units(line.ordered),
    accepted: units(line.accepted),
    backordered: units(line.backordered),
    rejected: units(line.rejected),
    costOfEach: line.cost.amount,
    costOfUnit: perUnit(line.cost.amount, line.unitSize),
    currency: line.cost.currency,
  };
}

/** Eaches as whole ordered units. @throws DocumentNotWritable when a unit would be split. */
function orderedUnits(eaches: number, unitSize: number, line: string, place: Place): number {
  const units = eaches / unitSize;
  if (!Number.isSafeInteger(units) || units < 0) {
    throw new DocumentNotWritable('documents.write.not-whole-units', place, { line, eaches, unitSize });
  }
  return units;
}

export const linePlace = (po: string, line: string): Place => `${po} line ${line}`;

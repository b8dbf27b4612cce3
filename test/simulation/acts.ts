import type { Operation } from '../../shared/contracts/operations.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import type { Event } from './tally.ts';

/** What a person's act was, in the words of the tally: what its operations alone do not tell. */
export function actsOf(reader: Reader, operations: readonly Operation[]): readonly Event[] {
  const acts = operations.flatMap((operation) => actOf(reader, operation));
  const kinds = new Set(operations.map(({ kind }) => kind));
  const moved = kinds.has('unit.unpacked') && kinds.has('unit.packed');
  if (!moved) return acts;
  return [...acts, kinds.has('unit.opened') ? 'split' : 'moved'];
}

function actOf(reader: Reader, operation: Operation): readonly Event[] {
  switch (operation.kind) {
    case 'unit.packed':
      return operation.body.trace === undefined ? [] : [operation.body.trace.serial === null ? 'packed with a lot' : 'packed with a serial number'];
    case 'goods.damaged':
      return [operation.body.takes === undefined ? 'damaged in a bin or in hand' : 'damaged on a unit'];
    case 'stock.set':
      return operation.body.code === null ? [] : ['counted by scanning'];
    case 'task.set':
      return operation.body.cart === undefined ? [] : ['walked for several orders'];
    case 'scan.undone': {
      const scan = reader.get('scan', { opId: operation.body.undoes });
      return scan ? [`undid ${scan.kind}`] : [];
    }
    default:
      return [];
  }
}

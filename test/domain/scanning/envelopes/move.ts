import type { Table } from './table.ts';

export const move: Table = {
  'move.from': {
    'bin A-01-01': { is: 'wrong', says: ['scanning.wrong.palletWanted'] },
    'case of mugs': { is: 'wrong', says: ['scanning.move.palletFirst'] },
    'case of grinders': { is: 'wrong', says: ['scanning.move.palletFirst'] },
    'SKU of mugs': { is: 'wrong', says: ['scanning.move.palletFirst'] },
    'SKU of mugs, 5 keyed': { is: 'wrong', says: ['scanning.move.palletFirst'] },
    'SKU of mugs, 24 keyed': { is: 'wrong', says: ['scanning.move.palletFirst'] },
    'quantity 7': { is: 'wrong', says: ['scanning.wrong.quantityOfWhat'] },
    'digit 2': { is: 'unknown', says: ['scanning.unknown', { code: '2' }], writes: [{ kind: 'scan.unknown', body: { code: '2', task: 'move' } }] },
    "the other order's pallet": { is: 'accepted', says: ['scanning.move.from', { unit: '0 0614141 000000001 2', eaches: 12 }], next: ['move.goods', { unit: '0 0614141 000000001 2', eaches: 12 }, { sscc: '006141410000000012' }], writes: [{ kind: 'task.set', body: { kind: 'move', po: null, shipmentId: null, sscc: null, location: null, sku: null, carton: null, move: { from: '006141410000000012', goods: [] } } }], undoable: true },
    'own pallet': { is: 'wrong', says: ['scanning.wrong.unknownSscc'] },
    'packed carton': { is: 'accepted', says: ['scanning.move.carton', { carton: '3 9521 2340 0000 0001 4', unit: '0 0614141 000000001 2' }], next: ['move.to', { unit: '0 0614141 000000001 2', eaches: 6 }, { sscc: '006141410000000012' }], writes: [{ kind: 'task.set', body: { kind: 'move', po: null, shipmentId: null, sscc: null, location: null, sku: null, carton: null, move: { from: '006141410000000012', goods: [{ kind: 'carton', carton: '395212340000000014' }] } } }], undoable: true },
    'new carton': { is: 'wrong', says: ['scanning.wrong.unknownSscc'] },
    'lot A': { is: 'wrong', says: ['scanning.move.palletFirst'] },
    'order PLAIN': { is: 'wrong', says: ['scanning.move.orderMeanwhile'] },
    'first list of HOT': { is: 'wrong', says: ['scanning.move.orderMeanwhile'] },
    MOVE: { is: 'info', says: ['scanning.step.moveFrom'] },
    NEW: { is: 'wrong', says: ['scanning.move.palletFirst'] },
    NEXT: { is: 'info', says: ['scanning.step.moveFrom'] },
    DONE: { is: 'accepted', says: ['scanning.move.ended'], next: ['idle', {}, { task: null }], writes: [{ kind: 'task.left', body: {} }] },
    'DONE again': { is: 'accepted', says: ['scanning.move.ended'], next: ['idle', {}, { task: null }], writes: [{ kind: 'task.left', body: {} }] },
    SHORT: { is: 'wrong', says: ['scanning.command.onlyPicking'] },
    DAMAGED: { is: 'wrong', says: ['scanning.command.onlyWithGoods'] },
    PRINT: { is: 'wrong', says: ['scanning.command.nothingToPrint'] },
    UNDO: { is: 'accepted', says: ['scanning.undo.moveStep', { eaches: 0, sku: '', po: '', unit: '', location: '', code: '' }], writes: [{ kind: 'scan.undone', body: { undoes: 'an operation' } }] },
  },
  'move.goods': {
    'bin A-01-01': { is: 'wrong', says: ['scanning.wrong.palletWanted'] },
    'case of mugs': { is: 'accepted', says: ['scanning.move.noted', { sku: 'MUG', eaches: 6, times: 1, unit: 6, repeated: 'no' }], next: ['move.to', { unit: '0 0614141 000000002 9', eaches: 6 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [{ kind: 'product', sku: 'MUG', eaches: 6, unit: 6, trace: null }] } } }], undoable: true },
    'case of grinders': { is: 'wrong', says: ['scanning.move.notOnIt', { sku: 'GRIND', title: 'Ceramic grinder', unit: '0 0614141 000000002 9' }] },
    'SKU of mugs': { is: 'accepted', says: ['scanning.move.noted', { sku: 'MUG', eaches: 6, times: 1, unit: 6, repeated: 'no' }], next: ['move.to', { unit: '0 0614141 000000002 9', eaches: 6 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [{ kind: 'product', sku: 'MUG', eaches: 6, unit: 6, trace: null }] } } }], undoable: true },
    'SKU of mugs, 5 keyed': { is: 'accepted', says: ['scanning.move.noted', { sku: 'MUG', eaches: 5, times: 5, unit: 1, repeated: 'no' }], next: ['move.to', { unit: '0 0614141 000000002 9', eaches: 5 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [{ kind: 'product', sku: 'MUG', eaches: 5, unit: 1, trace: null }] } } }], undoable: true },
    'SKU of mugs, 24 keyed': { is: 'wrong', says: ['handlingUnits.refused.notThatMuchOf', { unit: '0 0614141 000000002 9', sku: 'MUG', eaches: 24, there: 12 }] },
    'quantity 7': { is: 'wrong', says: ['scanning.wrong.quantityOfWhat'] },
    'digit 2': { is: 'unknown', says: ['scanning.unknown', { code: '2' }], writes: [{ kind: 'scan.unknown', body: { code: '2', task: 'pack' } }] },
    "the other order's pallet": { is: 'accepted', says: ['scanning.move.from', { unit: '0 0614141 000000001 2', eaches: 12 }], next: ['move.goods', { unit: '0 0614141 000000001 2', eaches: 12 }, { sscc: '006141410000000012' }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000012', goods: [] } } }], undoable: true },
    'own pallet': { is: 'accepted', says: ['scanning.move.all', { unit: '0 0614141 000000002 9', eaches: 12 }], next: ['move.to', { unit: '0 0614141 000000002 9', eaches: 12 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [{ kind: 'all', eaches: 12 }] } } }], undoable: true },
    'packed carton': { is: 'accepted', says: ['scanning.move.carton', { carton: '3 9521 2340 0000 0001 4', unit: '0 0614141 000000001 2' }], next: ['move.to', { unit: '0 0614141 000000001 2', eaches: 6 }, { sscc: '006141410000000012' }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000012', goods: [{ kind: 'carton', carton: '395212340000000014' }] } } }], undoable: true },
    'new carton': { is: 'wrong', says: ['scanning.wrong.unknownSscc'] },
    'lot A': { is: 'wrong', says: ['scanning.move.labelNotOnIt', { unit: '0 0614141 000000002 9' }] },
    'order PLAIN': { is: 'wrong', says: ['scanning.move.orderMeanwhile'] },
    'first list of HOT': { is: 'wrong', says: ['scanning.move.orderMeanwhile'] },
    MOVE: { is: 'info', says: ['scanning.step.moveGoods', { unit: '0 0614141 000000002 9', eaches: 12 }] },
    NEW: { is: 'wrong', says: ['scanning.move.whatFirst'] },
    NEXT: { is: 'accepted', says: ['scanning.move.nextSource'], next: ['move.from', {}, { sscc: null }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: null, goods: [] } } }], undoable: true },
    DONE: { is: 'accepted', says: ['scanning.move.ended'], next: ['pack.onto', { unit: '0 0614141 000000002 9', left: 12 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null } }], undoable: true },
    'DONE again': { is: 'accepted', says: ['scanning.move.ended'], next: ['pack.onto', { unit: '0 0614141 000000002 9', left: 12 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null } }], undoable: true },
    SHORT: { is: 'wrong', says: ['scanning.command.onlyPicking'] },
    DAMAGED: { is: 'wrong', says: ['scanning.command.onlyWithGoods'] },
    PRINT: { is: 'info', says: ['scanning.command.printLabel'], followUp: { kind: 'print-label', sscc: '006141410000000029' } },
    UNDO: { is: 'accepted', says: ['scanning.undo.moveStep', { eaches: 0, sku: '', po: 'PLN00001', unit: '', location: '', code: '006141410000000029' }], writes: [{ kind: 'scan.undone', body: { undoes: 'an operation' } }] },
  },
  'move.to': {
    'bin A-01-01': { is: 'wrong', says: ['scanning.wrong.palletWanted'] },
    'case of mugs': { is: 'accepted', says: ['scanning.move.noted', { sku: 'MUG', eaches: 12, times: 2, unit: 6, repeated: 'yes' }], next: ['move.to', { unit: '0 0614141 000000002 9', eaches: 12 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [{ kind: 'product', sku: 'MUG', eaches: 12, unit: 6, trace: null }] } } }], undoable: true },
    'case of grinders': { is: 'wrong', says: ['scanning.move.notOnIt', { sku: 'GRIND', title: 'Ceramic grinder', unit: '0 0614141 000000002 9' }] },
    'SKU of mugs': { is: 'accepted', says: ['scanning.move.noted', { sku: 'MUG', eaches: 12, times: 2, unit: 6, repeated: 'yes' }], next: ['move.to', { unit: '0 0614141 000000002 9', eaches: 12 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [{ kind: 'product', sku: 'MUG', eaches: 12, unit: 6, trace: null }] } } }], undoable: true },
    'SKU of mugs, 5 keyed': { is: 'accepted', says: ['scanning.move.noted', { sku: 'MUG', eaches: 5, times: 5, unit: 1, repeated: 'no' }], next: ['move.to', { unit: '0 0614141 000000002 9', eaches: 11 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [{ kind: 'product', sku: 'MUG', eaches: 6, unit: 6, trace: null }, { kind: 'product', sku: 'MUG', eaches: 5, unit: 1, trace: null }] } } }], undoable: true },
    'SKU of mugs, 24 keyed': { is: 'wrong', says: ['handlingUnits.refused.notThatMuchOf', { unit: '0 0614141 000000002 9', sku: 'MUG', eaches: 24, there: 6 }] },
    'quantity 7': { is: 'wrong', says: ['handlingUnits.refused.notThatMuchOf', { unit: '0 0614141 000000002 9', sku: 'MUG', eaches: 42, there: 12 }] },
    'digit 2': { is: 'accepted', says: ['scanning.move.noted', { sku: 'MUG', eaches: 12, times: 2, unit: 6, repeated: 'yes' }], next: ['move.to', { unit: '0 0614141 000000002 9', eaches: 12 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [{ kind: 'product', sku: 'MUG', eaches: 12, unit: 6, trace: null }] } } }], undoable: true },
    "the other order's pallet": { is: 'wrong', says: ['handlingUnits.refused.otherOrder', { unit: '0 0614141 000000001 2', po: 'OTH00001', wanted: 'PLN00001' }], expected: ['handlingUnits.hint.otherOrder', {}] },
    'own pallet': { is: 'accepted', says: ['scanning.move.all', { unit: '0 0614141 000000002 9', eaches: 12 }], next: ['move.to', { unit: '0 0614141 000000002 9', eaches: 12 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [{ kind: 'all', eaches: 12 }] } } }], undoable: true },
    'packed carton': { is: 'wrong', says: ['handlingUnits.refused.cartonNotThere', { unit: '0 0614141 000000002 9', carton: '3 9521 2340 0000 0001 4' }] },
    'new carton': { is: 'wrong', says: ['scanning.wrong.unknownSscc'] },
    'lot A': { is: 'wrong', says: ['scanning.move.labelNotOnIt', { unit: '0 0614141 000000002 9' }] },
    'order PLAIN': { is: 'wrong', says: ['scanning.move.orderMeanwhile'] },
    'first list of HOT': { is: 'wrong', says: ['scanning.move.orderMeanwhile'] },
    MOVE: { is: 'info', says: ['scanning.step.moveTo', { unit: '0 0614141 000000002 9', eaches: 6 }] },
    NEW: { is: 'accepted', says: ['handlingUnits.moved.some', { from: '0 0614141 000000002 9', unit: '0 0614141 000000003 6', eaches: 6 }], next: ['move.goods', { unit: '0 0614141 000000002 9', eaches: 6 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [] } } }, { kind: 'unit.unpacked', body: { sscc: '006141410000000029', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', part: 1 } }, { kind: 'unit.opened', body: { sscc: '006141410000000036', serial: 3, kind: 'pallet', po: 'PLN00001', aside: true, part: 2 } }, { kind: 'unit.packed', body: { sscc: '006141410000000036', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', keyed: true, takes: 1, part: 3 } }], undoable: true, followUp: { kind: 'print-label', sscc: '006141410000000036' } },
    NEXT: { is: 'wrong', says: ['scanning.move.whereFirst'] },
    DONE: { is: 'info', says: ['scanning.move.askLeave', { eaches: 6 }], confirm: 'HD:CMD:done' },
    'DONE again': { is: 'accepted', says: ['scanning.move.ended'], next: ['pack.onto', { unit: '0 0614141 000000002 9', left: 12 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null } }], undoable: true },
    SHORT: { is: 'wrong', says: ['scanning.command.onlyPicking'] },
    DAMAGED: { is: 'wrong', says: ['scanning.command.onlyWithGoods'] },
    PRINT: { is: 'info', says: ['scanning.command.printLabel'], followUp: { kind: 'print-label', sscc: '006141410000000029' } },
    UNDO: { is: 'accepted', says: ['scanning.undo.moveStep', { eaches: 0, sku: '', po: 'PLN00001', unit: '', location: '', code: 'MUG' }], writes: [{ kind: 'scan.undone', body: { undoes: 'an operation' } }] },
  },
  'moving from an empty pallet, cancelled': {
    'own pallet': { is: 'wrong', says: ['scanning.order.cancelled', { po: 'PLN00001' }] },
  },
  'moving from an empty pallet, rejected': {
    'own pallet': { is: 'wrong', says: ['scanning.order.rejected', { po: 'PLN00001' }] },
  },
  'moving from an empty pallet, shipped': {
    'own pallet': { is: 'wrong', says: ['scanning.order.shipped', { po: 'PLN00001' }] },
  },
  'moving from an empty pallet': {
    'own pallet': { is: 'wrong', says: ['handlingUnits.refused.nothingOnIt', { unit: '0 0614141 000000002 9', po: 'PLN00001' }] },
  },
  'moving from a pallet, cancelled': {
    'own pallet': { is: 'wrong', says: ['scanning.order.cancelledPutBack', { po: 'PLN00001' }] },
  },
  'moving from a pallet, closed by the customer': {
    'own pallet': { is: 'wrong', says: ['scanning.order.closed', { po: 'PLN00001' }] },
  },
  'moving, the pallet is loaded': {
    "the other order's pallet": { is: 'wrong', says: ['scanning.wrong.unitLoaded', { unit: '0 0614141 000000001 2', po: 'OTH00001' }] },
  },
  'moving, the pallet has left': {
    "the other order's pallet": { is: 'wrong', says: ['scanning.wrong.unitDeparted', { unit: '0 0614141 000000001 2', po: 'OTH00001' }] },
  },
  'moving, the pallet was given up': {
    'own pallet': { is: 'wrong', says: ['scanning.wrong.unitVoided', { unit: '0 0614141 000000002 9', po: 'PLN00001' }] },
  },
  'moving a carton': {
    'packed carton': { is: 'duplicate', says: ['scanning.move.notedAlready', { carton: '3 9521 2340 0000 0001 4', unit: '0 0614141 000000001 2' }] },
    "the other order's pallet": { is: 'accepted', says: ['scanning.move.all', { unit: '0 0614141 000000001 2', eaches: 12 }], next: ['move.to', { unit: '0 0614141 000000001 2', eaches: 12 }], writes: [{ kind: 'task.set', body: { kind: 'move', po: null, shipmentId: null, sscc: null, location: null, sku: null, carton: null, move: { from: '006141410000000012', goods: [{ kind: 'all', eaches: 12 }] } } }], undoable: true },
  },
  'moving a carton, then cancelled': {
    'packed carton': { is: 'wrong', says: ['scanning.order.cancelledPutBack', { po: 'OTH00001' }] },
  },
  'moving all of a pallet': {
    'own pallet': { is: 'info', says: ['scanning.move.allNoted', { unit: '0 0614141 000000002 9', eaches: 12 }] },
    'case of mugs': { is: 'info', says: ['scanning.move.allNoted', { unit: '0 0614141 000000002 9', eaches: 12 }] },
    'lot A': { is: 'info', says: ['scanning.move.allNoted', { unit: '0 0614141 000000002 9', eaches: 12 }] },
    'second pallet': { is: 'accepted', says: ['handlingUnits.moved.all', { from: '0 0614141 000000002 9', unit: '0 0614141 000000003 6', eaches: 12 }], next: ['move.from', {}, { sscc: null }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000036', location: null, sku: null, carton: null, move: { from: null, goods: [] } } }, { kind: 'unit.unpacked', body: { sscc: '006141410000000029', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 12, cartons: 2, carton: null, code: '', part: 1 } }, { kind: 'unit.packed', body: { sscc: '006141410000000036', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 12, cartons: 2, carton: null, code: '', keyed: true, takes: 1, part: 2 } }, { kind: 'unit.voided', body: { sscc: '006141410000000029', reason: 'moved', part: 3 } }], undoable: true },
    NEW: { is: 'accepted', says: ['handlingUnits.moved.all', { from: '0 0614141 000000002 9', unit: '0 0614141 000000004 3', eaches: 12 }], next: ['move.from', {}, { sscc: null }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000036', location: null, sku: null, carton: null, move: { from: null, goods: [] } } }, { kind: 'unit.unpacked', body: { sscc: '006141410000000029', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 12, cartons: 2, carton: null, code: '', part: 1 } }, { kind: 'unit.opened', body: { sscc: '006141410000000043', serial: 4, kind: 'pallet', po: 'PLN00001', aside: true, part: 2 } }, { kind: 'unit.packed', body: { sscc: '006141410000000043', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 12, cartons: 2, carton: null, code: '', keyed: true, takes: 1, part: 3 } }, { kind: 'unit.voided', body: { sscc: '006141410000000029', reason: 'moved', part: 4 } }], undoable: true, followUp: { kind: 'print-label', sscc: '006141410000000043' } },
    UNDO: { is: 'accepted', says: ['scanning.undo.moveStep', { eaches: 0, sku: '', po: 'PLN00001', unit: '', location: '', code: '006141410000000029' }], writes: [{ kind: 'scan.undone', body: { undoes: 'an operation' } }] },
  },
  'moving mugs that have a pallet GTIN': {
    'pallet GTIN of mugs': { is: 'wrong', says: ['scanning.wrong.keyQuantity', { sku: 'MUG', title: 'Mug' }] },
  },
  'moving, two lots': {
    'case of mugs': { is: 'wrong', says: ['handlingUnits.refused.whichLot', { sku: 'MUG', unit: '0 0614141 000000002 9' }], expected: ['scanning.move.hint.lot', {}] },
    'mugs of lot A': { is: 'accepted', says: ['scanning.move.noted', { sku: 'MUG', eaches: 6, times: 1, unit: 6, repeated: 'no' }], next: ['move.to', { unit: '0 0614141 000000002 9', eaches: 6 }], details: [['handlingUnits.trace', { kind: 'lot', lot: 'A', expiryDate: '', serial: '' }]], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, trace: { sku: 'MUG', sscc: '006141410000000029', lot: 'B', expiry: null, serial: null, waiting: null }, move: { from: '006141410000000029', goods: [{ kind: 'product', sku: 'MUG', eaches: 6, unit: 6, trace: { lot: 'A', expiry: null, serial: null } }] } } }], undoable: true },
    'mugs of lot Z': { is: 'wrong', says: ['scanning.move.lotNotOnIt', { sku: 'MUG', unit: '0 0614141 000000002 9' }] },
    'lot A': { is: 'accepted', says: ['scanning.move.noted', { sku: 'MUG', eaches: 6, times: 1, unit: 6, repeated: 'no' }], next: ['move.to', { unit: '0 0614141 000000002 9', eaches: 6 }], details: [['handlingUnits.trace', { kind: 'lot', lot: 'A', expiryDate: '', serial: '' }]], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, trace: { sku: 'MUG', sscc: '006141410000000029', lot: 'B', expiry: null, serial: null, waiting: null }, move: { from: '006141410000000029', goods: [{ kind: 'product', sku: 'MUG', eaches: 6, unit: 6, trace: { lot: 'A', expiry: null, serial: null } }] } } }], undoable: true },
    'lot Z': { is: 'wrong', says: ['scanning.move.labelNotOnIt', { unit: '0 0614141 000000002 9' }] },
  },
  'moving, one lot noted': {
    'lot A': { is: 'wrong', says: ['handlingUnits.refused.notThatMuchOf', { unit: '0 0614141 000000002 9', sku: 'MUG', eaches: 1, there: 0 }] },
    'mugs of lot A': { is: 'wrong', says: ['handlingUnits.refused.notThatMuchOf', { unit: '0 0614141 000000002 9', sku: 'MUG', eaches: 6, there: 0 }] },
    NEW: { is: 'accepted', says: ['handlingUnits.moved.some', { from: '0 0614141 000000002 9', unit: '0 0614141 000000003 6', eaches: 6 }], next: ['move.goods', { unit: '0 0614141 000000002 9', eaches: 6 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, trace: { sku: 'MUG', sscc: '006141410000000029', lot: 'B', expiry: null, serial: null, waiting: null }, move: { from: '006141410000000029', goods: [] } } }, { kind: 'unit.unpacked', body: { sscc: '006141410000000029', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', trace: { lot: 'A', expiry: null, serial: null }, part: 1 } }, { kind: 'unit.opened', body: { sscc: '006141410000000036', serial: 3, kind: 'pallet', po: 'PLN00001', aside: true, part: 2 } }, { kind: 'unit.packed', body: { sscc: '006141410000000036', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', trace: { lot: 'A', expiry: null, serial: null }, keyed: true, takes: 1, part: 3 } }], undoable: true, followUp: { kind: 'print-label', sscc: '006141410000000036' } },
  },
  'moving numbered pieces': {
    'lot A': { is: 'wrong', says: ['scanning.move.labelOfSeveral', { unit: '0 0614141 000000002 9' }] },
    'piece S61': { is: 'accepted', says: ['scanning.move.noted', { sku: 'MUG', eaches: 1, times: 1, unit: 1, repeated: 'no' }], next: ['move.to', { unit: '0 0614141 000000002 9', eaches: 1 }], details: [['handlingUnits.trace', { kind: 'lotserial', lot: 'A', expiryDate: '', serial: 'S61' }]], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, trace: { sku: 'MUG', sscc: '006141410000000029', lot: 'A', expiry: null, serial: null, waiting: null }, move: { from: '006141410000000029', goods: [{ kind: 'product', sku: 'MUG', eaches: 1, unit: 1, trace: { lot: 'A', expiry: null, serial: 'S61' } }] } } }], undoable: true },
  },
  'moving numbered pieces, enough of them': {
    'piece S61': { is: 'wrong', says: ['scanning.move.enough', { most: 60 }] },
  },
  'moving more numbered pieces than one act may be': {
    NEW: { is: 'wrong', says: ['handlingUnits.refused.tooManyPieces', { unit: '0 0614141 000000002 9', most: 199 }], expected: ['handlingUnits.hint.fewerPieces', {}] },
  },
  'a case to move, then cancelled': {
    NEW: { is: 'wrong', says: ['scanning.order.cancelledPutBack', { po: 'PLN00001' }] },
  },
  'a case to move, then closed by the customer': {
    NEW: { is: 'wrong', says: ['scanning.order.closed', { po: 'PLN00001' }] },
  },
  'a case to move, then taken off elsewhere': {
    NEW: { is: 'wrong', says: ['handlingUnits.refused.notThatMuchOf', { unit: '0 0614141 000000002 9', sku: 'MUG', eaches: 6, there: 0 }] },
  },
  'a case to move, without a company prefix': {
    NEW: { is: 'wrong', says: ['handlingUnits.refused.noPrefix', { extension: 0, prefix: '', serial: 3 }], expected: ['handlingUnits.hint.prefix', {}] },
  },
  'a case to move, with the last number used': {
    NEW: { is: 'wrong', says: ['handlingUnits.refused.exhausted', { extension: 0, prefix: '0614141', serial: 1000000000 }], expected: ['handlingUnits.hint.prefix', {}] },
  },
  'a case to move, beside a closed pallet': {
    'own pallet': { is: 'wrong', says: ['handlingUnits.refused.state', { unit: '0 0614141 000000002 9', state: 'closed' }], expected: ['handlingUnits.hint.state', { wanted: 'open' }] },
  },
  'a case to move, beside an open pallet': {
    'second pallet': { is: 'accepted', says: ['handlingUnits.moved.some', { from: '0 0614141 000000002 9', unit: '0 0614141 000000003 6', eaches: 6 }], next: ['move.goods', { unit: '0 0614141 000000002 9', eaches: 6 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [] } } }, { kind: 'unit.unpacked', body: { sscc: '006141410000000029', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', part: 1 } }, { kind: 'unit.packed', body: { sscc: '006141410000000036', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', keyed: true, takes: 1, part: 2 } }], undoable: true },
  },
  'a case to move off a closed pallet': {
    NEW: { is: 'accepted', says: ['handlingUnits.moved.some', { from: '0 0614141 000000002 9', unit: '0 0614141 000000004 3', eaches: 6 }], next: ['move.goods', { unit: '0 0614141 000000002 9', eaches: 6 }], details: [['handlingUnits.moved.closeAgain', { from: '0 0614141 000000002 9', unit: '0 0614141 000000004 3' }]], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000036', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [] } } }, { kind: 'unit.unpacked', body: { sscc: '006141410000000029', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', part: 1 } }, { kind: 'unit.opened', body: { sscc: '006141410000000043', serial: 4, kind: 'pallet', po: 'PLN00001', aside: true, part: 2 } }, { kind: 'unit.packed', body: { sscc: '006141410000000043', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', keyed: true, takes: 1, part: 3 } }, { kind: 'unit.reopened', body: { sscc: '006141410000000029', reason: 'moved', part: 4 } }], undoable: true, followUp: { kind: 'print-label', sscc: '006141410000000043' } },
    'second pallet': { is: 'accepted', says: ['handlingUnits.moved.some', { from: '0 0614141 000000002 9', unit: '0 0614141 000000003 6', eaches: 6 }], next: ['move.goods', { unit: '0 0614141 000000002 9', eaches: 6 }], details: [['handlingUnits.moved.closeAgain', { from: '0 0614141 000000002 9', unit: '0 0614141 000000003 6' }]], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000036', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [] } } }, { kind: 'unit.unpacked', body: { sscc: '006141410000000029', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', part: 1 } }, { kind: 'unit.packed', body: { sscc: '006141410000000036', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', keyed: true, takes: 1, part: 2 } }, { kind: 'unit.reopened', body: { sscc: '006141410000000029', reason: 'moved', part: 3 } }], undoable: true },
  },
  'two cases to move, then others of several lots instead of one': {
    NEW: { is: 'wrong', says: ['handlingUnits.refused.whichLot', { unit: '0 0614141 000000002 9', sku: 'MUG' }], expected: ['handlingUnits.hint.whichLot', {}] },
  },
  'all to move, then emptied elsewhere': {
    NEW: { is: 'wrong', says: ['handlingUnits.refused.nothingOnIt', { unit: '0 0614141 000000002 9' }] },
  },
  'all to move, then less elsewhere': {
    NEW: { is: 'wrong', says: ['handlingUnits.refused.changedMeanwhile', { unit: '0 0614141 000000002 9', eaches: 6, shown: 12 }] },
  },
  'goods to move, then loaded elsewhere': {
    NEW: { is: 'wrong', says: ['handlingUnits.refused.state', { unit: '0 0614141 000000002 9', state: 'loaded' }], expected: ['handlingUnits.hint.unloadFirst', {}] },
  },
  'a carton to move, then taken off elsewhere': {
    NEW: { is: 'wrong', says: ['handlingUnits.refused.cartonNotThere', { unit: '0 0614141 000000002 9', carton: '3 9521 2340 0000 0002 1' }] },
  },
  'goods to move out of a carton, then put on a pallet elsewhere': {
    NEW: { is: 'wrong', says: ['handlingUnits.refused.onPallet', { carton: '0 0614141 000000002 9', unit: '0 0614141 000000003 6' }], expected: ['handlingUnits.hint.takeOffPallet', {}] },
  },
  'moving from a pallet with a carton of ours': {
    'own pallet': { is: 'accepted', says: ['scanning.move.carton', { carton: '0 0614141 000000002 9', unit: '0 0614141 000000003 6' }], next: ['move.to', { unit: '0 0614141 000000003 6', eaches: 6 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000036', location: null, sku: null, carton: null, move: { from: '006141410000000036', goods: [{ kind: 'carton', carton: '006141410000000029' }] } } }], undoable: true },
    'second pallet': { is: 'accepted', says: ['scanning.move.all', { unit: '0 0614141 000000003 6', eaches: 12 }], next: ['move.to', { unit: '0 0614141 000000003 6', eaches: 12 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000036', location: null, sku: null, carton: null, move: { from: '006141410000000036', goods: [{ kind: 'all', eaches: 12 }] } } }], undoable: true },
  },
  'a carton of ours to move': {
    'own pallet': { is: 'duplicate', says: ['scanning.move.notedAlready', { carton: '0 0614141 000000002 9', unit: '0 0614141 000000003 6' }] },
    NEW: { is: 'accepted', says: ['handlingUnits.moved.some', { from: '0 0614141 000000003 6', unit: '0 0614141 000000004 3', eaches: 6 }], next: ['move.goods', { unit: '0 0614141 000000003 6', eaches: 6 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000036', location: null, sku: null, carton: null, move: { from: '006141410000000036', goods: [] } } }, { kind: 'unit.opened', body: { sscc: '006141410000000043', serial: 4, kind: 'pallet', po: 'PLN00001', aside: true, part: 1 } }, { kind: 'unit.unnested', body: { sscc: '006141410000000029', from: '006141410000000036', po: 'PLN00001', part: 2 } }, { kind: 'unit.nested', body: { sscc: '006141410000000029', on: '006141410000000043', po: 'PLN00001', code: '', part: 3 } }], undoable: true, followUp: { kind: 'print-label', sscc: '006141410000000043' } },
  },
  'a carton of ours to move, beside an open carton': {
    'third pallet': { is: 'wrong', says: ['handlingUnits.refused.cartonOnCarton', { unit: '0 0614141 000000004 3' }] },
  },
  'all of a pallet with a carton of ours to move': {
    NEW: { is: 'accepted', says: ['handlingUnits.moved.all', { from: '0 0614141 000000003 6', unit: '0 0614141 000000005 0', eaches: 12 }], next: ['move.from', {}, { sscc: null }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000043', location: null, sku: null, carton: null, move: { from: null, goods: [] } } }, { kind: 'unit.unpacked', body: { sscc: '006141410000000036', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', part: 1 } }, { kind: 'unit.opened', body: { sscc: '006141410000000050', serial: 5, kind: 'pallet', po: 'PLN00001', aside: true, part: 2 } }, { kind: 'unit.packed', body: { sscc: '006141410000000050', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', keyed: true, takes: 1, part: 3 } }, { kind: 'unit.unnested', body: { sscc: '006141410000000029', from: '006141410000000036', po: 'PLN00001', part: 4 } }, { kind: 'unit.nested', body: { sscc: '006141410000000029', on: '006141410000000050', po: 'PLN00001', code: '', part: 5 } }, { kind: 'unit.voided', body: { sscc: '006141410000000036', reason: 'moved', part: 6 } }], undoable: true, followUp: { kind: 'print-label', sscc: '006141410000000050' } },
    'third pallet': { is: 'accepted', says: ['handlingUnits.moved.all', { from: '0 0614141 000000003 6', unit: '0 0614141 000000004 3', eaches: 12 }], next: ['move.from', {}, { sscc: null }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000043', location: null, sku: null, carton: null, move: { from: null, goods: [] } } }, { kind: 'unit.unpacked', body: { sscc: '006141410000000036', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', part: 1 } }, { kind: 'unit.packed', body: { sscc: '006141410000000043', po: 'PLN00001', line: '1', sku: 'MUG', eaches: 6, cartons: 1, carton: null, code: '', keyed: true, takes: 1, part: 2 } }, { kind: 'unit.unnested', body: { sscc: '006141410000000029', from: '006141410000000036', po: 'PLN00001', part: 3 } }, { kind: 'unit.nested', body: { sscc: '006141410000000029', on: '006141410000000043', po: 'PLN00001', code: '', part: 4 } }, { kind: 'unit.voided', body: { sscc: '006141410000000036', reason: 'moved', part: 5 } }], undoable: true },
  },
  'pack.onto': {
    MOVE: { is: 'accepted', says: ['scanning.move.begun'], next: ['move.goods', { unit: '0 0614141 000000002 9', eaches: 6 }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null, move: { from: '006141410000000029', goods: [] } } }], undoable: true },
    NEW: { is: 'wrong', says: ['scanning.move.onlyMoving'] },
  },
  idle: {
    MOVE: { is: 'accepted', says: ['scanning.move.begun'], next: ['move.from', {}, { task: 'move' }], writes: [{ kind: 'task.set', body: { kind: 'move', po: null, shipmentId: null, sscc: null, location: null, sku: null, carton: null, move: { from: null, goods: [] } } }], undoable: true },
    NEW: { is: 'wrong', says: ['scanning.move.onlyMoving'] },
  },
  'pick.product': {
    MOVE: { is: 'accepted', says: ['scanning.move.begun'], next: ['move.from', {}, { sku: null }], writes: [{ kind: 'task.set', body: { kind: 'pick', po: 'HOT00001', shipmentId: null, sscc: null, location: 'A-01-01', sku: null, carton: null, move: { from: null, goods: [] } } }], undoable: true },
    NEW: { is: 'wrong', says: ['scanning.move.onlyMoving'] },
  },
};

import type { Table } from './table.ts';

export const load: Table = {
  'load.noShipment': {
    'bin A-01-01': { is: 'wrong', says: ['scanning.wrong.palletWanted'] },
    'case of mugs': { is: 'wrong', says: ['scanning.wrong.palletWanted'] },
    'quantity 7': { is: 'wrong', says: ['scanning.wrong.palletWanted'] },
    "the other order's pallet": { is: 'wrong', says: ['scanning.wrong.noShipment', { po: 'OTH00001' }] },
    'own pallet': { is: 'wrong', says: ['scanning.wrong.unknownUnit', { unit: '0 0614141 000000002 9' }] },
    'packed carton': { is: 'wrong', says: ['scanning.wrong.cartonOnPallet', { carton: '3 9521 2340 0000 0001 4', unit: '0 0614141 000000001 2' }] },
    'new carton': { is: 'wrong', says: ['scanning.wrong.unknownUnit', { unit: '3 9521 2340 0000 0009 0' }] },
    'order HOT': { is: 'accepted', says: ['scanning.order.started', { po: 'HOT00001', task: 'pick', hpo: 'yes' }], next: ['pick.toBin', { location: 'A-01-01', sku: 'GRIND', left: 30 }, { task: 'pick', po: 'HOT00001', sku: 'GRIND' }], writes: [{ kind: 'task.set', body: { kind: 'pick', po: 'HOT00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
    NEXT: { is: 'accepted', says: ['scanning.command.left'], next: ['idle', {}, { task: null }], writes: [{ kind: 'task.left', body: {} }] },
    'NEXT again': { is: 'accepted', says: ['scanning.command.left'], next: ['idle', {}, { task: null }], writes: [{ kind: 'task.left', body: {} }] },
    DONE: { is: 'accepted', says: ['scanning.command.left'], next: ['idle', {}, { task: null }], writes: [{ kind: 'task.left', body: {} }] },
    'DONE again': { is: 'accepted', says: ['scanning.command.left'], next: ['idle', {}, { task: null }], writes: [{ kind: 'task.left', body: {} }] },
    SHORT: { is: 'wrong', says: ['scanning.command.onlyPicking'] },
    DAMAGED: { is: 'wrong', says: ['scanning.command.onlyWithGoods'] },
    'DAMAGED again': { is: 'wrong', says: ['scanning.command.onlyWithGoods'] },
    PRINT: { is: 'wrong', says: ['scanning.command.nothingToPrint'] },
    UNDO: { is: 'info', says: ['scanning.undo.nothing'] },
  },
  'load.pallet': {
    'bin A-01-01': { is: 'wrong', says: ['scanning.wrong.palletWanted'] },
    'case of mugs': { is: 'wrong', says: ['scanning.wrong.palletWanted'] },
    'quantity 7': { is: 'wrong', says: ['scanning.wrong.palletWanted'] },
    "the other order's pallet": { is: 'duplicate', says: ['scanning.duplicate.loaded', { unit: '0 0614141 000000001 2', po: 'OTH00001' }] },
    'own pallet': { is: 'done', says: ['scanning.load.loaded', { unit: '0 0614141 000000002 9', po: 'PLN00001', loaded: 2, of: 2 }], next: ['load.done', { loaded: 2 }], writes: [{ kind: 'unit.loaded', body: { sscc: '006141410000000029', shipmentId: 'the shipment', code: '006141410000000029' } }], undoable: true, progress: { done: 2, of: 2, unit: 'pallets' } },
    'packed carton': { is: 'wrong', says: ['scanning.wrong.cartonOnPallet', { carton: '3 9521 2340 0000 0001 4', unit: '0 0614141 000000001 2' }] },
    'new carton': { is: 'wrong', says: ['scanning.wrong.unknownUnit', { unit: '3 9521 2340 0000 0009 0' }] },
    'order HOT': { is: 'accepted', says: ['scanning.order.started', { po: 'HOT00001', task: 'pick', hpo: 'yes' }], next: ['pick.toBin', { location: 'A-01-01', sku: 'GRIND', left: 30 }, { task: 'pick', po: 'HOT00001', sku: 'GRIND', shipmentId: null }], writes: [{ kind: 'task.set', body: { kind: 'pick', po: 'HOT00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
    NEXT: { is: 'info', says: ['scanning.command.askLeaveLoad', { loaded: 1, of: 2 }], confirm: 'HD:CMD:next' },
    'NEXT again': { is: 'accepted', says: ['scanning.command.leftLoading', { loaded: 1 }], next: ['idle', {}, { task: null, po: null, shipmentId: null }], writes: [{ kind: 'task.left', body: {} }] },
    DONE: { is: 'info', says: ['scanning.command.askLeaveLoad', { loaded: 1, of: 2 }], confirm: 'HD:CMD:done' },
    'DONE again': { is: 'accepted', says: ['scanning.command.leftLoading', { loaded: 1 }], next: ['idle', {}, { task: null, po: null, shipmentId: null }], writes: [{ kind: 'task.left', body: {} }] },
    SHORT: { is: 'wrong', says: ['scanning.command.onlyPicking'] },
    DAMAGED: { is: 'wrong', says: ['scanning.command.onlyWithGoods'] },
    'DAMAGED again': { is: 'wrong', says: ['scanning.command.onlyWithGoods'] },
    PRINT: { is: 'info', says: ['scanning.command.printList', { po: 'OTH00001' }], followUp: { kind: 'print-list', po: 'OTH00001' } },
    UNDO: { is: 'accepted', says: ['scanning.undo.load', { eaches: 12, sku: '', po: 'OTH00001', unit: '0 0614141 000000001 2', location: '', code: '006141410000000012' }], writes: [{ kind: 'scan.undone', body: { undoes: 'an operation' } }] },
  },
  'load.done': {
    'bin A-01-01': { is: 'wrong', says: ['scanning.wrong.palletWanted'] },
    'case of mugs': { is: 'wrong', says: ['scanning.wrong.palletWanted'] },
    'quantity 7': { is: 'wrong', says: ['scanning.wrong.palletWanted'] },
    "the other order's pallet": { is: 'duplicate', says: ['scanning.duplicate.loaded', { unit: '0 0614141 000000001 2', po: 'OTH00001' }] },
    'own pallet': { is: 'wrong', says: ['scanning.wrong.unknownUnit', { unit: '0 0614141 000000002 9' }] },
    'packed carton': { is: 'wrong', says: ['scanning.wrong.cartonOnPallet', { carton: '3 9521 2340 0000 0001 4', unit: '0 0614141 000000001 2' }] },
    'new carton': { is: 'wrong', says: ['scanning.wrong.unknownUnit', { unit: '3 9521 2340 0000 0009 0' }] },
    'order HOT': { is: 'accepted', says: ['scanning.order.started', { po: 'HOT00001', task: 'pick', hpo: 'yes' }], next: ['pick.toBin', { location: 'A-01-01', sku: 'GRIND', left: 30 }, { task: 'pick', po: 'HOT00001', sku: 'GRIND', shipmentId: null }], writes: [{ kind: 'task.set', body: { kind: 'pick', po: 'HOT00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
    NEXT: { is: 'accepted', says: ['scanning.command.leftLoading', { loaded: 1 }], next: ['idle', {}, { task: null, po: null, shipmentId: null }], writes: [{ kind: 'task.left', body: {} }] },
    'NEXT again': { is: 'accepted', says: ['scanning.command.leftLoading', { loaded: 1 }], next: ['idle', {}, { task: null, po: null, shipmentId: null }], writes: [{ kind: 'task.left', body: {} }] },
    DONE: { is: 'info', says: ['scanning.command.askDepart', { loaded: 1 }], details: [['shipment.warning.noCarrier'], ['shipment.warning.labels', { count: 1 }]], confirm: 'HD:CMD:done' },
    'DONE again': { is: 'done', says: ['scanning.command.departed', { loaded: 1 }], next: ['idle', {}, { task: null, po: null, shipmentId: null }], details: [['shipment.warning.noCarrier'], ['shipment.warning.labels', { count: 1 }]], writes: [{ kind: 'shipment.departed', body: { shipmentId: 'the shipment', departedAt: 1772460000000, confirmBy: 1772461800000, ssccs: ['006141410000000012'], finished: [], stood: [{ sscc: '006141410000000012', po: 'OTH00001', line: '1', eaches: 12 }] } }, { kind: 'task.left', body: {} }], followUp: { kind: 'departed', shipmentId: 'the shipment' } },
    SHORT: { is: 'wrong', says: ['scanning.command.onlyPicking'] },
    DAMAGED: { is: 'wrong', says: ['scanning.command.onlyWithGoods'] },
    'DAMAGED again': { is: 'wrong', says: ['scanning.command.onlyWithGoods'] },
    PRINT: { is: 'info', says: ['scanning.command.printList', { po: 'OTH00001' }], followUp: { kind: 'print-list', po: 'OTH00001' } },
    UNDO: { is: 'accepted', says: ['scanning.undo.load', { eaches: 12, sku: '', po: 'OTH00001', unit: '0 0614141 000000001 2', location: '', code: '006141410000000012' }], writes: [{ kind: 'scan.undone', body: { undoes: 'an operation' } }] },
  },
  'loading a pallet with a carton on it': {
    'own pallet': { is: 'wrong', says: ['scanning.wrong.cartonOnPallet', { carton: '0 0614141 000000002 9', unit: '0 0614141 000000003 6' }] },
  },
  'loaded, then left': {
    UNDO: { is: 'wrong', says: ['scanning.undo.departed', { po: 'OTH00001', line: '', sku: '', unit: '0 0614141 000000001 2', location: '' }], expected: null },
  },
  'loading another truck': {
    'own pallet': { is: 'wrong', says: ['scanning.wrong.unitOfOtherShipment', { unit: '0 0614141 000000002 9', po: 'PLN00001', pos: 'OTH00001' }] },
  },
  'loading, the pallet stands on the first of two trucks': {
    "the other order's pallet": { is: 'wrong', says: ['scanning.wrong.unitLoaded', { unit: '0 0614141 000000001 2', po: 'OTH00001' }] },
  },
  'loading the second truck': {
    'own pallet': { is: 'wrong', says: ['scanning.wrong.unitDeparted', { unit: '0 0614141 000000002 9', po: 'PLN00001' }] },
  },
  'loading, a pallet was given up': {
    'own pallet': { is: 'wrong', says: ['scanning.wrong.unitVoided', { unit: '0 0614141 000000002 9', po: 'PLN00001' }] },
  },
  'loading, a pallet is open': {
    'own pallet': { is: 'wrong', says: ['scanning.wrong.unitOpen', { unit: '0 0614141 000000002 9', po: 'PLN00001' }] },
  },
  'loading a cancelled order': {
    "the other order's pallet": { is: 'wrong', says: ['scanning.order.cancelledPutBack', { po: 'OTH00001' }] },
  },
  'loading a closed order': {
    "the other order's pallet": { is: 'wrong', says: ['scanning.order.closed', { po: 'OTH00001' }] },
  },
  'loading the first of two': {
    "the other order's pallet": { is: 'accepted', says: ['scanning.load.loaded', { unit: '0 0614141 000000001 2', po: 'OTH00001', loaded: 1, of: 2 }], next: ['load.pallet', { loaded: 1, of: 2 }], writes: [{ kind: 'unit.loaded', body: { sscc: '006141410000000012', shipmentId: 'the shipment', code: '006141410000000012' } }], undoable: true, progress: { done: 1, of: 2, unit: 'pallets' } },
  },
  'loading without a truck named, one pallet': {
    "the other order's pallet": { is: 'done', says: ['scanning.load.loaded', { unit: '0 0614141 000000001 2', po: 'OTH00001', loaded: 1, of: 1 }], next: ['load.done', { loaded: 1 }, { shipmentId: 'the shipment' }], writes: [{ kind: 'task.set', body: { kind: 'load', po: null, shipmentId: 'the shipment', sscc: null, location: null, sku: null, carton: null } }, { kind: 'unit.loaded', body: { sscc: '006141410000000012', shipmentId: 'the shipment', code: '006141410000000012' } }], undoable: true, progress: { done: 1, of: 1, unit: 'pallets' } },
  },
  'loading without a truck named, two pallets': {
    "the other order's pallet": { is: 'accepted', says: ['scanning.load.loaded', { unit: '0 0614141 000000001 2', po: 'OTH00001', loaded: 1, of: 2 }], next: ['load.pallet', { loaded: 1, of: 2 }, { shipmentId: 'the shipment' }], writes: [{ kind: 'task.set', body: { kind: 'load', po: null, shipmentId: 'the shipment', sscc: null, location: null, sku: null, carton: null } }, { kind: 'unit.loaded', body: { sscc: '006141410000000012', shipmentId: 'the shipment', code: '006141410000000012' } }], undoable: true, progress: { done: 1, of: 2, unit: 'pallets' } },
  },
};

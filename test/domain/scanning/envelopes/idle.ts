import type { Table } from './table.ts';

export const idle: Table = {
  idle: {
    'bin A-01-01': { is: 'info', says: ['scanning.lookup.location', { location: 'A-01-01', count: 1, held: 'GRIND (36)' }] },
    'case of mugs': { is: 'info', says: ['scanning.lookup.product', { sku: 'MUG', title: 'Mug', boxed: 48, allocated: 30, safety: 0, free: 18, caseSize: 6 }], details: [['scanning.lookup.bins', { count: 1, bins: 'A-01-02 (48)' }]] },
    'quantity 7': { is: 'wrong', says: ['scanning.wrong.noOrder'] },
    "the other order's pallet": { is: 'info', says: ['scanning.lookup.unit', { unit: '0 0614141 000000001 2', po: 'OTH00001', state: 'closed', eaches: 12, cartons: 2 }], details: [['scanning.lookup.contents', { contents: 'MUG (12)', more: 0 }], ['scanning.lookup.noShipment']] },
    'packed carton': { is: 'info', says: ['scanning.lookup.carton', { carton: '3 9521 2340 0000 0001 4', unit: '0 0614141 000000001 2', po: 'OTH00001', eaches: 6, sku: 'MUG' }] },
    'new carton': { is: 'wrong', says: ['scanning.wrong.noOrder'] },
    'order HOT': { is: 'accepted', says: ['scanning.order.started', { po: 'HOT00001', task: 'pick', hpo: 'yes' }], next: ['pick.toBin', { location: 'A-01-01', sku: 'GRIND', left: 30 }, { task: 'pick', po: 'HOT00001', sku: 'GRIND' }], writes: [{ kind: 'task.set', body: { kind: 'pick', po: 'HOT00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
    'first list of HOT': { is: 'accepted', says: ['scanning.order.started', { po: 'HOT00001', task: 'pick', hpo: 'yes' }], next: ['pick.toBin', { location: 'A-01-01', sku: 'GRIND', left: 30 }, { task: 'pick', po: 'HOT00001', sku: 'GRIND' }], writes: [{ kind: 'task.set', body: { kind: 'pick', po: 'HOT00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
    'ninth list of HOT': { is: 'wrong', says: ['scanning.order.newerList', { po: 'HOT00001', printed: 9, now: 1 }], expected: null, confirm: 'HD:PO:HOT00001:9' },
    NEXT: { is: 'wrong', says: ['scanning.command.noTask'] },
    DONE: { is: 'wrong', says: ['scanning.command.noTask'] },
    SHORT: { is: 'wrong', says: ['scanning.command.noTask'] },
    DAMAGED: { is: 'wrong', says: ['scanning.command.noTask'] },
    'DAMAGED again': { is: 'wrong', says: ['scanning.command.noTask'] },
    PRINT: { is: 'wrong', says: ['scanning.command.noTask'] },
    UNDO: { is: 'info', says: ['scanning.undo.nothing'] },
  },
  'an open pallet was left': {
    'own pallet': { is: 'accepted', says: ['scanning.pack.takenInHand', { unit: '0 0614141 000000002 9', po: 'PLN00001', state: 'open', eaches: 6, cartons: 1 }], next: ['pack.onto', { unit: '0 0614141 000000002 9', left: 18 }, { task: 'pack', po: 'PLN00001', sscc: '006141410000000029' }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null } }] },
    'order PLAIN to pack': { is: 'accepted', says: ['scanning.order.started', { po: 'PLN00001', task: 'pack', hpo: 'no' }], next: ['pack.onto', { unit: '0 0614141 000000002 9', left: 18 }, { task: 'pack', po: 'PLN00001', sscc: '006141410000000029' }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null } }] },
  },
  'an open pallet was left, all is packed': {
    'own pallet': { is: 'accepted', says: ['scanning.pack.takenInHand', { unit: '0 0614141 000000002 9', po: 'PLN00001', state: 'open', eaches: 24, cartons: 4 }], next: ['pack.close', { po: 'PLN00001' }, { task: 'pack', po: 'PLN00001', sscc: '006141410000000029' }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null } }] },
    'order PLAIN to pack': { is: 'accepted', says: ['scanning.order.started', { po: 'PLN00001', task: 'pack', hpo: 'no' }], next: ['pack.close', { po: 'PLN00001' }, { task: 'pack', po: 'PLN00001', sscc: '006141410000000029' }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null } }] },
  },
  'an open pallet was left, more is to pick': {
    'own pallet': { is: 'accepted', says: ['scanning.pack.takenInHand', { unit: '0 0614141 000000002 9', po: 'PLN00001', state: 'open', eaches: 12, cartons: 2 }], next: ['pack.pickMore', { po: 'PLN00001', unpicked: 12 }, { task: 'pack', po: 'PLN00001', sscc: '006141410000000029' }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null } }] },
  },
  'an open pallet was left, the rest is short': {
    'own pallet': { is: 'accepted', says: ['scanning.pack.takenInHand', { unit: '0 0614141 000000002 9', po: 'PLN00001', state: 'open', eaches: 12, cartons: 2 }], next: ['pack.restIsShort', { po: 'PLN00001' }, { task: 'pack', po: 'PLN00001', sscc: '006141410000000029' }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: '006141410000000029', location: null, sku: null, carton: null } }] },
  },
  'an open pallet was left, then cancelled': {
    'own pallet': { is: 'wrong', says: ['scanning.order.cancelledPutBack', { po: 'PLN00001' }] },
  },
  'an open pallet was left, then closed': {
    'own pallet': { is: 'wrong', says: ['scanning.order.closed', { po: 'PLN00001' }] },
  },
  'an empty pallet was left, then cancelled': {
    'own pallet': { is: 'wrong', says: ['scanning.order.cancelled', { po: 'PLN00001' }] },
  },
  'an empty pallet was left, then rejected': {
    'own pallet': { is: 'wrong', says: ['scanning.order.rejected', { po: 'PLN00001' }] },
  },
  'an empty pallet was left, then shipped': {
    'own pallet': { is: 'wrong', says: ['scanning.order.shipped', { po: 'PLN00001' }] },
  },
  'a printed label waits to be confirmed': {
    'own pallet': { is: 'accepted', says: ['scanning.pack.labelConfirmed', { unit: '0 0614141 000000002 9' }], writes: [{ kind: 'unit.label-confirmed', body: { sscc: '006141410000000029' } }] },
  },
  'a printed label is of before the pallet was closed': {
    'own pallet': { is: 'wrong', says: ['scanning.wrong.oldLabel', { unit: '0 0614141 000000002 9', po: 'PLN00001', state: 'closed', eaches: 24, cartons: 4 }], expected: ['scanning.hint.newLabel'] },
  },
  'a truck is planned for the other order': {
    'the other order': { is: 'accepted', says: ['scanning.order.started', { po: 'OTH00001', task: 'load', hpo: 'no' }], next: ['load.pallet', { loaded: 0, of: 1 }, { task: 'load', po: 'OTH00001', shipmentId: 'the shipment' }], writes: [{ kind: 'task.set', body: { kind: 'load', po: 'OTH00001', shipmentId: 'the shipment', sscc: null, location: null, sku: null, carton: null } }] },
  },
  'the other order is loaded': {
    'the other order': { is: 'accepted', says: ['scanning.order.started', { po: 'OTH00001', task: 'load', hpo: 'no' }], next: ['load.done', { loaded: 1 }, { task: 'load', po: 'OTH00001', shipmentId: 'the shipment' }], writes: [{ kind: 'task.set', body: { kind: 'load', po: 'OTH00001', shipmentId: 'the shipment', sscc: null, location: null, sku: null, carton: null } }] },
  },
  'all was packed and left': {
    'order PLAIN to pack': { is: 'accepted', says: ['scanning.order.started', { po: 'PLN00001', task: 'pack', hpo: 'no' }], next: ['pack.done', { po: 'PLN00001' }, { task: 'pack', po: 'PLN00001' }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
    'order PLAIN to load': { is: 'accepted', says: ['scanning.order.started', { po: 'PLN00001', task: 'load', hpo: 'no' }], next: ['load.noShipment', {}, { task: 'load', po: 'PLN00001' }], writes: [{ kind: 'task.set', body: { kind: 'load', po: 'PLN00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
  },
  'what is picked was packed and left': {
    'order PLAIN to pack': { is: 'accepted', says: ['scanning.order.started', { po: 'PLN00001', task: 'pack', hpo: 'no' }], next: ['pack.pickMore', { po: 'PLN00001', unpicked: 12 }, { task: 'pack', po: 'PLN00001' }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
  },
  'all but what is short was packed and left': {
    'order PLAIN to pack': { is: 'accepted', says: ['scanning.order.started', { po: 'PLN00001', task: 'pack', hpo: 'no' }], next: ['pack.restIsShort', { po: 'PLN00001' }, { task: 'pack', po: 'PLN00001' }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
    'order PLAIN to pick': { is: 'accepted', says: ['scanning.order.started', { po: 'PLN00001', task: 'pick', hpo: 'no' }], next: ['pick.restIsShort', { po: 'PLN00001' }, { task: 'pick', po: 'PLN00001' }], writes: [{ kind: 'task.set', body: { kind: 'pick', po: 'PLN00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
  },
  'all is picked': {
    'order PLAIN to pick': { is: 'accepted', says: ['scanning.order.started', { po: 'PLN00001', task: 'pick', hpo: 'no' }], next: ['pick.done', { po: 'PLN00001' }, { task: 'pick', po: 'PLN00001' }], writes: [{ kind: 'task.set', body: { kind: 'pick', po: 'PLN00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
    'order PLAIN to pack': { is: 'accepted', says: ['scanning.order.started', { po: 'PLN00001', task: 'pack', hpo: 'no' }], next: ['pack.openUnit', { left: 24 }, { task: 'pack', po: 'PLN00001' }], writes: [{ kind: 'task.set', body: { kind: 'pack', po: 'PLN00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
    'order PLAIN to count': { is: 'accepted', says: ['scanning.order.started', { po: 'PLN00001', task: 'count', hpo: 'no' }], next: ['count.bin', {}, { task: 'count', po: 'PLN00001' }], writes: [{ kind: 'task.set', body: { kind: 'count', po: 'PLN00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
    'order PLAIN to receive': { is: 'accepted', says: ['scanning.order.started', { po: 'PLN00001', task: 'receive', hpo: 'no' }], next: ['receive.bin', {}, { task: 'receive', po: 'PLN00001' }], writes: [{ kind: 'task.set', body: { kind: 'receive', po: 'PLN00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
  },
  'what lies nowhere is ordered': {
    'order BOWLS': { is: 'accepted', says: ['scanning.order.started', { po: 'BWL00001', task: 'pick', hpo: 'no' }], next: ['pick.product', { sku: 'BOWL', left: 5, location: '', located: 'no' }, { task: 'pick', po: 'BWL00001' }], writes: [{ kind: 'task.set', body: { kind: 'pick', po: 'BWL00001', shipmentId: null, sscc: null, location: null, sku: null, carton: null } }] },
  },
  'an order that is not acknowledged': {
    'order BOWLS': { is: 'wrong', says: ['scanning.order.notAcknowledged', { po: 'BWL00001' }], expected: null },
  },
  'an order is cancelled': {
    'order PLAIN': { is: 'wrong', says: ['scanning.order.cancelled', { po: 'PLN00001' }], expected: null },
  },
  'a picked order is cancelled': {
    'order PLAIN': { is: 'wrong', says: ['scanning.order.cancelledPutBack', { po: 'PLN00001' }], expected: null },
  },
  'an order is closed': {
    'order PLAIN': { is: 'wrong', says: ['scanning.order.closed', { po: 'PLN00001' }], expected: null },
  },
  'an order is rejected': {
    'order PLAIN': { is: 'wrong', says: ['scanning.order.rejected', { po: 'PLN00001' }], expected: null },
  },
  'an order has shipped': {
    'order PLAIN': { is: 'wrong', says: ['scanning.order.shipped', { po: 'PLN00001' }], expected: null },
  },
  'the list of HOT is outdated': {
    'first list of HOT': { is: 'wrong', says: ['scanning.order.outdatedList', { po: 'HOT00001', printed: 1, now: 2 }], expected: null, confirm: 'HD:PO:HOT00001:1' },
  },
  'another station of the site holds PLAIN': {
    'order PLAIN': { is: 'info', says: ['scanning.claim.held', { kind: 'order', name: 'PLN00001', person: 'staff-shipping', station: 'Station station-2', sinceAt: 1772460000000 }], details: [['scanning.claim.hint']], confirm: 'PLN00001' },
  },
};

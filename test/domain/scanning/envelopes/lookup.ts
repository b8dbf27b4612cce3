import type { Table } from './table.ts';

export const lookup: Table = {
  lookup: {
    'bin A-01-01': { is: 'info', says: ['scanning.lookup.location', { location: 'A-01-01', count: 1, held: 'GRIND (36)' }] },
    'case of mugs': { is: 'info', says: ['scanning.lookup.product', { sku: 'MUG', title: 'Mug', boxed: 48, allocated: 30, safety: 0, free: 18, caseSize: 6 }], details: [['scanning.lookup.bins', { count: 1, bins: 'A-01-02 (48)' }]] },
    'quantity 7': { is: 'wrong', says: ['scanning.wrong.notHere'] },
    "the other order's pallet": { is: 'info', says: ['scanning.lookup.unit', { unit: '0 0614141 000000001 2', po: 'OTH00001', state: 'closed', eaches: 12, cartons: 2 }], details: [['scanning.lookup.contents', { contents: 'MUG (12)', more: 0 }], ['scanning.lookup.noShipment']] },
    'packed carton': { is: 'info', says: ['scanning.lookup.carton', { carton: '3 9521 2340 0000 0001 4', unit: '0 0614141 000000001 2', po: 'OTH00001', eaches: 6, sku: 'MUG' }] },
    'new carton': { is: 'wrong', says: ['scanning.wrong.unknownSscc'] },
    'order HOT': { is: 'info', says: ['scanning.lookup.order', { po: 'HOT00001', hpo: 'yes', state: 'acknowledged', accepted: 46, picked: 0, packed: 0, shipped: 0 }], details: [['scanning.lookup.shipBy', { shipByAt: 1772834400000 }]] },
    'first list of HOT': { is: 'info', says: ['scanning.lookup.order', { po: 'HOT00001', hpo: 'yes', state: 'acknowledged', accepted: 46, picked: 0, packed: 0, shipped: 0 }], details: [['scanning.lookup.shipBy', { shipByAt: 1772834400000 }]] },
    NEXT: { is: 'done', says: ['scanning.command.left'], next: ['idle', {}, { task: null }], writes: [{ kind: 'task.left', body: {} }] },
    DONE: { is: 'done', says: ['scanning.command.left'], next: ['idle', {}, { task: null }], writes: [{ kind: 'task.left', body: {} }] },
    SHORT: { is: 'wrong', says: ['scanning.command.onlyPicking'] },
    DAMAGED: { is: 'wrong', says: ['scanning.command.onlyWithGoods'] },
    'DAMAGED again': { is: 'wrong', says: ['scanning.command.onlyWithGoods'] },
    PRINT: { is: 'wrong', says: ['scanning.command.nothingToPrint'] },
    UNDO: { is: 'info', says: ['scanning.undo.nothing'] },
  },
};

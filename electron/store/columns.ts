import type { Entities, EntityKind } from '../../shared/domain/state/entities.ts';

/** How a field is kept: `flag` as 0/1, `json` as text. Nulls are allowed where the entity allows them. */
export type ColumnType = 'text' | 'integer' | 'flag' | 'json';

type Columns<Row> = { readonly [Field in keyof Row]-?: ColumnType };

/** Every field of every projection and its kind of column; a field forgotten here does not compile. */
export const columns: { readonly [Kind in EntityKind]: Columns<Entities[Kind]> } = {
  order: {
    po: 'text', channel: 'text', orderType: 'text', rush: 'flag', hpo: 'flag', why: 'json', flaggedBy: 'text', state: 'text',
    revision: 'integer', receivedAt: 'integer', orderDate: 'text', windowKind: 'text', windowStart: 'text', windowEnd: 'text',
    acknowledgeBy: 'integer', shipBy: 'integer', latestStart: 'integer', pin: 'integer', pinReason: 'text', vendorCode: 'text',
    buyer: 'json', shipToId: 'text', shipTo: 'json', freightTerm: 'text', notes: 'json', warnings: 'json', documentId: 'text', documentChangedAt: 'integer',
    lineCount: 'integer', incompleteLines: 'integer', originalRequested: 'integer', shippedInWindow: 'integer',
    firstAcknowledgedAt: 'integer', acknowledgedAt: 'integer', acknowledgementVersion: 'integer', changes: 'json',
    needsReview: 'flag', cancelledAt: 'integer', shippedAt: 'integer', assigned: 'json', listRevision: 'integer', listPrints: 'integer', acknowledgedBy: 'json', changedBy: 'json', assignedBy: 'json',
    requested: 'integer', accepted: 'integer', rejected: 'integer', backordered: 'integer', picked: 'integer', packed: 'integer', shipped: 'integer',
  },
  line: {
    po: 'text', line: 'text', position: 'integer', asin: 'text', vendorSku: 'text', gtin: 'text', buyerPart: 'text', title: 'text',
    unit: 'text', unitSize: 'integer', quantity: 'integer', cost: 'text', currency: 'text', backOrderAllowed: 'flag', sku: 'text',
    requested: 'integer', originalRequested: 'integer', accepted: 'integer', rejected: 'integer', backordered: 'integer',
    rejectionReason: 'text', finallyRejected: 'flag', downConfirmed: 'integer', downConfirmedAt: 'integer', acknowledged: 'flag', picked: 'integer', packed: 'integer', shipped: 'integer',
    shippedInWindow: 'integer', short: 'integer', shipDate: 'text', workedBy: 'json',
  },
  product: {
    sku: 'text', asin: 'text', title: 'text', gtinEach: 'text', gtinCase: 'text', gtinPallet: 'text', caseSize: 'integer', cost: 'text',
    currency: 'text', weightGrams: 'integer', lengthMm: 'integer', widthMm: 'integer', heightMm: 'integer', location: 'text',
    needs: 'json',
    cartonsPerLayer: 'integer', layersPerPallet: 'integer',
  },
  stock: { sku: 'text', boxed: 'integer', allocated: 'integer', safety: 'integer', acceptedBy: 'json' },
  bin: { sku: 'text', location: 'text', boxed: 'integer', movedBy: 'json', countedBy: 'json' },
  unit: {
    sscc: 'text', kind: 'text', po: 'text', state: 'text', openedAt: 'integer', openedBy: 'text', closedAt: 'integer', shipmentId: 'text',
    loadedAt: 'integer', parent: 'text', eaches: 'integer', cartons: 'integer', weightGrams: 'integer', heightMm: 'integer', labelPrints: 'integer', labelMark: 'text',
    labelConfirmedAt: 'integer', touchedBy: 'json',
  },
  content: { sscc: 'text', po: 'text', line: 'text', sku: 'text', eaches: 'integer', cartons: 'integer' },
  lot: { sscc: 'text', po: 'text', line: 'text', lot: 'text', expiry: 'text', eaches: 'integer' },
  serial: { sku: 'text', serial: 'text', sscc: 'text', po: 'text', line: 'text', lot: 'text', expiry: 'text' },
  carton: { carton: 'text', sscc: 'text', po: 'text', line: 'text', eaches: 'integer', trace: 'json' },
  photo: {
    sscc: 'text', sha256: 'text', po: 'text', bytes: 'integer', width: 'integer', height: 'integer', via: 'text', takenAt: 'integer', takenBy: 'text', station: 'text',
  },
  paper: { paper: 'text', subject: 'text', revision: 'text', prints: 'integer', printedAt: 'integer', printedBy: 'text' },
  shipment: {
    shipmentId: 'text', pos: 'json', state: 'text', freightTerm: 'text', freightReady: 'integer', cartons: 'integer',
    palletsStackable: 'integer', palletsNonStackable: 'integer', weightGrams: 'integer', volumeCubicCentimetres: 'integer', arn: 'text',
    scac: 'text', pro: 'text', bol: 'text', appointment: 'integer', createdAt: 'integer', requestedAt: 'integer', departedAt: 'integer',
    confirmBy: 'integer', plannedBy: 'json', changedBy: 'json',
  },
  outgoing: {
    documentId: 'text', kind: 'text', po: 'text', shipmentId: 'text', fileName: 'text', sha256: 'text', state: 'text',
    preparedAt: 'integer', stateAt: 'integer', note: 'text', dueBy: 'integer',
  },
  inbound: {
    documentId: 'text', fileName: 'text', sha256: 'text', bytes: 'integer', format: 'text', via: 'text', receivedAt: 'integer',
    orders: 'json', error: 'json',
  },
  staff: {
    staffId: 'text', name: 'text', role: 'text', badge: 'text', pinHash: 'text', active: 'flag', failedTries: 'integer', lockedUntil: 'integer', placedBy: 'json',
  },
  task: {
    station: 'text', kind: 'text', po: 'text', staffId: 'text', startedAt: 'integer', location: 'text', sscc: 'text', shipmentId: 'text', sku: 'text',
    carton: 'text', trace: 'json', cart: 'json', move: 'json', totes: 'json', put: 'json',
  },
  scan: {
    opId: 'text', station: 'text', stationSeq: 'integer', staffId: 'text', at: 'integer', kind: 'text', code: 'text', po: 'text',
    line: 'text', sku: 'text', sscc: 'text', location: 'text', eaches: 'integer', cartons: 'integer', carton: 'text', trace: 'json', taken: 'integer',
    previous: 'text', closedAs: 'json', moveBefore: 'json', undone: 'flag',
  },
  unknownCode: { code: 'text', firstAt: 'integer', lastAt: 'integer', times: 'integer', task: 'text', staffId: 'text' },
  counter: { name: 'text', value: 'integer' },
  settings: { id: 'text', settings: 'json' },
  peer: { station: 'text', name: 'text', number: 'integer', state: 'text', since: 'integer' },
  case: {
    caseId: 'text', type: 'text', openedAt: 'integer', po: 'text', line: 'text', sku: 'text', sscc: 'text', location: 'text', what: 'json', first: 'json',
    second: 'json', units: 'integer', cost: 'text', currency: 'text', detail: 'json', state: 'text', decision: 'text', note: 'text', resolvedBy: 'json',
  },
  claim: { subject: 'text', station: 'text', staffId: 'text', since: 'integer', act: 'json', sharedWith: 'json' },
};

/** Table of a projection: `order` is an SQL word, so orders live in `purchase_order`. */
export const tableOf: { readonly [Kind in EntityKind]: string } = {
  order: 'purchase_order', line: 'order_line', product: 'product', stock: 'stock', bin: 'bin', unit: 'handling_unit', content: 'unit_content',
  lot: 'content_lot', serial: 'packed_serial', carton: 'packed_carton', photo: 'photo', paper: 'printed_paper', shipment: 'shipment', outgoing: 'outgoing_document', inbound: 'inbound_document', staff: 'staff', task: 'task',
  scan: 'scan', unknownCode: 'unknown_code', counter: 'counter', settings: 'settings', peer: 'peer', case: 'site_case', claim: 'claim',
};

const names = new Map<string, string>();

/** Asked for every field of every row that is read: each is spelt once. */
export function columnName(field: string): string {
  const known = names.get(field);
  if (known !== undefined) return known;
  const name = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  names.set(field, name);
  return name;
}

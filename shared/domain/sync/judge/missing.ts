import type { PoNumber, Sku } from '../../../lib/ids.ts';
import { message, type Message } from '../../../messages/say.ts';
import type { OperationDraft } from '../../../contracts/operations.ts';
import { unitName } from '../../handling-units/names.ts';
import type { Reader } from '../../state/world.ts';
import type { Finding } from './finding.ts';

/** A physical fact that no row can take up, because what it builds on could not be read: it must not vanish. */
export function judgeMissing(reader: Reader, draft: OperationDraft): readonly Finding[] {
  switch (draft.kind) {
    case 'goods.damaged':
      return reader.get('line', draft.body) ? [] : [lost(draft.body, message('cases.side.damaged', { eaches: draft.body.eaches }))];
    case 'pick.confirmed':
    case 'pick.returned':
      return reader.get('line', draft.body) ? [] : [lost(draft.body, message(draft.kind === 'pick.confirmed' ? 'cases.side.picked' : 'cases.side.returned', { eaches: draft.body.eaches, location: draft.body.location ?? '–' }))];
    case 'unit.packed':
    case 'unit.unpacked': {
      const { sscc, eaches } = draft.body;
      if (reader.get('line', draft.body) && reader.get('unit', { sscc })) return [];
      return [lost(draft.body, message(draft.kind === 'unit.packed' ? 'cases.side.packed' : 'cases.side.unpacked', { eaches, unit: unitName(reader, sscc) }), sscc)];
    }
    case 'unit.loaded':
      return reader.get('unit', { sscc: draft.body.sscc }) ? [] : [lostUnits([draft.body.sscc], message('cases.side.loaded', { unit: unitName(reader, draft.body.sscc), shipment: draft.body.shipmentId }))];
    case 'shipment.departed': {
      const unknown = draft.body.ssccs.filter((sscc) => !reader.get('unit', { sscc }));
      return unknown.length === 0 ? [] : [lostUnits(unknown, message('cases.side.departed', { shipment: draft.body.shipmentId }))];
    }
    default:
      return [];
  }
}

interface Goods {
  readonly po: PoNumber;
  readonly line: string;
  readonly sku: Sku;
  readonly eaches: number;
}

const lost = ({ po, line, sku, eaches }: Goods, second: Message, sscc: string | null = null): Finding => ({
  type: 'quarantined',
  what: message('cases.quarantined.goods', { sku, po, line }),
  first: null,
  second,
  stakes: [{ po, line, sku, units: eaches }],
  about: { po, line, sku, sscc },
});

const lostUnits = (ssccs: readonly string[], second: Message): Finding => ({
  type: 'quarantined', what: message('cases.quarantined.pallets', { pallets: ssccs.length }), first: null, second, stakes: [], about: { sscc: ssccs[0] ?? null }, detail: { ssccs },
});

import { message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import { unitName } from '../../handling-units/names.ts';
import { actOf } from '../act.ts';
import type { Reader } from '../../state/world.ts';
import type { Finding } from './finding.ts';

/** A second pallet under a number that is given: nobody can tell the two apart by their labels. */
export function judgeOpening(reader: Reader, { sscc, po }: BodyOf<'unit.opened'>, occurrence: Occurrence): readonly Finding[] {
  const unit = reader.get('unit', { sscc });
  if (!unit) return [];
  const words = { unit: unitName(reader, sscc), po: unit.po };
  // What touched it last stands for who opened it: the number is the same.
  const act = unit.touchedBy ?? actOf(occurrence);
  return [{
    type: 'sscc-reused',
    what: message('cases.ssccReused.what', { ...words, second: po }),
    first: { act: { opId: act.opId, station: act.station, actor: unit.openedBy, at: unit.openedAt, siteSeq: act.siteSeq }, what: message('cases.side.opened', words) },
    second: message('cases.side.opened', { unit: words.unit, po }),
    stakes: [],
    about: { po, sscc },
    detail: { ssccs: [sscc], firstPlace: sscc, secondPlace: sscc },
  }];
}

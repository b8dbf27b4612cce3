import type { UnitView } from '../../../shared/contracts/views.ts';
import { labelStands } from '../../../shared/domain/handling-units/labels.ts';
import { standingOn } from '../../../shared/domain/handling-units/nesting.ts';
import { estimate, unitWarnings } from '../../../shared/domain/handling-units/pallet-rules.ts';
import { loosePartsOf, type TracePart } from '../../../shared/domain/handling-units/traces.ts';
import type { HandlingUnit } from '../../../shared/domain/state/entities.ts';
import { claimOfUnit } from './claims.ts';
import type { Station } from '../station.ts';

const tracedParts = (parts: readonly TracePart[]): { readonly parts?: readonly TracePart[] } => (parts.some(({ trace }) => trace !== null) ? { parts } : {});

export function unitView(station: Station, unit: HandlingUnit): UnitView {
  const { reader } = station;
  const contents = standingOn(reader, unit.sscc).map((content) => ({
    ...content,
    title: reader.get('product', { sku: content.sku })?.title ?? content.sku,
    ...tracedParts(loosePartsOf(reader, content)),
  }));
  return { ...unit, contents, labelled: reader.find('carton', { sscc: unit.sscc }), labelStands: labelStands(reader, unit), warnings: unitWarnings(reader, unit), estimate: estimate(reader, unit.kind, contents), claim: claimOfUnit(station, unit.sscc), photos: reader.find('photo', { sscc: unit.sscc }).length };
}

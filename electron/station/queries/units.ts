import type { UnitView } from '../../../shared/contracts/views.ts';
import { measureWarnings } from '../../../shared/domain/handling-units/limits.ts';
import type { HandlingUnit } from '../../../shared/domain/state/entities.ts';
import type { Station } from '../station.ts';

export function unitView({ reader }: Station, unit: HandlingUnit): UnitView {
  const contents = reader.find('content', { sscc: unit.sscc }).map((content) => ({
    ...content,
    title: reader.get('product', { sku: content.sku })?.title ?? content.sku,
  }));
  return { ...unit, contents, warnings: measureWarnings(unit) };
}

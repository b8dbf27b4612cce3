import { decideCloseUnit, decideReopenUnit, decideUnpack, decideUnpackCarton, decideVoidUnit } from '../../../shared/domain/handling-units/decide.ts';
import { decideLabelPrinted } from '../../../shared/domain/handling-units/labels.ts';
import { decideOpenUnit } from '../../../shared/domain/handling-units/open.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { labelInZpl, renderPaper } from '../paper-file.ts';
import { labelPaper } from '../papers.ts';
import { unitView } from '../queries/units.ts';
import { taskView } from '../queries/task.ts';
import type { Station } from '../station.ts';
import { act, api, notFound } from './base.ts';

function requireUnit(station: Station, sscc: string) {
  const unit = station.reader.get('unit', { sscc });
  if (!unit) throw notFound('handlingUnits.refused.unknown', sscc, { unit: sscc });
  return unitView(station, unit);
}

export const units = {
  get: api.units.get.handler(({ context, input }) => requireUnit(context.station, input.sscc)),
  open: api.units.open.handler(({ context, input }) => {
    act(context, (reader, decision) => decideOpenUnit(reader, { po: poNumber(input.po), kind: input.kind }, decision));
    const view = taskView(context.station);
    if (!view) throw new Error('a unit was opened and there is no task');
    return view;
  }),
  remove: api.units.remove.handler(({ context, input }) => {
    act(context, (reader, decision) => decideUnpack(reader, input, decision));
    return requireUnit(context.station, input.sscc);
  }),
  removeCarton: api.units.removeCarton.handler(({ context, input }) => {
    const sscc = context.station.reader.get('carton', { carton: input.carton })?.sscc ?? input.carton;
    act(context, (reader, decision) => decideUnpackCarton(reader, input, decision));
    return requireUnit(context.station, sscc);
  }),
  close: api.units.close.handler(({ context, input }) => {
    act(context, (reader, decision) => decideCloseUnit(reader, input, decision));
    return requireUnit(context.station, input.sscc);
  }),
  reopen: api.units.reopen.handler(({ context, input }) => {
    act(context, (reader, decision) => decideReopenUnit(reader, input, decision));
    return requireUnit(context.station, input.sscc);
  }),
  discard: api.units.discard.handler(({ context, input }) => {
    act(context, (reader, decision) => decideVoidUnit(reader, input, decision));
    return requireUnit(context.station, input.sscc);
  }),
  label: api.units.label.handler(async ({ context, input }) => {
    const { station } = context;
    requireUnit(station, input.sscc);
    const { reprint } = act(context, (reader, decision) => decideLabelPrinted(reader, input, decision));
    const paper = labelPaper(station, input.sscc, reprint);
    return input.format === 'zpl' ? labelInZpl(paper, station.settings.labelDpi) : renderPaper(station.press, paper, station.settings.paperSize);
  }),
};

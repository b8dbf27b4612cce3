import { decideListPrinted } from '../../../shared/domain/orders/decide-order.ts';
import { renderPaper } from '../paper-file.ts';
import { codeSheet, pickListPaper } from '../papers.ts';
import { requireOrder } from '../queries/find-order.ts';
import { act, api, personOf } from './base.ts';

/** Papers as files; `printing` sends them to a printer. */
export const papers = {
  pickList: api.papers.pickList.handler(async ({ context, input }) => {
    const { station } = context;
    const { po } = requireOrder(station, input.po);
    const printed = act(context, (reader, decision) => decideListPrinted(reader, { po }, decision));
    return renderPaper(station.press, pickListPaper(station, po, { ...printed, by: personOf(context).name }), input.size ?? station.settings.paperSize);
  }),
  codeSheet: api.papers.codeSheet.handler(({ context, input: { kind, size } }) => {
    const { station } = context;
    return renderPaper(station.press, codeSheet(station, kind), size ?? station.settings.paperSize);
  }),
};

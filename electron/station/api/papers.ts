import { decideListPrinted } from '../../../shared/domain/orders/decide-order.ts';
import { renderCodes, renderOrderPickList } from '../papers.ts';
import { requireOrder } from '../queries/find-order.ts';
import { act, api, personOf } from './base.ts';

export const papers = {
  pickList: api.papers.pickList.handler(async ({ context, input }) => {
    const { po } = requireOrder(context.station, input.po);
    const printed = act(context, (reader, decision) => decideListPrinted(reader, { po }, decision));
    return renderOrderPickList(context.station, po, { ...printed, by: personOf(context).name, size: input.size });
  }),
  codeSheet: api.papers.codeSheet.handler(({ context, input }) => renderCodes(context.station, input.kind, input.size)),
};

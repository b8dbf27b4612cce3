import { decideListPrinted } from '../../../shared/domain/orders/decide-order.ts';
import { done } from '../../../shared/domain/decision.ts';
import { decidePaperPrinted } from '../../../shared/domain/papers/decide.ts';
import { requireRight } from '../../../shared/domain/staffing/rights.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { renderOrderDossier, renderShipmentDossier } from '../dossier.ts';
import { renderPaper } from '../paper-file.ts';
import { codeSheet, pickListPaper } from '../papers.ts';
import { paperNameOf } from '../paper-name.ts';
import { requireOrder } from '../queries/find-order.ts';
import { composePaper } from '../shipping-papers.ts';
import { act, api, personOf } from './base.ts';

/** Papers as files; `printing` sends them to a printer. */
export const papers = {
  pickList: api.papers.pickList.handler(async ({ context, input }) => {
    const { station } = context;
    const { po } = requireOrder(station, input.po);
    const printed = act(context, (reader, decision) => decideListPrinted(reader, { po }, decision));
    return renderPaper(station.press, pickListPaper(station, po, { ...printed, by: personOf(context).name }), input.size ?? station.settings.paperSize);
  }),
  file: api.papers.file.handler(({ context, input }) => {
    const { station } = context;
    const name = paperNameOf(station, input);
    const { reprint } = act(context, (reader, decision) => decidePaperPrinted(reader, name, decision));
    return renderPaper(station.press, composePaper(station, name, { by: personOf(context).name, reprint }), input.size ?? station.settings.paperSize);
  }),
  codeSheet: api.papers.codeSheet.handler(({ context, input: { kind, first, size } }) => {
    const { station } = context;
    return renderPaper(station.press, codeSheet(station, kind, first), size ?? station.settings.paperSize);
  }),
  dossier: api.papers.dossier.handler(({ context, input }) => {
    const print = { by: personOf(context).name, size: input.size };
    const where = 'po' in input ? `PO ${requireOrder(context.station, input.po).po}` : `shipment ${input.shipmentId}`;
    act(context, (_reader, decision) => requireRight(decision, 'documents', where) ?? done());
    return 'po' in input ? renderOrderDossier(context.station, poNumber(input.po), print) : renderShipmentDossier(context.station, input.shipmentId, print);
  }),
};

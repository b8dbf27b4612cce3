import { decideListPrinted } from '../../../shared/domain/orders/decide-order.ts';
import type { FileAnswer } from '../../../shared/contracts/api.ts';
import type { SheetPaper } from '../../../shared/documents/sheet.ts';
import { done } from '../../../shared/domain/decision.ts';
import { requireRight, type Act } from '../../../shared/domain/staffing/rights.ts';
import { renderOrderDossier } from '../dossier.ts';
import { renderFile, renderPaper } from '../paper-file.ts';
import { codeSheet, pickListPaper } from '../papers.ts';
import { requireOrder } from '../queries/find-order.ts';
import { orderPackingList, palletManifest, shipmentPackingList } from '../shipping-papers.ts';
import { act, api, personOf, type CallContext } from './base.ts';

/** Papers that only read the store: nothing is written when they are printed. */
function sheet(context: CallContext, right: Act, where: string, compose: (by: string) => SheetPaper): Promise<FileAnswer> {
  act(context, (_reader, decision) => requireRight(decision, right, where) ?? done());
  const { press, settings } = context.station;
  const paper = compose(personOf(context).name);
  return renderFile(press, paper.fileName, { kind: 'sheet', paper, size: settings.paperSize });
}

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
  packingList: api.papers.packingList.handler(({ context, input }) => {
    const { station } = context;
    if ('po' in input) {
      const { po } = requireOrder(station, input.po);
      return sheet(context, 'print', `PO ${po}`, (by) => orderPackingList(station, po, by));
    }
    const { shipmentId } = input;
    return sheet(context, 'print', `shipment ${shipmentId}`, (by) => shipmentPackingList(station, shipmentId, by));
  }),
  palletManifest: api.papers.palletManifest.handler(({ context, input: { sscc } }) => sheet(context, 'label', sscc, (by) => palletManifest(context.station, sscc, by))),
  dossier: api.papers.dossier.handler(({ context, input }) => {
    const { po } = requireOrder(context.station, input.po);
    act(context, (_reader, decision) => requireRight(decision, 'documents', `PO ${po}`) ?? done());
    return renderOrderDossier(context.station, po, { by: personOf(context).name, size: input.size });
  }),
};

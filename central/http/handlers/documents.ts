import { orderPage } from '../../connectors/orders.ts';
import { importDocument } from '../../connectors/import-document.ts';
import { outgoingPage, setDocumentState } from '../../connectors/outgoing.ts';
import type { Callers, Handlers } from '../call.ts';

export const documents: Handlers<'importDocument' | 'outgoing' | 'handedOver' | 'confirmed' | 'refused' | 'orders'> = {
  importDocument: async (central, { params: { site }, query, body, caller, setHeader }) => {
    const report = await importDocument(central, site, query.name ?? 'document', body);
    const result = report.error !== null || report.orders.some(({ error }) => error !== null) ? 'refused' : 'taken';
    central.metrics.documents.inc({ result });
    await central.audit.note({ who: nameOf(caller), what: 'document.imported', site, detail: `${report.file}: ${report.orders.length} orders, ${result}` });
    setHeader('location', `/v1/sites/${encodeURIComponent(site)}/orders`);
    return report;
  },
  outgoing: (central, { params: { site }, query }) => outgoingPage(central, site, query),
  handedOver: async (central, { params: { site, document }, body }) => {
    await setDocumentState(central, site, document, 'handed-over', body.note);
    return undefined;
  },
  confirmed: async (central, { params: { site, document }, body }) => {
    await setDocumentState(central, site, document, 'confirmed', body.note);
    return undefined;
  },
  refused: async (central, { params: { site, document }, body }) => {
    await setDocumentState(central, site, document, 'refused', body.note);
    return undefined;
  },
  orders: (central, { params: { site }, query }) => orderPage(central, site, { after: query.after, limit: query.limit, state: query.state }),
};

const nameOf = (caller: Callers['partner']): string => (caller.kind === 'gateway' ? `gateway:${caller.gateway.name}` : `station:${caller.access.sub}`);

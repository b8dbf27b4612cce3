import type { OperationDraft } from './operations.ts';

/** What an operation is about: `order:1PCPDX1U`, `unit:0061...`. A screen, a history and sync look operations up by it. */
export function aggregatesOf({ body }: OperationDraft): string[] {
  const names: string[] = [];
  if ('po' in body && body.po !== null) names.push(`order:${body.po}`);
  if ('pos' in body) for (const po of body.pos) names.push(`order:${po}`);
  if ('cart' in body) for (const po of body.cart ?? []) if (po !== body.po) names.push(`order:${po}`);
  if ('finished' in body) for (const po of body.finished) names.push(`order:${po}`);
  if ('sscc' in body && body.sscc !== null) names.push(`unit:${body.sscc}`);
  if ('on' in body) names.push(`unit:${body.on}`);
  if ('from' in body) names.push(`unit:${body.from}`);
  if ('ssccs' in body) for (const sscc of body.ssccs) names.push(`unit:${sscc}`);
  if ('shipmentId' in body && body.shipmentId !== null) names.push(`shipment:${body.shipmentId}`);
  if ('sku' in body && body.sku !== null) names.push(`product:${body.sku}`);
  if ('staffId' in body) names.push(`staff:${body.staffId}`);
  if ('undoes' in body) names.push(`operation:${body.undoes}`);
  if ('documentId' in body && body.documentId !== null) names.push(`document:${body.documentId}`);
  if ('station' in body) names.push(`station:${body.station}`);
  if ('subject' in body) names.push(body.subject);
  if ('caseId' in body) names.push(`case:${body.caseId}`);
  if ('opId' in body) names.push(`operation:${body.opId}`);
  if ('patch' in body || 'eachesPerHour' in body || 'rules' in body) names.push('settings');
  return names;
}

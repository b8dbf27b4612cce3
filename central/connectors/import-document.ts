import { createHash } from 'node:crypto';
import type { ImportReport } from '../../shared/contracts/central.ts';
import { readOrders } from '../../shared/documents/read-file.ts';
import { decideImport } from '../../shared/domain/orders/import/decide-import.ts';
import { settingsOf } from '../../shared/domain/state/totals.ts';
import { documentId } from '../../shared/lib/ids.ts';
import type { Central } from '../central.ts';

/**
 * Takes a document of the customer's in, as a station would: the same readers, the same decision, against the site at this place in its
 * order. Its bytes are kept as they came. A document sent twice changes nothing.
 */
export async function importDocument(central: Central, site: string, fileName: string, bytes: Uint8Array): Promise<ImportReport> {
  const order = central.orders.of(site);
  const { result: settings } = await order.read(settingsOf);
  const zones = new Map(Object.entries(settings.shipToZones));
  // Read before its turn in the order: a document of ten thousand lines holds up nobody.
  const reading = readOrders(bytes, fileName, { zoneOf: (id) => zones.get(id) ?? settings.zone });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (reading.problem === null) await central.blobs.put(site, sha256, bytes, central.now());
  const { result } = await order.decide((reader, context) =>
    decideImport(reader, { documentId: documentId(context.newId()), fileName, sha256, bytes: bytes.length, via: 'gateway', reading }, context),
  );
  if (!result.ok) throw new Error(`central may not import: ${result.refusal.code}`);
  const inbound = result.result;
  return { documentId: inbound.documentId, file: fileName, format: inbound.format, orders: [...inbound.orders], error: inbound.error };
}

import type { ImportAnswer } from '../../shared/contracts/api.ts';
import { readOrders } from '../../shared/documents/read-file.ts';
import type { Actor, Context, Decision } from '../../shared/domain/decision.ts';
import type { InboundDocument } from '../../shared/domain/state/entities.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { decideImport } from '../../shared/domain/orders/import/decide-import.ts';
import { documentId } from '../../shared/lib/ids.ts';
import { sha256Of } from '../store/store.ts';
import { settle } from './api/base.ts';
import type { Station } from './station.ts';

export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Via = 'screen' | 'folder' | 'command-line';

/** Reads files and takes in their orders, each file in one transaction with its raw bytes kept. `actor` undefined: the station by itself. */
export function importFiles(station: Station, files: readonly IncomingFile[], via: Via, actor?: Actor): ImportAnswer {
  return { files: files.map((file) => importFile(station, file, via, actor)) };
}

function importFile(station: Station, { name, bytes }: IncomingFile, via: Via, actor: Actor | undefined): ImportAnswer['files'][number] {
  const { settings } = station;
  const zones = new Map(Object.entries(settings.shipToZones));
  const reading = readOrders(bytes, name, { zoneOf: (id) => zones.get(id) ?? settings.zone });
  const sha256 = sha256Of(bytes);
  const decision = (reader: Reader, context: Context): Decision<InboundDocument> =>
    decideImport(reader, { documentId: documentId(context.newId()), fileName: name, sha256, bytes: bytes.length, via, reading }, context);
  const kept = { blobs: reading.problem === null ? [bytes] : [] };
  const inbound = settle(actor ? station.decide(actor, decision, kept) : station.decideAsStation(decision, kept));
  return { file: name, format: inbound.format, orders: inbound.orders, error: inbound.error };
}

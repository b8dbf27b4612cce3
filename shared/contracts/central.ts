import { z } from 'zod';
import type { Case, ImportedOrder, OutgoingKind, OutgoingState } from '../domain/state/entities.ts';
import type { Instant } from '../lib/time.ts';
import type { Message } from '../messages/say.ts';

/*
 * What central says to people (the operations page, under /admin) and to gateways (documents in and out, orders).
 * Stations speak `sync.ts`. Errors are `problem` of sync.ts everywhere. Instants are milliseconds UTC.
 */

const at = z.int().transform((value) => value as Instant);
const message = z.custom<Message>((value) => typeof value === 'object' && value !== null && 'key' in value && 'params' in value);
const name = z.string().trim().min(1).max(80);

/** Sent with everything that changes something on the operations page: no form of another origin can add a header. */
export const ADMIN_HEADER = 'x-hotdock';

// ---- operations page -------------------------------------------------------------------------------------------------

export const adminLogin = z.object({ name: name.default('admin'), password: z.string().min(1).max(200) });
export type AdminLogin = z.input<typeof adminLogin>;

export const adminSession = z.object({ name: z.string() });
export type AdminSession = z.output<typeof adminSession>;

export const siteSummary = z.object({
  site: z.string(),
  name: z.string(),
  /** Length of the site's order. */
  head: z.int(),
  stations: z.int(),
  /** Active stations not heard for ten minutes. */
  stationsSilent: z.int(),
  /** Operations that stations said still wait with them. */
  backlog: z.int(),
  documentsWaiting: z.int(),
  openCases: z.int(),
  lastHeardAt: at.nullable(),
});
export type SiteSummary = z.output<typeof siteSummary>;

export const adminOverview = z.object({
  now: at,
  version: z.string(),
  startedAt: at,
  database: z.enum(['embedded', 'server']),
  sites: z.array(siteSummary),
});
export type AdminOverview = z.output<typeof adminOverview>;

export const stationRow = z.object({
  station: z.string(),
  name: z.string(),
  number: z.int(),
  state: z.enum(['active', 'revoked']),
  version: z.string(),
  protocol: z.int(),
  enrolledAt: at,
  lastSeenAt: at.nullable(),
  /** Operations that wait at the station, as it last said, and since when. */
  backlog: z.int(),
  oldestAt: at.nullable(),
  /** Operations of the site's order that it had not fetched when it last asked. */
  behind: z.int(),
  /** The station's clock minus central's; null before the first measurement. */
  skewMs: z.int().nullable(),
  /** Operations held aside since its rights were taken. */
  heldAside: z.int(),
});
export type StationRow = z.output<typeof stationRow>;

export const waitingDocument = z.object({
  documentId: z.string(),
  kind: z.custom<OutgoingKind>((value) => typeof value === 'string'),
  po: z.string(),
  state: z.custom<OutgoingState>((value) => typeof value === 'string'),
  preparedAt: at,
  dueBy: at.nullable(),
  note: z.string().nullable(),
});
export type WaitingDocument = z.output<typeof waitingDocument>;

export const openCode = z.object({ id: z.string(), createdAt: at, expiresAt: at, by: z.string() });
export type OpenCode = z.output<typeof openCode>;

export const gatewayRow = z.object({ id: z.string(), name: z.string(), createdAt: at, lastSeenAt: at.nullable() });
export type GatewayRow = z.output<typeof gatewayRow>;

export const adminSite = z.object({
  site: z.string(),
  name: z.string(),
  head: z.int(),
  epoch: z.string(),
  now: at,
  stations: z.array(stationRow),
  /** Prepared and not handed over yet, oldest first. */
  documents: z.object({ waiting: z.int(), rows: z.array(waitingDocument) }),
  cases: z.object({ open: z.int(), rows: z.array(z.custom<Case>((value) => typeof value === 'object' && value !== null)) }),
  codes: z.array(openCode),
  gateways: z.array(gatewayRow),
});
export type AdminSite = z.output<typeof adminSite>;

export const newCode = z.object({ code: z.string(), expiresAt: at });
export type NewCode = z.output<typeof newCode>;

export const revokeStation = z.object({ reason: z.string().trim().min(1).max(500) });

export const heldDecision = z.object({ decision: z.enum(['let-in', 'keep-out']), note: z.string().trim().max(500).nullable() });

export const newGateway = z.object({ name });
/** The key is said once; central keeps only its hash. */
export const gatewayKey = z.object({ id: z.string(), key: z.string() });
export type GatewayKey = z.output<typeof gatewayKey>;

export const auditRow = z.object({
  at,
  who: z.string(),
  /** A kind such as `station.enrolled`, `code.created`, `token.reused`. */
  what: z.string(),
  site: z.string().nullable(),
  station: z.string().nullable(),
  detail: z.string().nullable(),
});
export type AuditRow = z.output<typeof auditRow>;
export const auditPage = z.object({ rows: z.array(auditRow) });
export type AuditPage = z.output<typeof auditPage>;

// ---- gateways --------------------------------------------------------------------------------------------------------

/** The report of one imported file: the same as the command line's. */
export const importReport = z.object({
  documentId: z.string(),
  file: z.string(),
  format: z.string(),
  orders: z.array(z.custom<ImportedOrder>((value) => typeof value === 'object' && value !== null)),
  error: z.object({ message, where: z.string() }).nullable(),
});
export type ImportReport = z.output<typeof importReport>;

export const outgoingDocument = z.object({
  documentId: z.string(),
  kind: z.custom<OutgoingKind>((value) => typeof value === 'string'),
  po: z.string(),
  shipmentId: z.string().nullable(),
  fileName: z.string(),
  sha256: z.string(),
  state: z.custom<OutgoingState>((value) => typeof value === 'string'),
  preparedAt: at,
  dueBy: at.nullable(),
  /** Its place in the site's order: the cursor. */
  siteSeq: z.int(),
  /** Base64; null while the station that wrote it has not sent the bytes. */
  content: z.string().nullable(),
});
export type OutgoingDocumentView = z.output<typeof outgoingDocument>;

/** Documents in the site's order; `next` is where to go on. A document whose bytes are still on their way ends the page. */
export const outgoingPage = z.object({ documents: z.array(outgoingDocument), next: z.int() });
export type OutgoingPage = z.output<typeof outgoingPage>;

export const documentNote = z.object({ note: z.string().trim().max(500).nullable().default(null) });

const orderSummary = z.object({
  po: z.string(),
  state: z.string(),
  hpo: z.boolean(),
  revision: z.int(),
  receivedAt: at,
  acknowledgeBy: at,
  acknowledgedAt: at.nullable(),
  shipBy: at.nullable(),
  shippedAt: at.nullable(),
  cancelledAt: at.nullable(),
  requested: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  backordered: z.int(),
  picked: z.int(),
  packed: z.int(),
  shipped: z.int(),
});
/** Ascending by number; `after` is the last number of the page before. */
export const orderPage = z.object({ orders: z.array(orderSummary), next: z.string().nullable() });
export type OrderPage = z.output<typeof orderPage>;

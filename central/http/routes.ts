import { z } from 'zod';
import {
  adminLogin, adminOverview, adminSession, adminSite, auditPage, documentNote, gatewayKey, heldDecision, importReport, newCode, newGateway, orderPage, outgoingPage, revokeStation,
} from '../../shared/contracts/central.ts';
import { enrolReply, enrolRequest, pullQuery, pullReply, pushReply, pushRequest, recoverRequest, sha256, snapshotManifest, tokenReply, tokenRequest } from '../../shared/contracts/sync.ts';

/** Who may call. `holder`: a station, also one whose rights were taken. `partner`: a gateway or a station of the site. */
type Caller = 'anyone' | 'holder' | 'station' | 'partner' | 'admin';

/** JSON of a schema, bytes as they are, or nothing. */
type Body = z.ZodType | 'bytes' | null;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly caller: Caller;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: Body;
  /** Bytes of the request when unpacked. */
  readonly largest: number;
  readonly reply: Body;
  /** Requests of one address in a minute, where guessing must be slow. */
  readonly perMinute?: number;
}

const KB = 1024;
const MB = 1024 * KB;

const id = z.string().min(1).max(80);
const none = z.object({});
const site = z.object({ site: id });
const simple = { params: none, query: none, body: null, largest: 0 } as const;

export const routes = {
  enrol: { ...simple, method: 'POST', path: '/v1/enrol', summary: 'Lets a station in with a one-time code', caller: 'anyone', body: enrolRequest, largest: 16 * KB, reply: enrolReply, perMinute: 60 },
  token: { ...simple, method: 'POST', path: '/v1/token', summary: 'Exchanges a refresh token for the next tokens, with the proof of the device key', caller: 'anyone', body: tokenRequest, largest: 16 * KB, reply: tokenReply, perMinute: 1_200 },
  // One order of 10,000 lines is one operation: what a page of operations may weigh is a station's care, not this limit's.
  push: { ...simple, method: 'POST', path: '/v1/sites/{site}/ops', summary: 'Takes a station\'s operations into the site\'s order; answered when durable', caller: 'holder', params: site, body: pushRequest, largest: 32 * MB, reply: pushReply },
  recover: { ...simple, method: 'POST', path: '/v1/sites/{site}/recovered', summary: 'Takes back what central lost by a restore', caller: 'holder', params: site, body: recoverRequest, largest: 32 * MB, reply: pushReply },
  pull: { ...simple, method: 'GET', path: '/v1/sites/{site}/ops', summary: 'The site\'s order after a number; waits for news when asked to', caller: 'station', params: site, query: pullQuery, reply: pullReply },
  snapshot: { ...simple, method: 'GET', path: '/v1/sites/{site}/snapshot', summary: 'What the site adds up to at some number: a list of chunks', caller: 'station', params: site, reply: snapshotManifest },
  snapshotChunk: { ...simple, method: 'GET', path: '/v1/sites/{site}/snapshot/{seq}/{number}', summary: 'One chunk of a snapshot: gzip of JSON lines', caller: 'station', params: site.extend({ seq: z.coerce.number().int().min(0), number: z.coerce.number().int().min(0) }), reply: 'bytes' },
  putBlob: { ...simple, method: 'PUT', path: '/v1/sites/{site}/blobs/{sha256}', summary: 'Keeps the bytes of a document under their digest', caller: 'holder', params: site.extend({ sha256 }), body: 'bytes', largest: 64 * MB, reply: null },
  getBlob: { ...simple, method: 'GET', path: '/v1/sites/{site}/blobs/{sha256}', summary: 'The bytes of a document', caller: 'station', params: site.extend({ sha256 }), reply: 'bytes' },
  importDocument: { ...simple, method: 'POST', path: '/v1/sites/{site}/documents', summary: 'Takes in a raw X12 850 or 860 or SP-API JSON; the answer is the import report', caller: 'partner', params: site, query: z.object({ name: z.string().min(1).max(400).optional() }), body: 'bytes', largest: 64 * MB, reply: importReport },
  outgoing: { ...simple, method: 'GET', path: '/v1/sites/{site}/documents', summary: 'Documents to hand over: acknowledgements, routing requests, shipment confirmations', caller: 'partner', params: site, query: z.object({ after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(100).default(50), state: z.enum(['prepared', 'handed-over', 'confirmed', 'refused', 'any']).default('prepared') }), reply: outgoingPage },
  handedOver: { ...simple, method: 'POST', path: '/v1/sites/{site}/documents/{document}/handed-over', summary: 'The document is with the customer\'s system', caller: 'partner', params: site.extend({ document: id }), body: documentNote, largest: 16 * KB, reply: null },
  confirmed: { ...simple, method: 'POST', path: '/v1/sites/{site}/documents/{document}/confirmed', summary: 'The customer\'s system took the document', caller: 'partner', params: site.extend({ document: id }), body: documentNote, largest: 16 * KB, reply: null },
  refused: { ...simple, method: 'POST', path: '/v1/sites/{site}/documents/{document}/refused', summary: 'The customer\'s system refused the document', caller: 'partner', params: site.extend({ document: id }), body: documentNote, largest: 16 * KB, reply: null },
  orders: { ...simple, method: 'GET', path: '/v1/sites/{site}/orders', summary: 'Orders and how far they are', caller: 'partner', params: site, query: z.object({ after: z.string().max(60).default(''), limit: z.coerce.number().int().min(1).max(1_000).default(200), state: z.string().max(40).optional() }), reply: orderPage },
  login: { ...simple, method: 'POST', path: '/admin/login', summary: 'Opens a session of the operations page', caller: 'anyone', body: adminLogin, largest: 4 * KB, reply: null, perMinute: 20 },
  logout: { ...simple, method: 'POST', path: '/admin/logout', summary: 'Ends the session', caller: 'admin', reply: null },
  session: { ...simple, method: 'GET', path: '/admin/session', summary: 'Who is signed in', caller: 'admin', reply: adminSession },
  overview: { ...simple, method: 'GET', path: '/admin/overview', summary: 'All sites at a glance', caller: 'admin', reply: adminOverview },
  siteDetail: { ...simple, method: 'GET', path: '/admin/sites/{site}', summary: 'A site: stations, documents waiting, open cases', caller: 'admin', params: site, reply: adminSite },
  firstCode: { ...simple, method: 'POST', path: '/admin/codes', summary: 'A code for the first station of a new site', caller: 'admin', body: z.object({ siteName: z.string().trim().min(1).max(80).nullable().default(null) }), largest: 4 * KB, reply: newCode },
  code: { ...simple, method: 'POST', path: '/admin/sites/{site}/codes', summary: 'A code for another station of a site', caller: 'admin', params: site, reply: newCode },
  revoke: { ...simple, method: 'POST', path: '/admin/sites/{site}/stations/{station}/revoke', summary: 'Takes a station\'s rights: what it still sends is held aside', caller: 'admin', params: site.extend({ station: id }), body: revokeStation, largest: 4 * KB, reply: null },
  held: { ...simple, method: 'POST', path: '/admin/sites/{site}/stations/{station}/held', summary: 'Decides about what a station sent since its rights were taken: into the order, or kept out', caller: 'admin', params: site.extend({ station: id }), body: heldDecision, largest: 4 * KB, reply: null },
  newGateway: { ...simple, method: 'POST', path: '/admin/sites/{site}/gateways', summary: 'A key for a program that brings and fetches documents', caller: 'admin', params: site, body: newGateway, largest: 4 * KB, reply: gatewayKey },
  removeGateway: { ...simple, method: 'DELETE', path: '/admin/sites/{site}/gateways/{gateway}', summary: 'Takes a gateway\'s key back', caller: 'admin', params: site.extend({ gateway: id }), reply: null },
  audit: { ...simple, method: 'GET', path: '/admin/audit', summary: 'Who did what, newest first', caller: 'admin', query: z.object({ limit: z.coerce.number().int().min(1).max(1_000).default(100), site: id.optional() }), reply: auditPage },
} as const satisfies Readonly<Record<string, Route>>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;

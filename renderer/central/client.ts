import { z } from 'zod';
import { ADMIN_HEADER, adminOverview, adminSession, adminSite, auditPage, gatewayKey, newCode, type AdminLogin, type AdminOverview, type AdminSession, type AdminSite, type AuditPage, type GatewayKey, type NewCode } from '../../shared/contracts/central.ts';
import { problem, type Problem } from '../../shared/contracts/sync.ts';

/** Central answered, and said no. */
export class CentralRefusal extends Error {
  readonly status: number;
  /** In central's words: what, and what to do. */
  readonly title: string;
  readonly detail: string | undefined;

  constructor(status: number, said: Problem | undefined) {
    super(said?.title ?? `HTTP ${status}`);
    this.status = status;
    this.title = said?.title ?? `HTTP ${status}`;
    this.detail = said?.detail;
  }
}

export const isSignedOut = (error: unknown): boolean => error instanceof CentralRefusal && error.status === 401;

const none = z.unknown().transform(() => undefined);

/** Reads an answer only as far as its schema knows it; anything else is an error, never a half-drawn screen. */
async function ask<Answer>(method: 'GET' | 'POST' | 'DELETE', path: string, answer: z.ZodType<Answer>, body?: object): Promise<Answer> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { accept: 'application/json', ...(method === 'GET' ? {} : { [ADMIN_HEADER]: '1' }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) throw new CentralRefusal(response.status, problem.safeParse(said).data);
  return answer.parse(said);
}

const at = (site: string): string => `/admin/sites/${encodeURIComponent(site)}`;

/** Everything the operations page asks of central. */
/** Where stations get the certificate that this central made for itself. */
export const AUTHORITY = '/ca.pem';

export const central = {
  hasOwnAuthority: async (): Promise<boolean> => (await fetch(AUTHORITY)).ok,
  session: (): Promise<AdminSession> => ask('GET', '/admin/session', adminSession),
  signIn: (login: AdminLogin): Promise<undefined> => ask('POST', '/admin/login', none, login),
  signOut: (): Promise<undefined> => ask('POST', '/admin/logout', none, {}),
  overview: (): Promise<AdminOverview> => ask('GET', '/admin/overview', adminOverview),
  site: (site: string): Promise<AdminSite> => ask('GET', at(site), adminSite),
  /** For a station of the site, or for the first one of a site that is not born yet. */
  createCode: (site: string | null): Promise<NewCode> => ask('POST', site === null ? '/admin/codes' : `${at(site)}/codes`, newCode, {}),
  revoke: (site: string, station: string, reason: string): Promise<undefined> => ask('POST', `${at(site)}/stations/${encodeURIComponent(station)}/revoke`, none, { reason }),
  decideHeld: (site: string, station: string, decision: 'let-in' | 'keep-out'): Promise<undefined> => ask('POST', `${at(site)}/stations/${encodeURIComponent(station)}/held`, none, { decision, note: null }),
  createGateway: (site: string, name: string): Promise<GatewayKey> => ask('POST', `${at(site)}/gateways`, gatewayKey, { name }),
  removeGateway: (site: string, id: string): Promise<undefined> => ask('DELETE', `${at(site)}/gateways/${encodeURIComponent(id)}`, none),
  audit: (site: string | null): Promise<AuditPage> => ask('GET', `/admin/audit?limit=100${site === null ? '' : `&site=${encodeURIComponent(site)}`}`, auditPage),
};

import type { Central } from '../../central.ts';
import { decideHeld } from '../../operations/held-aside.ts';
import { overview, siteDetail } from '../../operations/overview.ts';
import type { Handlers } from '../call.ts';
import { SESSION_COOKIE } from '../callers.ts';
import { HttpProblem } from '../problem.ts';

type Names = 'login' | 'logout' | 'session' | 'overview' | 'siteDetail' | 'firstCode' | 'code' | 'revoke' | 'held' | 'newGateway' | 'removeGateway' | 'audit';

export const admin: Handlers<Names> = {
  login: async (central, { body, caller, request, setHeader }) => {
    const token = await central.administrators.login(body.name, body.password, central.now());
    await central.audit.note({ who: token === undefined ? caller.address : `admin:${body.name}`, what: token === undefined ? 'admin.refused' : 'admin.login' });
    if (token === undefined) throw new HttpProblem('unauthorised', 'The name or the password is wrong.');
    setHeader('set-cookie', cookie(token, 12 * 60 * 60, request.protocol === 'https'));
    return undefined;
  },
  logout: async (central, { caller, request, setHeader }) => {
    await central.administrators.logout(caller.token);
    setHeader('set-cookie', cookie('', 0, request.protocol === 'https'));
    return undefined;
  },
  session: (_central, { caller }) => Promise.resolve({ name: caller.name }),
  overview: (central) => overview(central),
  siteDetail: (central, { params }) => siteDetail(central, params.site),
  firstCode: async (central, { body, caller }) => {
    const made = await central.codes.create({ site: null, siteName: body.siteName, by: caller.name }, central.now());
    await central.audit.note({ who: `admin:${caller.name}`, what: 'code.created', detail: 'for a new site' });
    return made;
  },
  code: async (central, { params: { site }, caller }) => {
    await known(central, site);
    const made = await central.codes.create({ site, by: caller.name }, central.now());
    await central.audit.note({ who: `admin:${caller.name}`, what: 'code.created', site });
    return made;
  },
  revoke: async (central, { params: { site, station }, body, caller }) => {
    await known(central, site);
    if ((await central.stations.stateOf(site, station)) === undefined) throw new HttpProblem('notFound', `Station ${station}`);
    if (await central.stations.revoke(site, station)) {
      await central.orders.of(site).write({ kind: 'station.revoked', body: { station } });
      await central.audit.note({ who: `admin:${caller.name}`, what: 'station.revoked', site, station, detail: body.reason });
    }
    return undefined;
  },
  held: async (central, { params: { site, station }, body, caller }) => {
    await known(central, site);
    if (!(await decideHeld(central, site, station, body.decision, body.note))) throw new HttpProblem('notFound', `Nothing of station ${station} waits for a decision.`);
    await central.audit.note({ who: `admin:${caller.name}`, what: 'operations.decided', site, station, detail: body.decision });
    return undefined;
  },
  newGateway: async (central, { params: { site }, body, caller }) => {
    await known(central, site);
    const made = await central.gateways.create(site, body.name, central.now());
    await central.audit.note({ who: `admin:${caller.name}`, what: 'gateway.created', site, detail: body.name });
    return made;
  },
  removeGateway: async (central, { params: { site, gateway }, caller }) => {
    if (!(await central.gateways.remove(site, gateway))) throw new HttpProblem('notFound', `Gateway ${gateway}`);
    await central.audit.note({ who: `admin:${caller.name}`, what: 'gateway.removed', site, detail: gateway });
    return undefined;
  },
  audit: async (central, { query }) => ({ rows: [...(await central.audit.read(query.limit, query.site))] }),
};

async function known(central: Central, site: string): Promise<void> {
  if (!(await central.sites.find(site))) throw new HttpProblem('notFound', `Site ${site}`);
}

const cookie = (token: string, seconds: number, secure: boolean): string => `${SESSION_COOKIE}=${token}; Path=/admin; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`;

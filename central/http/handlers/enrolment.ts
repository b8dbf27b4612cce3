import { PROTOCOL, type EnrolRequest } from '../../../shared/contracts/sync.ts';
import type { Central } from '../../central.ts';
import type { ClaimedCode } from '../../store/codes.ts';
import { generationOf, readToken } from '../../store/devices.ts';
import type { SiteRow } from '../../store/sites.ts';
import type { Handlers } from '../call.ts';
import { HttpProblem } from '../problem.ts';
import { ACCESS_SECONDS, isProof } from '../tokens.ts';

export const enrolment: Handlers<'enrol' | 'token'> = {
  enrol: async (central, { body, caller }) => {
    if (body.protocol < central.oldestProtocol) throw new HttpProblem('tooOld', `This central understands protocol ${central.oldestProtocol} and newer, the station speaks ${body.protocol}. Update the station first.`);
    if (body.protocol > PROTOCOL) throw new HttpProblem('tooNew', `Central speaks protocol ${PROTOCOL}, the station ${body.protocol}. Update central first.`);
    const code = await central.codes.claim(body.code, central.now());
    if (!code) {
      await central.audit.note({ who: caller.address, what: 'code.refused', station: body.station });
      throw new HttpProblem('code', 'Ask for a new code at the operations page of central; each works once and for ten minutes.');
    }
    try {
      return await enrol(central, body, code);
    } catch (error) {
      await central.codes.release(code.id);
      throw error;
    }
  },

  token: async (central, { body }) => {
    const named = readToken(body.refreshToken);
    const device = named && (await central.devices.find(named.site, named.id));
    if (device?.station !== body.station || !(await isProof(body.assertion, device.publicKey, body.station, body.refreshToken))) throw new HttpProblem('unauthorised', 'The token or its proof is not of this central.');
    const refreshed = await central.devices.refresh(device, body.refreshToken, central.now());
    if (!refreshed.ok) {
      await central.audit.note({ who: `station:${device.station}`, what: `token.${refreshed.why}`, site: device.site, station: device.station });
      throw new HttpProblem('unauthorised', REFUSED[refreshed.why], { reason: refreshed.why });
    }
    const state = await central.log.state(device.site);
    const rights = (await central.stations.stateOf(device.site, device.station)) === 'active' ? ('full' as const) : ('push-only' as const);
    if (!state) throw new HttpProblem('notFound', `Site ${device.site}`);
    central.presence.note({ site: device.site, station: device.station, at: central.now(), version: body.version });
    const accessToken = await central.accessTokens.issue({ sub: device.station, site: device.site, device: device.id, generation: generationOf(refreshed.refreshToken), rights });
    return { epoch: state.epoch, head: state.seq, now: central.now(), accessToken, refreshToken: refreshed.refreshToken, expiresIn: ACCESS_SECONDS, rights };
  },
};

const REFUSED = {
  revoked: 'This key is not valid any more. Pair the station again with a new code; its work is kept.',
  expired: 'The station was away for more than 30 days. Pair it again with a new code; its work is kept.',
  reused: 'An old token came back, so two machines hold this station\'s folder. Pair each again with a code of its own; their work is kept.',
} as const;

async function enrol(central: Central, body: EnrolRequest, code: ClaimedCode): Promise<Awaited<ReturnType<Handlers['enrol']>>> {
  const site = await siteFor(central, body, code);
  const order = central.orders.of(site.site);
  const name = body.stationName.trim();
  const { result } = await order.numbered(body.station, name);
  const incarnation = await order.newestIncarnation(body.station);
  const now = central.now();
  await central.stations.enrol({ site: site.site, station: body.station, name, number: result, version: body.version, protocol: body.protocol }, now);
  const { id, refreshToken } = await central.devices.create(site.site, body.station, JSON.stringify(body.publicKey), now);
  await central.audit.note({ who: `station:${body.station}`, what: 'station.enrolled', site: site.site, station: body.station, detail: `${name}, number ${result}, ${body.version}` });
  const accessToken = await central.accessTokens.issue({ sub: body.station, site: site.site, device: id, generation: generationOf(refreshToken), rights: 'full' });
  const state = await central.log.state(site.site);
  return {
    epoch: state?.epoch ?? site.epoch, head: state?.seq ?? site.seq, now, accessToken, refreshToken, expiresIn: ACCESS_SECONDS,
    site: site.site, siteName: site.name, stationNumber: result, incarnation,
  };
}

/** The site that a code leads to: the one it was made for, or the one that its station brings. */
async function siteFor(central: Central, body: EnrolRequest, code: ClaimedCode): Promise<SiteRow> {
  if (code.site === null) {
    const created = await central.sites.create(body.site, code.siteName ?? body.siteName, central.newId(), central.now());
    if (!created) throw new HttpProblem('otherSite', 'This code begins a new site, and the station\'s site is here already. Ask for a code of that site.');
    await central.audit.note({ who: `station:${body.station}`, what: 'site.created', site: body.site, detail: body.siteName });
  } else if (code.site !== body.site && body.operations > 0) {
    throw new HttpProblem('otherSite', `The station holds ${body.operations} operations of a site of its own. Join with an empty data folder, or with a code for a new site.`, { site: code.site });
  }
  const found = await central.sites.find(code.site ?? body.site);
  if (!found) throw new HttpProblem('notFound', `Site ${code.site ?? body.site}`);
  return found;
}

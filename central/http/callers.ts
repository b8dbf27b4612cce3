import type { FastifyRequest } from 'fastify';
import { ADMIN_HEADER } from '../../shared/contracts/central.ts';
import { PROTOCOL_HEADER } from '../../shared/contracts/sync.ts';
import type { Central } from '../central.ts';
import { Gateways } from '../store/gateways.ts';
import type { Callers } from './call.ts';
import { HttpProblem } from './problem.ts';
import type { Route } from './routes.ts';
import type { Access } from './tokens.ts';

export const SESSION_COOKIE = 'hotdock_admin';

/** Says who calls, or why they may not. */
export class Gatekeeper {
  readonly #central: Central;
  /** Refresh tokens known to have arrived: one write each is enough. */
  readonly #arrived = new Set<string>();

  constructor(central: Central) {
    this.#central = central;
  }

  async admit(route: Route, request: FastifyRequest, site: string | undefined): Promise<Callers[Route['caller']]> {
    switch (route.caller) {
      case 'anyone':
        return { address: request.ip };
      case 'admin':
        return this.#admin(request, route.method !== 'GET');
      case 'holder':
        return this.#station(request, site);
      case 'station':
        return this.#full(request, site);
      case 'partner': {
        const gateway = await this.#gateway(request, site);
        return gateway ? { kind: 'gateway', gateway } : { kind: 'station', access: await this.#full(request, site) };
      }
    }
  }

  async #admin(request: FastifyRequest, changes: boolean): Promise<Callers['admin']> {
    if (changes && request.headers[ADMIN_HEADER] === undefined) throw new HttpProblem('unauthorised', `The header ${ADMIN_HEADER} is missing.`);
    const token = cookieOf(request.headers.cookie);
    const name = token === '' ? undefined : await this.#central.administrators.session(token, this.#central.now());
    if (name === undefined) throw new HttpProblem('unauthorised', 'Sign in as administrator.');
    return { name, token };
  }

  async #gateway(request: FastifyRequest, site: string | undefined): Promise<Extract<Callers['partner'], { kind: 'gateway' }>['gateway'] | undefined> {
    const bearer = bearerOf(request);
    if (!Gateways.isKey(bearer)) return undefined;
    const gateway = await this.#central.gateways.admit(bearer, this.#central.now());
    if (!gateway) throw new HttpProblem('unauthorised', 'This gateway key is not known.');
    if (gateway.site !== site) throw new HttpProblem('otherSite', `The gateway is of site ${gateway.site}.`);
    return gateway;
  }

  /** A station with all its rights. */
  async #full(request: FastifyRequest, site: string | undefined): Promise<Access> {
    const access = await this.#station(request, site);
    if (access.rights === 'push-only') throw new HttpProblem('revoked', 'What this station sends is held aside for a supervisor; it may not fetch.');
    const protocol = Number(request.headers[PROTOCOL_HEADER] ?? 1);
    if (!(protocol >= this.#central.oldestProtocol)) throw new HttpProblem('tooOld', 'Update this station; until then it can send, so nothing is lost.');
    return access;
  }

  async #station(request: FastifyRequest, site: string | undefined): Promise<Access> {
    const access = await this.#central.accessTokens.read(bearerOf(request));
    if (!access) throw new HttpProblem('unauthorised', 'The access token is missing, wrong or out of time.');
    if (access.site !== site) throw new HttpProblem('otherSite', `The station is of site ${access.site}.`);
    await this.#noteArrival(access);
    return (await this.#central.stations.isActive(site, access.sub, this.#central.now())) ? access : { ...access, rights: 'push-only' };
  }

  async #noteArrival({ site, device, generation }: Access): Promise<void> {
    if (this.#arrived.has(generation)) return;
    await this.#central.devices.arrived(site, device, generation, this.#central.now());
    if (this.#arrived.size > 100_000) this.#arrived.clear();
    this.#arrived.add(generation);
  }
}

const bearerOf = (request: FastifyRequest): string => /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';

const cookieOf = (header: string | undefined): string =>
  (header ?? '').split(';').map((each) => each.trim().split('=')).find(([name]) => name === SESSION_COOKIE)?.[1] ?? '';

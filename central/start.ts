import type { FastifyInstance } from 'fastify';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY, instant, type Instant } from '../shared/lib/time.ts';
import type { Message } from '../shared/messages/say.ts';
import { openCentral, type Central } from './central.ts';
import { createApp } from './http/app.ts';
import type { BucketSize } from './http/bucket.ts';
import { authorityCertificate, makeAuthority, makeServerCertificate, type ServerCertificate } from './http/certificates.ts';
import { newLogger, type Logger } from './log.ts';
import { openDatabase } from './open-database.ts';

export interface StartOptions {
  /** Folder of central's own files: the embedded database, the certificate of its authority. */
  readonly data: string;
  /** A PostgreSQL server instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** `auto`: plain HTTP on loopback, TLS everywhere else. */
  readonly tls?: 'auto' | 'on';
  /** A certificate of the site's own instead of one made here: paths of PEM files. */
  readonly certificate?: { readonly cert: string; readonly key: string };
  /** Names and addresses that stations call this central by, besides the machine's own. */
  readonly names?: readonly string[];
  readonly version?: string;
  /** The built operations page. */
  readonly pages?: string;
  readonly logLevel?: string;
  readonly now?: () => Instant;
  readonly rate?: BucketSize;
  readonly snapshotEvery?: number;
  readonly oldestProtocol?: number;
  readonly say?: (line: Message) => void;
}

export interface RunningCentral {
  readonly data: string;
  readonly url: string;
  readonly port: number;
  readonly central: Central;
  readonly app: FastifyInstance;
  /** Said once, at the first start; null afterwards. */
  readonly adminPassword: string | null;
  /** Certificate of the authority that signed the server's, to pin; null over plain HTTP or with a given certificate. */
  readonly authority: string | null;
  readonly authorityFile: string | null;
  /** Process of the embedded PostgreSQL. */
  readonly databasePid: () => number | undefined;
  /** A new one-time code: for a site, or for the first station of a new one. */
  readonly code: (site?: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
export const ADMINISTRATOR = 'admin';
/** How long requests may take to end when central stops. */
const PATIENCE = 10_000;

/** Starts a whole central in this process: database, API, operations page. */
export async function startCentral(options: StartOptions): Promise<RunningCentral> {
  const { data, host = '127.0.0.1', port = 0, tls = 'auto', version = '0.0.0', logLevel = 'warn', now = () => instant(Date.now()), say = () => undefined } = options;
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const logger = newLogger(logLevel);
  const opened = await openDatabase({ data, databaseUrl: options.databaseUrl, logger, say });
  try {
    const central = await openCentral({
      database: opened.database, databaseKind: opened.kind, logger, version, now,
      ...(options.rate ? { rate: options.rate } : {}),
      ...(options.snapshotEvery === undefined ? {} : { snapshotEvery: options.snapshotEvery }),
      ...(options.oldestProtocol === undefined ? {} : { oldestProtocol: options.oldestProtocol }),
    });
    const secure = tls === 'on' || options.certificate !== undefined || !LOOPBACK.has(host);
    const identity = secure ? await identify(central, options) : undefined;
    const app = await createApp({ central, certificate: identity?.certificate, authority: identity?.authority ?? null, pages: options.pages ?? join(import.meta.dirname, '../dist/renderer') });
    await app.listen({ host, port });
    const renewal = renewing(app, central, identity, options, logger);
    const bound = portOf(app, port);
    const adminPassword = (await central.administrators.createFirst(ADMINISTRATOR, now())) ?? null;
    return {
      data,
      url: `${secure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${bound}`,
      port: bound, central, app, adminPassword,
      authority: identity?.authority ?? null,
      authorityFile: identity?.file ?? null,
      databasePid: opened.pid,
      code: async (site) => (await central.codes.create({ site: site ?? null, by: 'central' }, now())).code,
      close: async () => {
        clearInterval(renewal);
        // Pulls that wait are answered now, so that the server can end.
        central.heads.close();
        const impatient = setTimeout(() => app.server.closeAllConnections(), PATIENCE);
        await app.close();
        clearTimeout(impatient);
        await central.close();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

interface Identity {
  readonly certificate: ServerCertificate;
  readonly authority: string | null;
  readonly file: string | null;
}

/** What the server shows: the given certificate, or one that the authority of this central signs. */
async function identify(central: Central, { certificate, data, names = [], host }: StartOptions): Promise<Identity> {
  if (certificate) return { certificate: { cert: await readFile(certificate.cert, 'utf8'), key: await readFile(certificate.key, 'utf8') }, authority: null, file: null };
  const kept = await central.vault.get('authority', () => makeAuthority(central.now()));
  const authority = authorityCertificate(kept);
  mkdirSync(join(data, 'tls'), { recursive: true });
  const file = join(data, 'tls', 'ca.pem');
  writeFileSync(file, `${authority}\n`, { mode: 0o644 });
  const known = host === undefined || host === '0.0.0.0' || host === '::' ? names : [host, ...names];
  return { certificate: await makeServerCertificate(kept, known, central.now()), authority, file };
}

/** A central runs for years, its certificate is good for one. */
function renewing(app: FastifyInstance, central: Central, identity: Identity | undefined, options: StartOptions, logger: Logger): NodeJS.Timeout | undefined {
  if (!identity) return undefined;
  const { server } = app;
  if (!('setSecureContext' in server) || typeof server.setSecureContext !== 'function') return undefined;
  const replace = server.setSecureContext.bind(server) as (context: ServerCertificate) => void;
  return setInterval(() => {
    identify(central, options).then(({ certificate }) => replace(certificate), (error: unknown) => logger.error({ err: error }, 'the certificate could not be renewed'));
  }, 7 * DAY).unref();
}

function portOf(app: FastifyInstance, wanted: number): number {
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : wanted;
}

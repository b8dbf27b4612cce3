import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { pageHeaders } from '../../shared/lib/content-security-policy.ts';
import type { Central } from '../central.ts';
import { DatabaseUnavailable } from '../store/database.ts';
import { UnknownSite } from '../store/postgres-log.ts';
import type { Handler, Handlers } from './call.ts';
import { JsonText, type Call } from './call.ts';
import { Gatekeeper } from './callers.ts';
import type { ServerCertificate } from './certificates.ts';
import { pack, unpack } from './encoding.ts';
import { admin } from './handlers/admin.ts';
import { documents } from './handlers/documents.ts';
import { enrolment } from './handlers/enrolment.ts';
import { sync } from './handlers/sync.ts';
import { openApi } from './openapi.ts';
import { servePages } from './pages.ts';
import { HttpProblem, localeOf, retryLater } from './problem.ts';
import { routes, type Route, type RouteName } from './routes.ts';

const handlers: Handlers = { ...enrolment, ...sync, ...documents, ...admin };

const HEADERS: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

/** A client may send `{}` where nothing is asked for. */
const SMALLEST_LIMIT = 1_024;

export interface AppOptions {
  readonly central: Central;
  /** Undefined: plain HTTP, on loopback only. */
  readonly certificate: ServerCertificate | undefined;
  /** The certificate authority that stations pin; null where the certificate was given. */
  readonly authority: string | null;
  /** The built operations page. */
  readonly pages: string;
}

/** Everything central answers over HTTP. */
export async function createApp({ central, certificate, authority, pages }: AppOptions): Promise<FastifyInstance> {
  const common = { logger: false, bodyLimit: 64 * 1024 * 1024, requestTimeout: 120_000, connectionTimeout: 0, keepAliveTimeout: 75_000, forceCloseConnections: 'idle', routerOptions: { maxParamLength: 200 } } as const;
  const app = (certificate ? Fastify({ ...common, https: { ...certificate, minVersion: 'TLSv1.2' } }) : Fastify(common)) as unknown as FastifyInstance;
  await app.register(rateLimit, { global: false, errorResponseBuilder: (_request, { ttl }) => retryLater('tooMany', Math.ceil(ttl / 1_000), 'Wait a little.') });
  // Every body comes as bytes: documents stay as they were sent, and JSON is unpacked within its route's limit.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of Object.entries(HEADERS)) if (!reply.hasHeader(name)) reply.header(name, value);
    done(null, payload);
  });
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(central, error, request, reply));
  app.setNotFoundHandler((request, reply) => sendProblem(central, new HttpProblem('notFound', `${request.method} ${request.url.slice(0, 200)}`), request, reply));
  const gatekeeper = new Gatekeeper(central);
  for (const name of Object.keys(routes) as RouteName[]) addRoute(app, central, gatekeeper, name);
  addWatching(app, central, authority);
  servePages(app, pages);
  return app;
}

function addRoute(app: FastifyInstance, central: Central, gatekeeper: Gatekeeper, name: RouteName): void {
  const route: Route = routes[name];
  const handler = handlers[name] as unknown as Handler<'push'>;
  app.route({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    bodyLimit: Math.max(SMALLEST_LIMIT, route.largest),
    ...(route.perMinute === undefined ? {} : { config: { rateLimit: { max: route.perMinute, timeWindow: '1 minute' } } }),
    handler: async (request, reply) => {
      const ended = central.metrics.requests.startTimer({ route: name });
      reply.raw.once('close', () => ended({ status: String(reply.statusCode) }));
      const params = parse(route.params, request.params);
      // Who calls comes before what they send: a body is not even unpacked for a stranger.
      const caller = await gatekeeper.admit(route, request, (params as { readonly site?: string }).site);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const call = {
        params, caller, request, gone: gone.signal,
        query: parse(route.query, request.query),
        body: await bodyOf(route, request),
        setHeader: (header: string, value: string) => void reply.header(header, value),
      } as unknown as Call<'push'>;
      return answer(await handler(central, call), request, reply);
    },
  });
}

function parse(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const detail = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');
  throw new HttpProblem('invalid', detail.slice(0, 1_000));
}

async function bodyOf({ body, largest }: Route, request: FastifyRequest): Promise<unknown> {
  if (body === null) return undefined;
  const sent = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const bytes = await unpack(sent, request.headers['content-encoding'] ?? '', largest);
  return body === 'bytes' ? bytes : parse(body, jsonIn(bytes));
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return bytes.length === 0 ? {} : JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw new HttpProblem('invalid', 'The body is not JSON.');
  }
}

async function answer(result: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (result === undefined) return reply.code(204).send();
  if (result instanceof Uint8Array) return reply.type('application/octet-stream').send(Buffer.from(result));
  const text = result instanceof JsonText ? result.text : JSON.stringify(result);
  const { body, encoding } = await pack(text, request.headers['accept-encoding'] ?? '');
  if (encoding) void reply.header('content-encoding', encoding).header('vary', 'accept-encoding');
  return reply.type('application/json; charset=utf-8').send(body);
}

function sendProblem(central: Central, error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemFor(central, error, request);
  const locale = localeOf(request.headers['accept-language']);
  const headers = { ...problem.headers, 'content-language': locale, vary: 'accept-language' };
  return reply.code(problem.status).headers(headers).type('application/problem+json; charset=utf-8').send(JSON.stringify({ ...problem.body(locale), instance: request.id }));
}

function problemFor(central: Central, error: Error, request: FastifyRequest): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof UnknownSite) return new HttpProblem('notFound', error.message);
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status === 413) return new HttpProblem('tooLarge', error.message);
  if (status < 500) return new HttpProblem('invalid', error.message);
  central.logger.error({ err: error, request: request.id, route: request.routeOptions.url }, 'a request failed');
  return error instanceof DatabaseUnavailable
    ? retryLater('unavailable', 1, `${sentence(error.message)}. Everything confirmed is safe. Try again.`)
    : new HttpProblem('unavailable', 'Something went wrong here and was written to the log. Try again.', {}, { 'retry-after': '5' });
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What watches central: health, readiness, numbers, and how to talk to it. */
function addWatching(app: FastifyInstance, central: Central, authority: string | null): void {
  const document = JSON.stringify(openApi(central.version));
  app.get('/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(document));
  app.get('/healthz', (_request, reply) => reply.type('application/json').send(JSON.stringify({ status: 'alive', version: central.version })));
  app.get('/readyz', async (_request, reply) => {
    await central.database.query('SELECT 1');
    return reply.type('application/json').send(JSON.stringify({ status: 'ready' }));
  });
  app.get('/metrics', async (_request, reply) => reply.type(central.metrics.registry.contentType).send(await central.metrics.registry.metrics()));
  app.get('/ca.pem', (_request, reply) => {
    if (authority === null) throw new HttpProblem('notFound', 'This central has no certificate authority of its own.');
    return reply.type('application/x-pem-file').send(authority);
  });
}

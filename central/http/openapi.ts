import { z } from 'zod';
import { problem } from '../../shared/contracts/sync.ts';
import { routes, type Route } from './routes.ts';

type Json = Readonly<Record<string, unknown>>;

const SECURITY: { readonly [Each in Route['caller']]: readonly Json[] } = {
  anyone: [],
  holder: [{ station: [] }],
  station: [{ station: [] }],
  partner: [{ gateway: [] }, { station: [] }],
  admin: [{ session: [] }],
};

/** The OpenAPI 3.1 document of this API, made from the same table that answers. */
export function openApi(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, route] of Object.entries(routes)) (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(name, route);
  return {
    openapi: '3.1.0',
    info: { title: 'Hotdock central', version, description: 'What stations, gateways and the operations page say to central. Instants are milliseconds since 1970 in UTC. Request bodies may be `content-encoding: gzip` or `zstd`.' },
    paths,
    components: {
      schemas: { Problem: schemaOf(problem) },
      securitySchemes: {
        station: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Access token from /v1/enrol or /v1/token' },
        gateway: { type: 'http', scheme: 'bearer', description: 'Key of a gateway' },
        session: { type: 'apiKey', in: 'cookie', name: 'hotdock_admin' },
      },
    },
  };
}

function operationOf(name: string, { summary, caller, params, query, body, reply }: Route): Json {
  const parameters = [...parametersOf(params, 'path'), ...parametersOf(query, 'query')];
  return {
    operationId: name,
    summary,
    security: SECURITY[caller],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === null ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      ...(reply === null ? { 204: { description: 'Done' } } : { 200: { description: 'Done', content: contentOf(reply) } }),
      default: { description: 'Not done, and why (RFC 9457)', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

const contentOf = (body: z.ZodType | 'bytes'): Json =>
  body === 'bytes' ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } : { 'application/json': { schema: schemaOf(body) } };

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema) as { readonly properties?: Readonly<Record<string, Json>>; readonly required?: readonly string[] };
  return Object.entries(properties).map(([name, each]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: each }));
}

/** What travels, before any transformation; types that JSON schema has no words for are left open. */
function schemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return rest;
}

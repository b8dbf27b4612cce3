import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Central } from '../central.ts';
import type { Gateway } from '../store/gateways.ts';
import type { RouteName, Routes } from './routes.ts';
import type { Access } from './tokens.ts';

/** Who calls, as far as the route's kind of caller says. */
export interface Callers {
  readonly anyone: { readonly address: string };
  readonly holder: Access;
  readonly station: Access;
  readonly partner: { readonly kind: 'station'; readonly access: Access } | { readonly kind: 'gateway'; readonly gateway: Gateway };
  readonly admin: { readonly name: string; readonly token: string };
}

/** JSON that is text already. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type BodyOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : Schema extends 'bytes' ? Uint8Array : undefined;
type ReplyOf<Schema> = Schema extends z.ZodType ? z.input<Schema> | JsonText : Schema extends 'bytes' ? Uint8Array : undefined;

export interface Call<Name extends RouteName> {
  readonly params: z.output<Routes[Name]['params']>;
  readonly query: z.output<Routes[Name]['query']>;
  readonly body: BodyOf<Routes[Name]['body']>;
  readonly caller: Callers[Routes[Name]['caller']];
  readonly request: FastifyRequest;
  /** Aborted when the caller has gone. */
  readonly gone: AbortSignal;
  readonly setHeader: (name: string, value: string) => void;
}

export type Handler<Name extends RouteName> = (central: Central, call: Call<Name>) => Promise<ReplyOf<Routes[Name]['reply']>>;
export type Handlers<Names extends RouteName = RouteName> = { readonly [Name in Names]: Handler<Name> };

import { problems, type Problem } from '../../shared/contracts/sync.ts';
import type { Locale } from '../../shared/messages/define.ts';
import { say } from '../../shared/messages/say.ts';

type Name = keyof typeof problems;

const statuses: { readonly [Each in Name]: number } = {
  fork: 409, gap: 409, opFork: 409, epoch: 409, unauthorised: 401, revoked: 403, code: 403, otherSite: 409, invalid: 400, tooLarge: 413, tooMany: 429, tooOld: 426, tooNew: 426,
  notFound: 404, unavailable: 503,
};

/**
 * Why a request was not done, as its caller is told (RFC 9457). The title is for people and comes in their language; the detail is for whoever
 * looks into it, like the log, and is English.
 */
export class HttpProblem extends Error {
  override readonly name: Name;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #detail: string | undefined;
  readonly #extra: Readonly<Record<string, unknown>>;

  constructor(name: Name, detail?: string, extra: Readonly<Record<string, unknown>> = {}, headers: Readonly<Record<string, string>> = {}) {
    super(detail ?? say('en', `central.problem.${name}`));
    this.name = name;
    this.status = statuses[name];
    this.headers = headers;
    this.#detail = detail;
    this.#extra = extra;
  }

  body(locale: Locale): Problem {
    return { type: problems[this.name], title: say(locale, `central.problem.${this.name}`), status: this.status, ...(this.#detail === undefined ? {} : { detail: this.#detail }), ...this.#extra };
  }
}

/** The language of ours that a caller asks for first (RFC 9110, Accept-Language; weights are taken to fall from left to right). */
export function localeOf(accepted: string | undefined): Locale {
  for (const range of (accepted ?? '').split(',')) {
    const language = range.trim().slice(0, 2).toLowerCase();
    if (language === 'es' || language === 'en') return language;
  }
  return 'en';
}

export const retryLater = (name: 'tooMany' | 'unavailable', seconds: number, detail?: string): HttpProblem =>
  new HttpProblem(name, detail, { retryAfter: seconds }, { 'retry-after': String(seconds) });

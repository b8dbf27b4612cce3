import { problems, type Problem } from '../../shared/contracts/sync.ts';

type Name = keyof typeof problems;

const about: { readonly [Each in Name]: { readonly status: number; readonly title: string } } = {
  fork: { status: 409, title: 'Another history was met under this station\'s name' },
  gap: { status: 409, title: 'Operations are missing before these' },
  opFork: { status: 409, title: 'This operation is known with other content' },
  epoch: { status: 409, title: 'Central was restored from a backup' },
  unauthorised: { status: 401, title: 'Not signed in' },
  revoked: { status: 403, title: 'This station\'s rights were taken' },
  code: { status: 403, title: 'The enrolment code is wrong, used or out of time' },
  otherSite: { status: 409, title: 'This belongs to another site' },
  invalid: { status: 400, title: 'The request cannot be read' },
  tooLarge: { status: 413, title: 'The request is too large' },
  tooMany: { status: 429, title: 'Too many requests' },
  tooOld: { status: 426, title: 'This station\'s release is too old' },
  notFound: { status: 404, title: 'There is no such thing' },
  unavailable: { status: 503, title: 'Central cannot work right now' },
};

/** Why a request was not done, as its caller is told (RFC 9457). */
export class HttpProblem extends Error {
  readonly body: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(name: Name, detail?: string, extra: Readonly<Record<string, unknown>> = {}, headers: Readonly<Record<string, string>> = {}) {
    super(detail ?? about[name].title);
    this.body = { type: problems[name], title: about[name].title, status: about[name].status, ...(detail === undefined ? {} : { detail }), ...extra };
    this.headers = headers;
  }
}

export const retryLater = (name: 'tooMany' | 'unavailable', seconds: number, detail?: string): HttpProblem =>
  new HttpProblem(name, detail, { retryAfter: seconds }, { 'retry-after': String(seconds) });

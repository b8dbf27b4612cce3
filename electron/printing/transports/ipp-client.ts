import ipp, { type IppGroup, type IppMessage, type IppValue } from '@sealsystems/ipp';
import { SECOND } from '../../../shared/lib/time.ts';

/** What went wrong with a question, before anything was answered or with the answer itself. */
export class IppError extends Error {
  /** `unreachable`: nobody took the question · `lost`: it was sent and the answer did not come · `status`: refused, with the word for it. */
  readonly kind: 'unreachable' | 'lost' | 'status';
  readonly status: string;

  constructor(kind: IppError['kind'], status: string, cause?: unknown) {
    super(`${kind}: ${status}`, { cause });
    this.name = 'IppError';
    this.kind = kind;
    this.status = status;
  }
}

/** A printer says little; more than this is none. */
const LONGEST_ANSWER = 4 * 1024 * 1024;
const ANSWER_WITHIN = 20 * SECOND;

let lastRequest = 0;

export interface IppQuestion {
  readonly operation: string;
  readonly about: Readonly<Record<string, IppValue>>;
  readonly job?: IppGroup;
  readonly data?: Uint8Array;
}

/** One IPP request over HTTP (RFC 8011). Throws IppError. */
export async function askIpp(url: string, { operation, about, job, data }: IppQuestion, signal: AbortSignal): Promise<IppMessage> {
  lastRequest = (lastRequest % 0x7fff_ffff) + 1;
  const body = ipp.serialize({
    operation,
    id: lastRequest,
    'operation-attributes-tag': { 'attributes-charset': 'utf-8', 'attributes-natural-language': 'en', 'printer-uri': ippUrl(url), 'requesting-user-name': 'hotdock', ...about },
    ...(job === undefined ? {} : { 'job-attributes-tag': job }),
    ...(data === undefined ? {} : { data: Buffer.from(data) }),
  });
  const response = await post(httpUrl(url), body, signal);
  if (response.status !== 200) throw new IppError('status', `HTTP ${response.status}`);
  const answer = await read(response);
  const status = answer.statusCode ?? 'unknown';
  if (!status.startsWith('successful')) throw new IppError('status', status);
  return answer;
}

/** The groups of a kind: the parser gives one of them alone, and several as a list. */
export function groupsOf(groups: IppGroup | readonly IppGroup[] | undefined): readonly IppGroup[] {
  if (groups === undefined) return [];
  return isList(groups) ? groups : [groups];
}

const isList = (groups: IppGroup | readonly IppGroup[]): groups is readonly IppGroup[] => Array.isArray(groups);

/** The words of an attribute that may have one value or several. */
export function wordsOf(value: IppValue | undefined): readonly string[] {
  const values: readonly IppValue[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return values.filter((word) => typeof word === 'string' || typeof word === 'number' || typeof word === 'boolean').map(String);
}

async function post(url: string, body: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { method: 'POST', headers: { 'content-type': 'application/ipp' }, body, signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN)]) });
  } catch (error) {
    throw new IppError(wasReached(error) ? 'lost' : 'unreachable', wordOf(error), error);
  }
}

async function read(response: Response): Promise<IppMessage> {
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      length += chunk.byteLength;
      if (length > LONGEST_ANSWER) throw new RangeError('the answer is too long');
      chunks.push(chunk);
    }
    return ipp.parse(Buffer.concat(chunks));
  } catch (error) {
    throw new IppError('lost', wordOf(error), error);
  }
}

/** The system's word for a fault: `fetch` wraps it. */
function wordOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error instanceof Error ? error.name : String(error);
}

const NEVER_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

const wasReached = (error: unknown): boolean => !NEVER_REACHED.has(wordOf(error));

/** Throws IppError for what is no address. */
const httpUrl = (url: string): string => {
  const web = URL.parse(url.replace(/^ipp(s?):/, 'http$1:'));
  if (web === null) throw new IppError('unreachable', url);
  if (web.port === '' && url.startsWith('ipp')) web.port = '631';
  return web.href;
};

const ippUrl = (url: string): string => url.replace(/^http(s?):/, 'ipp$1:');

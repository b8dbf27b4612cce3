import { X509Certificate } from 'node:crypto';
import { problems } from '../../../shared/contracts/sync.ts';
import { refuse, type Refusal } from '../../../shared/domain/decision.ts';
import type { MessageKey } from '../../../shared/messages/catalogue.ts';
import type { Failure } from '../../sync/events.ts';

type Known = Extract<MessageKey, `sync.refused.${string}.hint`> extends `${infer Key}.hint` ? Key : never;

/** A refusal of `sync.ts`, whose hint stands beside it. */
export function syncRefusal(code: Known, where: string): Refusal {
  return refuse(code, where, {}, `${code}.hint`).refusal;
}

/** The origin of central's address, or why it may not be used: what a station says is not for the whole network. */
export function originOf(address: string): { readonly ok: true; readonly origin: string } | { readonly ok: false; readonly refusal: Refusal } {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return { ok: false, refusal: syncRefusal('sync.refused.unreachable', address) };
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return { ok: false, refusal: syncRefusal('sync.refused.plain', address) };
  return { ok: true, origin: url.origin };
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

export function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

/** Why central did not enrol this station, in words with the way out. */
export function refusalOfEnrolment(failure: Failure, address: string): Refusal {
  switch (failure.kind) {
    case 'unreachable':
    case 'aborted':
      return syncRefusal(failure.kind === 'unreachable' && failure.certificate ? 'sync.refused.certificate' : 'sync.refused.unreachable', address);
    case 'garbled':
    case 'store':
      return syncRefusal('sync.refused.central', address);
    case 'refused':
      return syncRefusal(BY_PROBLEM.get(failure.problem) ?? 'sync.refused.central', address);
  }
}

const BY_PROBLEM: ReadonlyMap<string, Known> = new Map<string, Known>([
  [problems.code, 'sync.refused.code'],
  [problems.otherSite, 'sync.refused.otherSite'],
  [problems.tooOld, 'sync.refused.tooOld'],
  [problems.tooNew, 'sync.refused.tooNew'],
]);

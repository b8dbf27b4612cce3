import { z } from 'zod';
import type { Instant } from '../lib/time.ts';

/*
 * What stations and central say to each other. HTTP status speaks of transport only; what an operation came to is its
 * verdict. Every reply that moves data names the epoch, the head of the site's order and central's time. How and why:
 * docs/decisions/0005-sync.md.
 */

/** Grows when old stations can no longer be understood. */
export const PROTOCOL = 1;

/** Which protocol a station speaks, with every request; one that does not say it speaks the first. */
export const PROTOCOL_HEADER = 'hotdock-protocol';

export const PUSH_LIMIT = { operations: 500, bytes: 256 * 1024 } as const;
const PULL_LIMIT = 1_000;
/** Seconds a pull may be held open until there is something to tell. */
export const LONGEST_WAIT = 25;

const id = z.string().min(1).max(80);
const at = z.int().transform((value) => value as Instant);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * An operation as it travels. Kind and body are deliberately not checked against the vocabulary here: a newer station's
 * operation is kept whole by central and by stations that do not know its kind.
 */
export const wireOperation = z.object({
  opId: id,
  site: id,
  station: id,
  incarnation: z.int().min(1),
  stationSeq: z.int().min(1),
  hlc: z.string().max(40),
  kind: z.string().min(1).max(80),
  v: z.int().min(1),
  aggregates: z.array(z.string().max(200)).max(2_000),
  baseSeq: z.int().min(0),
  actor: id,
  occurredAt: at,
  body: z.record(z.string(), z.unknown()),
  hash: sha256,
});
export type WireOperation = z.output<typeof wireOperation>;

/** `ok`: in the site's order. `case`: in the order and contradicting another; `quarantined`: kept, cannot be folded by this central. */
export const verdict = z.enum(['ok', 'case', 'quarantined']);
export type Verdict = z.output<typeof verdict>;

/** An operation with its place in the site's one gap-free order. */
export const confirmedOperation = z.object({
  siteSeq: z.int().min(1), verdict, caseIds: z.array(z.string().max(200)),
  /** The lineage it is filed under, and so who acted; absent where that is the envelope's incarnation. */
  lineage: z.int().min(1).optional(),
  /** What its person had seen of this order; absent where the envelope's `baseSeq` says it, which after a restore may speak of another one. */
  seen: z.int().min(0).optional(),
  op: wireOperation,
});
export type ConfirmedOperation = z.output<typeof confirmedOperation>;

/** Said with every answer: which life of central this is, how far its order goes, and its clock. */
const head = { epoch: id, head: z.int().min(0), now: at };

/** The newest contiguous `stationSeq` that central holds durably of a station's lineage. */
const have = z.object({ incarnation: z.int().min(1), stationSeq: z.int().min(0) });
export type Have = z.output<typeof have>;

export const pushRequest = z.object({
  /**
   * The lineage under which central files these: the station's incarnation now. Operations written before a fork keep their own
   * envelope and are filed under the new lineage.
   */
  incarnation: z.int().min(1),
  operations: z.array(wireOperation).max(PUSH_LIMIT.operations),
  /** The life of central that the station knows. */
  epoch: id.optional(),
  /**
   * Operations up to this number were written before it, in a life (null: in several) that has the order up to `common` in common with it.
   * Absent when none of these was.
   */
  before: z.object({ stationSeq: z.int().min(0), common: z.int().min(0), epoch: id.nullable() }).optional(),
  /** How many more wait at the station after these, and since when: for the operations page. */
  backlog: z.int().min(0),
  oldestAt: at.nullable(),
});
export type PushRequest = z.input<typeof pushRequest>;

/**
 * Results in the order of the request. A station whose rights were taken gets none: what it sends is held aside for a supervisor,
 * durably, and `have` says how far.
 */
export const pushReply = z.object({
  ...head,
  have,
  results: z.array(z.object({ opId: id, siteSeq: z.int().min(1), verdict: z.enum(['ok', 'case', 'quarantined', 'duplicate']), caseIds: z.array(z.string()) })),
});
export type PushReply = z.output<typeof pushReply>;

/**
 * After central was restored from a backup: operations of its former life that central lacks, of any station, in the order they had
 * then. Asked for by the `epoch` problem with `common`; each is filed under its own lineage and marked as recovered.
 */
export const recoverRequest = z.object({
  /** The life of central in which these were confirmed. */
  epoch: id,
  operations: z.array(z.object({
    siteSeq: z.int().min(1),
    /** Under which central had filed it, where the station knows; else the envelope's incarnation. */
    lineage: z.int().min(1).optional(),
    /** What its person had seen of that life's order, where central had said so; else the envelope's `baseSeq`. */
    seen: z.int().min(0).optional(),
    op: wireOperation,
  })).max(PUSH_LIMIT.operations),
});

/** The query of `GET ops`. Without `epoch` nothing is said about a restore until `after` is beyond the head. */
export const pullQuery = z.object({
  after: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(PULL_LIMIT).default(PULL_LIMIT),
  wait: z.coerce.number().min(0).max(LONGEST_WAIT).default(0),
  epoch: id.optional(),
  incarnation: z.coerce.number().int().min(1).default(1),
  /** The station's clock as it asks, for the skew that the operations page shows. */
  now: z.coerce.number().int().optional(),
});

export const pullReply = z.object({ ...head, have, operations: z.array(confirmedOperation).max(PULL_LIMIT) });
export type PullReply = z.output<typeof pullReply>;

/** A snapshot of the projections at `seq`: gzip chunks of JSON lines `[kind, row]`, each fetched and verified by its number and digest. */
export const snapshotManifest = z.object({
  ...head,
  seq: z.int().min(0),
  rows: z.int().min(0),
  chunks: z.array(z.object({ number: z.int().min(0), bytes: z.int().min(0), sha256 })),
});
export type SnapshotManifest = z.output<typeof snapshotManifest>;

export const enrolRequest = z.object({
  code: z.string().min(8).max(40),
  station: id,
  stationName: z.string().min(1).max(40),
  /** The site this station's own journal speaks of, with its length; a site that central does not know yet is born with it. */
  site: id,
  siteName: z.string().min(1).max(80),
  operations: z.int().min(0),
  publicKey: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string().max(64), y: z.string().max(64) }),
  version: z.string().max(40),
  protocol: z.int().min(1),
});
export type EnrolRequest = z.input<typeof enrolRequest>;

const tokens = { accessToken: z.string(), refreshToken: z.string(), expiresIn: z.int().min(1) };

export const enrolReply = z.object({
  ...head,
  ...tokens,
  site: id,
  siteName: z.string(),
  /** This station's number in the site from 1: which serial numbers are its own to give. */
  stationNumber: z.int().min(1),
  incarnation: z.int().min(1),
});
export type EnrolReply = z.output<typeof enrolReply>;

/** `assertion`: ES256 JWT by the device key {iss: station, aud: 'hotdock-central', iat, exp, jti, rt: SHA-256 of the refresh token}. */
export const tokenRequest = z.object({ station: id, refreshToken: z.string().min(20).max(200), assertion: z.string().max(2_000), version: z.string().max(40) });

export const tokenReply = z.object({ ...head, ...tokens, rights: z.enum(['full', 'push-only']) });
export type TokenReply = z.output<typeof tokenReply>;

/** RFC 9457. `type` is one of `problems`; extra members as named there. */
export const problem = z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string().optional(), instance: z.string().optional() }).loose();
export type Problem = z.output<typeof problem>;

export const problems = {
  /** 409: the lineage already has another operation at that number. Extra: `incarnation`, the new lineage to push under. */
  fork: 'urn:hotdock:problem:fork',
  /** 409: a number is missing before these. Extra: `have`. */
  gap: 'urn:hotdock:problem:gap',
  /** 409: same operation id, other content. */
  opFork: 'urn:hotdock:problem:operation-changed',
  /**
   * 409: `after` is beyond the head, or `epoch` is another life of central. Extra: `epoch`, `head`, `common` (the last site number that
   * both hold). The station offers what central lacks (POST recovered, then its own by `have`) and bootstraps anew.
   */
  epoch: 'urn:hotdock:problem:epoch',
  unauthorised: 'urn:hotdock:problem:unauthorised',
  revoked: 'urn:hotdock:problem:revoked',
  code: 'urn:hotdock:problem:enrolment-code',
  otherSite: 'urn:hotdock:problem:other-site',
  invalid: 'urn:hotdock:problem:invalid',
  tooLarge: 'urn:hotdock:problem:too-large',
  tooMany: 'urn:hotdock:problem:too-many-requests',
  /** 426: the station speaks a protocol that this central has given up; it may still send. */
  tooOld: 'urn:hotdock:problem:too-old',
  /** 426: the station speaks a protocol that this central does not know yet. */
  tooNew: 'urn:hotdock:problem:too-new',
  notFound: 'urn:hotdock:problem:not-found',
  unavailable: 'urn:hotdock:problem:unavailable',
} as const;

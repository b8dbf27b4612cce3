import type { PullReply, PushReply, PushRequest, SnapshotManifest, TokenReply } from '../../shared/contracts/sync.ts';
import type { Failure } from './events.ts';
import type { Recovered } from './port.ts';

export type Answer<Reply> = { readonly ok: true; readonly reply: Reply } | { readonly ok: false; readonly failure: Failure };

export interface PullQuery {
  readonly after: number;
  readonly limit: number;
  readonly waitSeconds: number;
  readonly epoch: string | null;
  readonly incarnation: number;
}

/** The line to central, as the driver needs it. Nothing here throws: what goes wrong is a `Failure`. */
export interface Transport {
  /** Exchanges the refresh token, keeps the new one durably, then answers. */
  token(signal: AbortSignal): Promise<Answer<TokenReply>>;
  push(request: PushRequest, signal: AbortSignal): Promise<Answer<PushReply>>;
  recover(request: Recovered, signal: AbortSignal): Promise<Answer<PushReply>>;
  pull(query: PullQuery, signal: AbortSignal): Promise<Answer<PullReply>>;
  manifest(signal: AbortSignal): Promise<Answer<SnapshotManifest>>;
  chunk(seq: number, number: number, signal: AbortSignal): Promise<Answer<Uint8Array>>;
  /** True once central holds the document. */
  putBlob(sha256: string, bytes: Uint8Array, signal: AbortSignal): Promise<Answer<boolean>>;
  blob(sha256: string, signal: AbortSignal): Promise<Answer<Uint8Array>>;
  /** Throws the connections away; the next request makes new ones. */
  reconnect(): void;
  close(): void;
}

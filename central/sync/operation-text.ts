import { hash } from 'node:crypto';
import { isOperationKind, operationBodies, type Operation } from '../../shared/contracts/operations.ts';
import type { WireOperation } from '../../shared/contracts/sync.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';

/** SHA-256 over the canonical JSON (RFC 8785) of an operation without its hash: what its station computed when it was written. */
export function hashOf(unsigned: Omit<WireOperation, 'hash'>): string {
  return hash('sha256', canonicalJson(unsigned));
}

/** An operation in the vocabulary's terms, or why it cannot be read here. */
export function readOperation(wire: WireOperation): { readonly ok: true; readonly operation: Operation } | { readonly ok: false; readonly reason: string } {
  const { hash: written, ...unsigned } = wire;
  if (hashOf(unsigned) !== written) return { ok: false, reason: 'its hash does not fit its content' };
  if (!isOperationKind(wire.kind)) return { ok: false, reason: 'unknown kind' };
  const body = operationBodies[wire.kind].safeParse(wire.body);
  if (!body.success) return { ok: false, reason: body.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ').slice(0, 500) };
  return { ok: true, operation: { ...wire, body: body.data } as unknown as Operation };
}

import type { Line } from '../state/entities.ts';

type Answer = Pick<Line, 'accepted' | 'rejected' | 'backordered'>;

/**
 * What an answer comes to, within what the customer asks for now: an answer to an older document may name more. A line once answered with
 * "rejected" only stays so, whoever answered it otherwise without knowing.
 */
export function answeredLine(before: Pick<Line, 'requested' | 'finallyRejected'>, answer: Answer): Answer {
  if (before.finallyRejected) return { accepted: 0, backordered: 0, rejected: before.requested };
  const accepted = Math.min(answer.accepted, before.requested);
  const backordered = Math.min(answer.backordered, before.requested - accepted);
  return { accepted, backordered, rejected: Math.min(answer.rejected, before.requested - accepted - backordered) };
}

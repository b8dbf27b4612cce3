import type { QueueRow } from '../../../shared/contracts/views.ts';

/** Who is on an order: whoever holds it or works on it now first, then those assigned. */
export function namesOn({ claim, workingOn, assigned }: QueueRow): readonly string[] {
  const names = [...(claim ? [claim.person.name] : []), ...(workingOn ? [workingOn.person.name] : []), ...assigned.map(({ name }) => name)];
  return [...new Set(names)];
}

import type { QueueRow } from '../../../shared/contracts/views.ts';

/** Who is on an order: whoever works on it now first, then those assigned. */
export function namesOn({ workingOn, assigned }: QueueRow): readonly string[] {
  const names = [...(workingOn ? [workingOn.person.name] : []), ...assigned.map(({ name }) => name)];
  return [...new Set(names)];
}

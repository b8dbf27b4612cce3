import { requireRight } from '../../../shared/domain/staffing/rights.ts';
import { RefusedError } from '../refused.ts';
import { personOf, type CallContext } from './base.ts';

/** What is plugged into a station or printed at is a supervisor's matter, as its other settings are. Throws RefusedError. */
export function requireSupervisor(context: CallContext, where: string): void {
  const refused = requireRight(context.station.contextOf(personOf(context)), 'settings', where);
  if (refused) throw new RefusedError(refused.refusal);
}

import type { Choice } from '../../ui/fields/choice-list.tsx';

/** Every time zone this machine knows, and the one in use even when it does not. */
export function zoneChoices(inUse: string): readonly Choice[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', inUse]);
  return [...zones].sort().map((id) => ({ id, label: id.replaceAll('_', ' ') }));
}

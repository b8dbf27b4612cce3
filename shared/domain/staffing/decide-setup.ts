import { staffId as asStaffId } from '../../lib/ids.ts';
import type { Zone } from '../../lib/time.ts';
import { decided, refuse, type Actor, type Context, type Decision } from '../decision.ts';
import type { Settings } from '../settings/settings.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';

/** The three questions of the first start: the site, this station, the first supervisor. */
export interface SetupInput extends Pick<Settings, 'siteName' | 'stationName' | 'stationUse' | 'locale'> {
  readonly zone: Zone;
  readonly supervisorName: string;
  readonly pinHash: string;
}

/** Makes a fresh station usable and answers who has signed in with that. Nobody can do it a second time. */
export function decideSetup(reader: Reader, input: SetupInput, context: Context): Decision<Actor> {
  const settings = settingsOf(reader);
  if (settings.configured) return refuse('staff.refused.alreadySetUp', settings.siteName, {}, 'staff.hint.alreadySetUp');
  const { siteName, zone, stationName, stationUse, locale, pinHash } = input;
  const name = input.supervisorName.trim();
  if (name === '') return refuse('staff.refused.nameMissing', siteName, {}, 'staff.hint.name');
  const staffId = asStaffId(context.newId());
  return decided(
    [
      { kind: 'settings.changed', body: { patch: { configured: true, siteName, zone, stationName, stationUse, locale } } },
      { kind: 'staff.put', body: { staffId, name, role: 'supervisor', badge: null, pinHash, active: true } },
    ],
    { staffId, name, role: 'supervisor' },
  );
}

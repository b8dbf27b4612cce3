import { done, refuse, type Context, type Decision } from '../decision.ts';
import { measurePace } from '../queue/pace.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Scan } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import type { ChargebackRule, HotRule, SettingsPatch } from './settings.ts';

/** Changes settings of the site or this station. Whether it is set up is decided at the first start only. */
export function decideSettings(reader: Reader, patch: SettingsPatch, context: Context): Decision {
  const current = settingsOf(reader);
  const refused = requireRight(context, 'settings', current.siteName);
  if (refused) return refused;
  const wrong = patch.hotRules?.find((rule) => !isUsable(rule));
  if (wrong) return refuse('orders.refused.badRule', wrong.id, { value: wrong.value, needs: wrong.kind === 'window-shorter-than-hours' ? 'hours' : 'text' }, 'orders.hint.correctRule');
  // A pace that somebody enters is no measured one, until the next measurement.
  const { configured: _, ...rest } = patch.paceEachesPerHour === undefined ? patch : { ...patch, paceMeasured: false };
  return Object.keys(rest).length === 0 ? done() : done({ kind: 'settings.changed', body: { patch: rest } });
}

function isUsable({ kind, value }: HotRule): boolean {
  return kind === 'window-shorter-than-hours' ? /^\d{1,5}$/.test(value.trim()) : value.trim() !== '';
}

/** Replaces the chargeback rules of the site. */
export function decidePolicy(reader: Reader, rules: readonly ChargebackRule[], context: Context): Decision {
  const refused = requireRight(context, 'policy', settingsOf(reader).siteName);
  return refused ?? done({ kind: 'policy.changed', body: { rules: [...rules] } });
}

/** Less than this much apart, two paces mean the same and the queue stays as it is. */
const SAME_WITHIN = 0.05;

/** Takes over the pace that recent scans show, when they show one that differs. The station asks on a schedule. */
export function decidePace(reader: Reader, scans: readonly Scan[]): Decision {
  const measured = measurePace(scans);
  const { paceEachesPerHour, paceMeasured } = settingsOf(reader);
  if (measured === null || (paceMeasured && Math.abs(measured - paceEachesPerHour) < paceEachesPerHour * SAME_WITHIN)) return done();
  return done({ kind: 'pace.measured', body: { eachesPerHour: measured } });
}

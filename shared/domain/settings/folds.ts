import type { Folds } from '../folds.ts';
import { shipBy } from '../orders/clocks.ts';
import { liveOrders } from '../orders/live-orders.ts';
import { latestStartOf, settingsOf } from '../state/totals.ts';
import type { World } from '../state/world.ts';
import type { Settings, SettingsPatch } from './settings.ts';

export const settingsFolds: Folds<'settings.changed' | 'policy.changed' | 'pace.measured'> = {
  'settings.changed': (world, { patch }) => change(world, patch),
  'policy.changed': (world, { rules }) => change(world, { chargebackRules: rules }),
  'pace.measured': (world, { eachesPerHour }) => change(world, { paceEachesPerHour: eachesPerHour, paceMeasured: true }),
};

/** Settings from which the clocks of orders follow. */
const CLOCK_FIELDS = ['zone', 'shipCutoff', 'transitDays', 'paceEachesPerHour', 'orderOverheadMinutes'] as const satisfies readonly (keyof Settings)[];

function change(world: World, patch: SettingsPatch): void {
  const before = settingsOf(world);
  const settings: Settings = { ...before, ...given(patch) };
  world.put('settings', { id: 'site', settings });
  if (CLOCK_FIELDS.some((field) => settings[field] !== before[field])) resetClocks(world, settings);
}

/** The fields a patch really names: `undefined` says nothing. */
function given(patch: SettingsPatch): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function resetClocks(world: World, settings: Settings): void {
  for (const order of liveOrders(world)) {
    const reset = { ...order, shipBy: shipBy(order, settings) };
    const latestStart = latestStartOf(reset, settings);
    if (reset.shipBy !== order.shipBy || latestStart !== order.latestStart) world.put('order', { ...reset, latestStart });
  }
}

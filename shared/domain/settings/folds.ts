import type { Folds } from '../folds.ts';
import { shipBy } from '../orders/clocks.ts';
import { liveOrders } from '../orders/live-orders.ts';
import { latestStartOf, settingsOf } from '../state/totals.ts';
import type { World } from '../state/world.ts';
import type { Settings, StationSettings } from './settings.ts';
import { splitPatch, stationRow } from './station-settings.ts';

export const settingsFolds: Folds<'settings.changed' | 'policy.changed' | 'pace.measured'> = {
  'settings.changed': (world, { patch }, { station }) => {
    const own = splitPatch(patch);
    if (Object.keys(own.site).length > 0) change(world, own.site);
    if (Object.keys(own.station).length > 0) changeStation(world, station, own.station);
  },
  'policy.changed': (world, { rules }) => change(world, { chargebackRules: rules }),
  'pace.measured': (world, { eachesPerHour }) => change(world, { paceEachesPerHour: eachesPerHour, paceMeasured: true }),
};

/** Settings from which the clocks of orders follow. */
const CLOCK_FIELDS = ['zone', 'shipCutoff', 'transitDays', 'paceEachesPerHour', 'orderOverheadMinutes'] as const satisfies readonly (keyof Settings)[];

function change(world: World, patch: Partial<Settings>): void {
  const before = settingsOf(world);
  const settings: Settings = { ...before, ...patch };
  world.put('settings', { id: 'site', settings });
  if (CLOCK_FIELDS.some((field) => settings[field] !== before[field])) resetClocks(world, settings);
}

/** What a station sets for itself; the others know it by its new name. */
function changeStation(world: World, station: string, patch: Partial<StationSettings>): void {
  const id = stationRow(station);
  world.put('settings', { id, settings: { ...world.get('settings', { id })?.settings, ...patch } });
  const peer = world.get('peer', { station });
  if (peer && patch.stationName !== undefined) world.put('peer', { ...peer, name: patch.stationName });
}

function resetClocks(world: World, settings: Settings): void {
  for (const order of liveOrders(world)) {
    const reset = { ...order, shipBy: shipBy(order, settings) };
    const latestStart = latestStartOf(reset, settings);
    if (reset.shipBy !== order.shipBy || latestStart !== order.latestStart) world.put('order', { ...reset, latestStart });
  }
}

import { enrolledStation } from '../sync/acting-station.ts';
import type { Reader } from '../state/world.ts';
import { settingsOf } from '../state/totals.ts';
import type { Settings, SettingsPatch, StationSettings } from './settings.ts';

/** What differs between the stations of a site: its place, its screen, its printers, its folders. All else is the site's. */
const STATION_FIELDS: ReadonlySet<string> = new Set<keyof StationSettings>(['stationName', 'stationUse', 'theme', 'locale', 'paperSize', 'labelDpi', 'printers', 'printerFor', 'watchedFolder', 'outboxFolder']);

export const stationRow = (station: string): string => `station:${enrolledStation(station)}`;

/** The site's settings as they hold at one station. */
export function settingsAt(reader: Reader, station: string): Settings {
  const own = reader.get('settings', { id: stationRow(station) })?.settings;
  return own ? { ...settingsOf(reader), ...own } : settingsOf(reader);
}

/** A change in its two parts. A field that is `undefined` says nothing. */
export function splitPatch(patch: SettingsPatch): { readonly site: Partial<Settings>; readonly station: Partial<StationSettings> } {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return {
    site: Object.fromEntries(given.filter(([field]) => !STATION_FIELDS.has(field))),
    station: Object.fromEntries(given.filter(([field]) => STATION_FIELDS.has(field))),
  };
}

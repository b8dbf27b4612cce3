import type { Counter } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { enrolledStation } from './acting-station.ts';

/** So many stations of a site can give serial numbers without asking each other. */
const LANES = 256;

/**
 * The next serial number that this station may give: above every one seen, in the station's own lane, so that two stations without
 * network never give the same. A station that belongs to no central counts one by one.
 * @param station the acting name: a second history under one name has a number of its own.
 */
export function nextSerial(reader: Reader, station: string, name: Counter['name']): number {
  return serialAfter(reader, station, reader.get('counter', { name })?.value ?? 0);
}

/** The next one of the station's lane above `last`. */
export function serialAfter(reader: Reader, station: string, last: number): number {
  const next = last + 1;
  const peer = reader.get('peer', { station }) ?? reader.get('peer', { station: enrolledStation(station) });
  if (!peer) return next;
  return next + ((((peer.number - next) % LANES) + LANES) % LANES);
}

/** The number that a site's next station (or lineage) gets: central asks under the site's lock. */
export const nextStationNumber = (reader: Reader): number => reader.find('peer', {}).reduce((most, { number }) => Math.max(most, number), 0) + 1;

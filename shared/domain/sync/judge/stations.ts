import { message } from '../../../messages/say.ts';
import type { BodyOf } from '../../folds.ts';
import type { Reader } from '../../state/world.ts';
import type { Finding } from './finding.ts';

const nameOf = (reader: Reader, station: string): string => reader.get('peer', { station })?.name ?? station;

/** Two histories under one station's name: a copied folder or a restored disk. */
export function judgeFork(reader: Reader, { station, incarnation, at }: BodyOf<'station.forked'>): readonly Finding[] {
  const name = nameOf(reader, station);
  return [{ type: 'cloned-station', what: message('cases.clonedStation.what', { name, at, incarnation }), first: null, second: message('cases.side.forked', { name, incarnation }), stakes: [], about: {}, detail: { firstPlace: station, secondPlace: `${station}~${incarnation}` } }];
}

export function judgeQuarantine(reader: Reader, { opId, station, kind, reason }: BodyOf<'operation.quarantined'>): readonly Finding[] {
  const name = nameOf(reader, station);
  return [{ type: 'quarantined', what: message('cases.quarantined.what', { name, kind, opId }), first: null, second: message('cases.side.quarantined', { reason }), stakes: [], about: {}, detail: { firstPlace: station } }];
}

/** A station whose rights were taken went on working: nobody counts it before a supervisor has decided. */
export function judgeHeld(reader: Reader, { station, incarnation, through, count, lines }: BodyOf<'operations.held'>): readonly Finding[] {
  const name = nameOf(reader, station);
  return [{
    type: 'quarantined',
    what: message('cases.quarantined.held', { name, count, incarnation, through }),
    first: null,
    second: message('cases.side.held', { count }),
    stakes: lines.map(({ po, line, sku, eaches }) => ({ po, line, sku, units: eaches })),
    about: {},
    joins: 'restated',
    detail: { firstPlace: station, lines: lines.map(({ po, line, sku, eaches }) => ({ po, line, sku, first: 0, second: eaches })) },
  }];
}

import { buildGsin } from '../../lib/gsin.ts';
import { refuse } from '../decision.ts';
import type { Refused } from '../staffing/rights.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import { nextSerial, serialAfter } from '../sync/serials.ts';

export interface BolNumber {
  readonly ok: true;
  readonly bol: string;
  readonly serial: number;
}

/**
 * The next number of a bill of lading that this station may give: the company's own prefix, a serial of the station's lane. A number that
 * somebody has typed for another shipment is left out.
 */
export function nextBol(reader: Reader, station: string, where: string): BolNumber | Refused {
  const { companyPrefix } = settingsOf(reader);
  for (let serial = nextSerial(reader, station, 'bol'); ; serial = serialAfter(reader, station, serial)) {
    const built = buildGsin(companyPrefix, serial);
    if (!built.ok) return refuse(FAULTS[built.reason], where, { prefix: companyPrefix }, 'shipment.hint.bolNumber');
    if (reader.find('shipment', { bol: built.gsin }).length === 0) return { ok: true, bol: built.gsin, serial };
  }
}

const FAULTS = { 'company-prefix': 'shipment.refused.bolPrefix', exhausted: 'shipment.refused.bolExhausted' } as const;

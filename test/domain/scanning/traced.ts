import type { ProductNeeds } from '../../../shared/domain/state/entities.ts';
import { location } from '../../../shared/lib/ids.ts';
import { checkDigit } from '../../../shared/lib/gtin.ts';
import { orderDocument } from '../../support/domain.ts';
import type { ScanFloor } from './floor.ts';

/** Tea of which lot and expiry must be known, radios of which each has a serial number, and the order that wants both. */
export const TRACED = 'LOT00001';

const gtin = (digits: string): string => `${digits}${checkDigit(digits)}`.padStart(14, '0');

export const traced = { teaCase: gtin('1006141410004'), teaEach: gtin('06141410004'), radio: gtin('06141410005') } as const;

export const BINS = { TEA: 'D-01-01', RADIO: 'D-02-01' } as const;

const NOTHING: ProductNeeds = { lot: false, expiry: false, serial: false, shelfLifeDays: null };

/** What a carton's label says of its lot, as a scanner with brackets sends it. */
export const teaLabel = (lot: string): string => `(01)${traced.teaCase}${batchLabel(lot)}`;

/** The label's second bar code, where the first has the product only. */
export const batchLabel = (lot: string): string => `(17)${lot === 'L1' ? '280930' : '281031'}(10)${lot}`;

export const radioLabel = (serial: number): string => `(01)${traced.radio}(21)R${serial}`;

/** Brings them onto the floor: 24 tea in cases of 6 and six radios ordered, and more of both in stock. */
export function withTraced(floor: ScanFloor): void {
  floor.product('TEA', { title: 'Tea', gtinEach: traced.teaEach, gtinCase: traced.teaCase, caseSize: 6, location: location(BINS.TEA), needs: { ...NOTHING, lot: true, expiry: true } });
  floor.product('RADIO', { title: 'Radio', gtinEach: traced.radio, caseSize: 4, location: location(BINS.RADIO), needs: { ...NOTHING, serial: true } });
  floor.stocked('TEA', 36, BINS.TEA);
  floor.stocked('RADIO', 8, BINS.RADIO);
  floor.received(orderDocument(TRACED, [{ vendorSku: 'TEA', quantity: 24 }, { vendorSku: 'RADIO', quantity: 6 }]));
  floor.accept(TRACED);
}

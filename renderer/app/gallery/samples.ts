import type { ScanAnswer } from '../../ui/floor/scan-answer.ts';
import type { UnitsOfOrder } from '../../ui/status/units-bar.tsx';
import { HOUR, MINUTE, SECOND, instant, later, type Instant } from '../../../shared/lib/time.ts';

/** The gallery's clock stands still, so that its pictures are the same every day: 24 Nov 2026, 13:00 in Chicago. */
export const NOW = instant(Date.UTC(2026, 10, 24, 19, 0));
export const inTime = (milliseconds: number): Instant => later(NOW, milliseconds);

export interface SampleOrder {
  readonly po: string;
  readonly hpo: boolean;
  readonly shipTo: string;
  readonly goods: string;
  readonly units: UnitsOfOrder;
  readonly acknowledgeBy: Instant;
  readonly shipBy: Instant;
  readonly atRisk: boolean;
  readonly acknowledged: boolean;
  readonly why: string;
  readonly next: string;
  readonly people: readonly string[];
}

const units = (requested: number, accepted: number, picked: number, packed: number, shipped: number, rejected = 0): UnitsOfOrder => ({
  requested,
  accepted,
  rejected,
  picked,
  packed,
  shipped,
});

export const hotOrders: readonly SampleOrder[] = [
  {
    po: '4GRNDR7K',
    hpo: true,
    shipTo: 'PHX3 Phoenix AZ',
    goods: '1,000 ceramic grinders',
    units: units(1000, 0, 0, 0, 0),
    acknowledgeBy: inTime(-12 * MINUTE),
    shipBy: inTime(21 * HOUR),
    atRisk: false,
    acknowledged: false,
    why: 'First because its acknowledgement is overdue: answer now, each hour adds risk of auto-cancel',
    next: 'Acknowledge 1,000 units',
    people: [],
  },
  {
    po: '8QWX3NTP',
    hpo: true,
    shipTo: 'ONT8 Moreno Valley CA',
    goods: '3 products, 480 units',
    units: units(480, 480, 312, 96, 0),
    acknowledgeBy: inTime(-3 * HOUR),
    shipBy: inTime(3 * HOUR + 5 * MINUTE),
    atRisk: true,
    acknowledged: true,
    why: 'HPO · 168 units to pick, about 42 min of work · ship by 16:05',
    next: 'Pick 168 units',
    people: ['Maria Lopez', 'Sam Okafor'],
  },
  {
    po: '2MKVB9ZD',
    hpo: true,
    shipTo: 'MDW2 Joliet IL',
    goods: 'Glass storage set, 240 units',
    units: units(240, 216, 216, 216, 0, 24),
    acknowledgeBy: inTime(-5 * HOUR),
    shipBy: inTime(26 * HOUR),
    atRisk: false,
    acknowledged: true,
    why: 'HPO · packed, waits for its carrier · ship by tomorrow 15:00',
    next: 'Load 2 pallets',
    people: ['Ana Ruiz'],
  },
];

const FCS = ['PHX3', 'ONT8', 'MDW2', 'DFW7', 'SBD1', 'TEB9', 'ATL2', 'LAS7'];
const GOODS = ['Pepper mill', 'Cutting board', 'Glass storage set', 'Ceramic grinder', 'Steel bottle 1 l', 'Linen towel'];

/** `count` standard orders that look alike and never change. */
export const manyOrders = (count: number): readonly SampleOrder[] =>
  Array.from({ length: count }, (_, index) => {
    const requested = 12 * (1 + ((index * 7) % 40));
    const accepted = index % 5 === 0 ? 0 : requested;
    const picked = Math.floor((accepted * ((index * 13) % 11)) / 10);
    return {
      po: `${(1 + (index % 9)).toString()}${(100_000 + index).toString(36).toUpperCase().padStart(6, 'K')}${(index % 10).toString()}`,
      hpo: false,
      shipTo: FCS[index % FCS.length] ?? 'PHX3',
      goods: `${GOODS[index % GOODS.length] ?? 'Pepper mill'}, ${String(requested)} units`,
      units: units(requested, accepted, Math.min(accepted, picked), Math.min(accepted, picked), 0),
      acknowledgeBy: inTime((index % 30) * HOUR - 2 * HOUR),
      shipBy: inTime((index % 70) * HOUR + 25 * MINUTE),
      atRisk: index % 9 === 4,
      acknowledged: accepted > 0,
      why: 'Standard · in turn by latest start',
      next: accepted > 0 ? 'Pick' : 'Acknowledge',
      people: index % 3 === 0 ? ['Sam Okafor'] : [],
    };
  });

export const SSCC = '006141411234567890';

export const scanAnswers: readonly ScanAnswer[] = [
  { id: '5', outcome: 'accepted', words: '7 of 20 picked', detail: 'CG-1000 ceramic grinder', code: '00614141000012', at: inTime(-4 * SECOND) },
  { id: '4', outcome: 'wrong', words: 'Wrong product', detail: 'Expected CG-1000, this is PM-200 pepper mill', code: '00614141000029', at: inTime(-15 * SECOND) },
  { id: '3', outcome: 'duplicate', words: 'Already on this pallet', detail: 'Nothing was added', code: SSCC, at: inTime(-31 * SECOND) },
  { id: '2', outcome: 'done', words: 'Line complete', detail: 'Next: A-02-07', code: '00614141000012', at: inTime(-55 * SECOND) },
  { id: '1', outcome: 'info', words: 'Pick list printing', detail: 'Printer Dock 2', code: 'CMD-PRINT', at: inTime(-80 * SECOND) },
];

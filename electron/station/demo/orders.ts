import { HOUR, MINUTE } from '../../../shared/lib/time.ts';
import { chance } from './chance.ts';
import { demoProducts, type DemoProduct } from './products.ts';

/** How far an order has come; each stage has all the ones before it behind it. */
export type Stage = 'received' | 'acknowledged' | 'printed' | 'picking' | 'short' | 'packing' | 'ready' | 'routed' | 'loading' | 'shipped' | 'rejected' | 'changed';

export interface ScriptLine {
  readonly product: DemoProduct;
  readonly quantity: number;
  readonly unit: 'eaches' | 'cases';
}

/** One order of the demo: what its document says, and how long before now each thing happened to it. */
export interface Script {
  readonly po: string;
  readonly channel: 'vendor' | 'seller';
  readonly format: 'json' | 'x12';
  readonly rush: boolean;
  readonly fc: string;
  readonly freightTerm: 'collect' | 'prepaid';
  readonly note: string | null;
  readonly lines: readonly ScriptLine[];
  readonly stage: Stage;
  /** Milliseconds before now. */
  readonly receivedAgo: number;
  /** When the last of the stage's work began, before now. */
  readonly workAgo: number;
  /** Last day of the window, counted from today. */
  readonly windowDays: number;
  /** Whoever works on it: index among the demo's people. */
  readonly picker: number;
}

const FCS = ['PHX3', 'ONT8', 'MDW2', 'DFW7', 'ABE8'] as const;

/** Zone of each FC of the demo: windows are days there. */
export const fcZones: Readonly<Record<string, string>> = {
  PHX3: 'America/Phoenix',
  ONT8: 'America/Los_Angeles',
  MDW2: 'America/Chicago',
  DFW7: 'America/Chicago',
  ABE8: 'America/New_York',
};

/** People who pick start here in the list of the demo's people. */
const PICKERS = 4;

function product(sku: string): DemoProduct {
  const found = demoProducts.find((each) => each.sku === sku);
  if (!found) throw new Error(`the demo has no product ${sku}`);
  return found;
}

const line = (sku: string, quantity: number, unit: ScriptLine['unit'] = 'eaches'): ScriptLine => ({ product: product(sku), quantity, unit });

const hot = (po: string, stage: Stage, receivedAgo: number, windowDays: number, lines: readonly ScriptLine[], rest: Partial<Script> = {}): Script => ({
  po, channel: 'vendor', format: 'json', rush: true, fc: 'PHX3', freightTerm: 'collect', note: null, lines, stage, receivedAgo, workAgo: 0, windowDays, picker: PICKERS, ...rest,
});

/** The twelve HPOs: one in every stage, one overdue, one at risk, one changed after it was acknowledged. */
const hotOrders: readonly Script[] = [
  hot('7HGRINDR', 'received', 6 * MINUTE, 3, [line('CG-200', 1000)], { note: 'EXPEDITE FOR CUSTOMER BACKORDERS' }),
  hot('7KETTL2A', 'received', 23 * HOUR + 20 * MINUTE, 2, [line('KT-300', 40, 'cases'), line('KT-310', 96)], { fc: 'ONT8' }),
  hot('7DRIPR9Q', 'received', 27 * HOUR, 2, [line('DR-020', 20, 'cases')], { fc: 'MDW2', format: 'x12' }),
  hot('7PRESS4M', 'acknowledged', 9 * HOUR, 4, [line('FP-350', 240), line('FP-800', 80)], { fc: 'DFW7', rush: false, workAgo: 7 * HOUR + 30 * MINUTE, format: 'x12' }),
  hot('7FILTR6T', 'printed', 12 * HOUR, 3, [line('FL-200', 480), line('FL-100', 288)], { fc: 'ABE8', rush: false, note: 'Please expedite: listing out of stock', workAgo: 10 * HOUR }),
  hot('7SCALE3K', 'picking', 14 * HOUR, 2, [line('SC-010', 160), line('SC-020', 100), line('MT-010', 120)], { workAgo: 55 * MINUTE }),
  hot('7MUGS8VX', 'packing', 30 * HOUR, 2, [line('TH-350', 240), line('TH-500', 160)], { fc: 'ONT8', freightTerm: 'prepaid', workAgo: 3 * HOUR, picker: PICKERS + 1 }),
  hot('7JARS5PL', 'routed', 33 * HOUR, 8, [line('JR-900', 180), line('JR-150', 96)], { fc: 'MDW2', workAgo: 6 * HOUR, picker: PICKERS + 2 }),
  hot('7MOKA1WN', 'loading', 96 * HOUR, 2, [line('MK-001', 144), line('MK-002', 96)], { fc: 'DFW7', workAgo: 2 * HOUR, picker: PICKERS + 3 }),
  hot('7CERAM0S', 'shipped', 50 * HOUR, 1, [line('CG-200', 600)], { freightTerm: 'prepaid', format: 'x12', workAgo: 2 * HOUR, picker: PICKERS + 4 }),
  hot('7SERVR7B', 'rejected', 20 * HOUR, 3, [line('SV-600', 144)], { fc: 'ABE8', workAgo: 18 * HOUR }),
  hot('7CUPS2DH', 'changed', 40 * HOUR, 4, [line('CP-080', 96), line('CP-180', 64)], { fc: 'ONT8', workAgo: 3 * HOUR }),
];

/** Products that the hot orders need, and the one that nobody has, stay out of the everyday orders. */
const RESERVED = new Set(['CG-200', 'KT-300', 'SV-600']);
const everyday = demoProducts.filter(({ sku }) => !RESERVED.has(sku));

/** How many everyday orders stand in each stage: 47, and one of Seller Central. */
const STAGES: readonly (readonly [Stage, number])[] = [
  ['received', 15],
  ['acknowledged', 10],
  ['printed', 4],
  ['picking', 2],
  ['short', 1],
  ['packing', 2],
  ['ready', 4],
  ['shipped', 8],
  ['rejected', 1],
];

/** Letters and digits as Amazon numbers orders, without those that look alike. */
const SIGNS = '23456789BCDFGHJKLMNPQRSTVWXZ';

/** One order asks for something that the item master does not have: it waits to be completed, and is in the queue all the same. */
const WITH_STRANGER = 6;
const stranger: ScriptLine = {
  product: {
    sku: 'NB-700', title: 'Nut butter mill', asin: 'B0DEMO0700', gtinEach: '614141007001', gtinCase: '', gtinPallet: null, caseSize: 10, cost: '31.50', currency: 'USD',
    weightGrams: null, lengthMm: null, widthMm: null, heightMm: null, location: '', boxed: 0, safety: 0,
  },
  quantity: 4,
  unit: 'cases',
};

function standardOrders(): readonly Script[] {
  const next = chance(20_260_914);
  const below = (count: number): number => Math.floor(next() * count);
  const scripts: Script[] = [];
  for (const [stage, count] of STAGES) {
    for (let index = 0; index < count; index += 1) {
      const po = `${2 + below(5)}${Array.from({ length: 7 }, () => SIGNS.charAt(below(SIGNS.length))).join('')}`;
      const lines = [...linesOf(1 + below(3), below), ...(stage === 'received' && index === WITH_STRANGER ? [stranger] : [])];
      const times = timesOf(stage, index, below);
      scripts.push({
        po, channel: 'vendor', format: below(3) === 0 || lines.includes(stranger) ? 'x12' : 'json', rush: false, fc: FCS[below(FCS.length)] ?? 'PHX3',
        freightTerm: stage === 'shipped' || below(2) === 0 ? 'prepaid' : 'collect', note: null, lines, stage, ...times, picker: PICKERS + below(5),
      });
    }
  }
  return scripts;
}

/** Different products, whole cases of them, so that a case is never split. */
function linesOf(count: number, below: (count: number) => number): ScriptLine[] {
  const taken = new Set<DemoProduct>();
  while (taken.size < count) {
    const found = everyday[below(everyday.length)];
    if (found) taken.add(found);
  }
  return [...taken].map((each) => {
    const cases = 1 + below(5);
    return below(3) === 0 ? { product: each, quantity: cases, unit: 'cases' } : { product: each, quantity: cases * each.caseSize, unit: 'eaches' };
  });
}

function timesOf(stage: Stage, index: number, below: (count: number) => number): Pick<Script, 'receivedAgo' | 'workAgo' | 'windowDays'> {
  switch (stage) {
    case 'received':
      return { receivedAgo: 35 * MINUTE + index * 70 * MINUTE, workAgo: 0, windowDays: 4 + below(8) };
    case 'acknowledged':
    case 'printed':
    case 'rejected':
      return { receivedAgo: (26 + index * 5) * HOUR, workAgo: (26 + index * 5 - 2 - below(16)) * HOUR, windowDays: 3 + below(8) };
    case 'shipped':
      return { receivedAgo: (64 + index * 14) * HOUR, workAgo: (5 + index * 13) * HOUR, windowDays: 1 + below(3) };
    default:
      return { receivedAgo: (42 + index * 9) * HOUR, workAgo: (4 + index * 2) * HOUR, windowDays: 2 + below(5) };
  }
}

const sellerOrder: Script = {
  po: '902-1845936-5435065', channel: 'seller', format: 'json', rush: false, fc: 'PHX3', freightTerm: 'prepaid', note: null,
  lines: [line('CG-100', 2)], stage: 'received', receivedAgo: 5 * HOUR, workAgo: 0, windowDays: 3, picker: PICKERS,
};

/** The sixty orders of the demo. */
export const demoOrders: readonly Script[] = [...hotOrders, ...standardOrders(), sellerOrder];

/** Flagged by hand here, because its document does not say so. */
export const FLAGGED_BY_HAND = '7PRESS4M';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareQueue, type Queued } from '../../../shared/domain/queue/compare.ts';
import { measurePace } from '../../../shared/domain/queue/pace.ts';
import { pickListRevisionText } from '../../../shared/domain/queue/pick-list.ts';
import { assessRisk, riskOf } from '../../../shared/domain/queue/risk.ts';
import { routingClash } from '../../../shared/domain/queue/routing-clash.ts';
import { whyFirst } from '../../../shared/domain/queue/why-first.ts';
import { defaultSettings } from '../../../shared/domain/settings/settings.ts';
import { poNumber, staffId } from '../../../shared/lib/ids.ts';
import { DAY, HOUR, instant, later, MINUTE, parseZone } from '../../../shared/lib/time.ts';
import { sayIn } from '../../../shared/messages/say-in.ts';
import { Floor, orderDocument, START } from '../../support/domain.ts';

const zone = parseZone('America/Chicago') ?? defaultSettings.zone;
const settings = { ...defaultSettings, zone };
const instants = fc.integer({ min: 0, max: 3 }).map(instant);
const queued: fc.Arbitrary<Queued> = fc.record({
  po: fc.constantFrom('A', 'B', 'C', 'D').map(poNumber), hpo: fc.boolean(), pin: fc.constantFrom<(-1 | 0 | 1)[]>(-1, 0, 1),
  latestStart: fc.option(instants), shipBy: fc.option(instants), receivedAt: instants,
});

describe('the order of the queue', () => {
  test('is total: antisymmetric, transitive, and equal only for the same order', () => {
    fc.assert(
      fc.property(queued, queued, queued, (a, b, c) => {
        expect(Math.sign(compareQueue(a, b)) + Math.sign(compareQueue(b, a))).toBe(0);
        if (compareQueue(a, b) <= 0 && compareQueue(b, c) <= 0) expect(compareQueue(a, c)).toBeLessThanOrEqual(0);
        if (a.po !== b.po) expect(compareQueue(a, b)).not.toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('has every HPO before every standard order, and pinned before demoted inside a class', () => {
    fc.assert(
      fc.property(fc.array(queued), (orders) => {
        const sorted = [...orders].sort(compareQueue);
        const classes = sorted.map((order) => (order.hpo ? 0 : 3) + order.pin + 1);
        expect(classes).toEqual([...classes].sort((left, right) => left - right));
      }),
    );
  });
});

const received = (fields: Parameters<typeof orderDocument>[2] = {}): Floor => {
  const floor = new Floor();
  floor.settings({ zone });
  floor.received(orderDocument('A', [{ quantity: 120 }], { shipBy: later(START, 8 * HOUR), acknowledgeBy: later(START, 3 * HOUR + 5 * MINUTE), ...fields }));
  return floor;
};

describe('risk', () => {
  test('on track, at risk inside the margin and past the latest start, overdue past a deadline', () => {
    const order = { ...received().order('A') };
    // 120 eaches at 240 an hour and 20 min besides: 50 min of work before 8 h, but the answer is due before that.
    expect(order.latestStart).toBe(order.acknowledgeBy);
    expect(riskOf(order, settings, START)).toBe('onTrack');
    expect(assessRisk(order, settings, later(order.acknowledgeBy, -30 * MINUTE))).toMatchObject({ risk: 'atRisk', why: { key: 'orders.risk.soon' } });
    expect(assessRisk(order, settings, order.acknowledgeBy)).toMatchObject({ risk: 'overdue', why: { key: 'orders.risk.acknowledgementOverdue' } });
    const answered = { ...order, acknowledgementVersion: 1, accepted: 120, latestStart: later(START, 7 * HOUR + 10 * MINUTE) };
    expect(riskOf(answered, settings, order.acknowledgeBy)).toBe('onTrack');
    expect(assessRisk(answered, settings, later(START, 7 * HOUR + 20 * MINUTE))).toMatchObject({ risk: 'atRisk', why: { key: 'orders.risk.startPassed' } });
    expect(assessRisk(answered, settings, later(START, 8 * HOUR))).toMatchObject({ risk: 'overdue', why: { key: 'orders.risk.shipOverdue' } });
    expect(riskOf({ ...answered, state: 'shipped' }, settings, later(START, 9 * HOUR))).toBe('onTrack');
  });
});

describe('why first', () => {
  const en = { locale: 'en', zone } as const;

  test('says class and both clocks, with times of the site', () => {
    const order = received({ hpo: true }).order('A');
    expect(sayIn(en, whyFirst(order, settings, START))).toBe('HPO · acknowledge in 3 h 05 · ship by 16:00');
    expect(sayIn({ ...en, locale: 'es' }, whyFirst(order, settings, START))).toBe('HPO · confirmar en 3 h 05 · embarcar antes de las 16:00');
    expect(sayIn(en, whyFirst(order, settings, later(START, 4 * HOUR)))).toBe('HPO · acknowledgement overdue by 55 min · ship by 16:00');
  });

  test('says what is pinned, what is late, and when to begin once it is answered', () => {
    const order = { ...received().order('A'), pin: -1 as const, acknowledgementVersion: 1, latestStart: later(START, 7 * HOUR) };
    expect(sayIn(en, whyFirst(order, settings, START))).toBe('Pinned · Standard · ship by 16:00 · start within 7 h 00');
    expect(sayIn(en, whyFirst(order, settings, later(START, 3 * DAY)))).toBe('Pinned · Standard · ship-by passed 2 d 16 h ago');
    expect(sayIn(en, whyFirst({ ...order, shipBy: later(START, 2 * DAY), latestStart: null }, settings, START))).toBe('Pinned · Standard · ship by Wed, Mar 4, 08:00');
    expect(sayIn(en, whyFirst({ ...order, state: 'cancelled' }, settings, START))).toBe('Cancelled');
  });
});

describe('routing clash', () => {
  test('is there from the minute of receipt when the window is shorter than the notice for a collect pickup', () => {
    const order = { ...received().order('A'), freightTerm: null };
    const clash = routingClash(order, settings, START);
    expect(clash).toMatchObject({ earliestPickup: '2026-03-04', lastDay: '2026-03-02', remains: ['prepaid-or-parcel', 'call-carrier-team', 'reject'] });
    expect(clash && sayIn({ locale: 'en', zone }, clash.message)).toContain('2 business days ahead: Wed, Mar 4 at the earliest, but it must leave by Mon, Mar 2');
    expect(routingClash({ ...order, freightTerm: 'prepaid' }, settings, START)).toBeNull();
    expect(routingClash(order, settings, START, true)).toBeNull();
    expect(routingClash({ ...order, shipBy: later(START, 2 * DAY + HOUR) }, settings, START)).toBeNull();
    // Friday's order for Monday: two business days from Friday are Tuesday.
    expect(routingClash({ ...order, shipBy: later(START, 7 * DAY) }, settings, later(START, 4 * DAY))).toMatchObject({ earliestPickup: '2026-03-10' });
  });
});

test('a printed list of an earlier revision is outdated', () => {
  expect(pickListRevisionText({ revision: 3 }, 3)).toBeNull();
  expect(pickListRevisionText({ revision: 3 }, 1)).toMatchObject({ key: 'orders.list.outdated', params: { printed: 1, current: 3 } });
});

describe('pace', () => {
  const scans = (kind: 'pick' | 'pack', count: number, from: number, seconds: number, eaches = 12, code = '036000291452') =>
    Array.from({ length: count }, (_, index) => ({ staffId: staffId('s'), at: instant(START + from + index * seconds * 1000), kind, eaches, undone: false, code }));

  test('adds the time an each takes to pick and to pack, and leaves breaks out', () => {
    // 12 eaches a minute picked = 720/h; 12 a minute packed = 720/h; together 360/h.
    const day = [...scans('pick', 60, 0, 60), ...scans('pack', 60, 3 * HOUR, 60)];
    expect(measurePace(day)).toBe(360);
    expect(measurePace([...day].reverse())).toBe(360);
    expect(measurePace([...day, ...scans('pack', 60, 3 * HOUR, 1, 500, '')]), 'goods moved from pallet to pallet are no packing').toBe(360);
  });

  test('says nothing when too little was scanned, or only one kind', () => {
    expect(measurePace([])).toBeNull();
    expect(measurePace(scans('pick', 500, 0, 60))).toBeNull();
    expect(measurePace([...scans('pick', 20, 0, 60), ...scans('pack', 20, 2 * HOUR, 60)])).toBeNull();
    expect(measurePace([...scans('pick', 60, 0, 60), ...scans('pack', 60, 3 * HOUR, 60)].map((scan) => ({ ...scan, undone: true })))).toBeNull();
  });
});

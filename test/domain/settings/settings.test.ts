import { describe, expect, test } from 'vitest';
import { decidePace, decidePolicy, decideSettings } from '../../../shared/domain/settings/decide-settings.ts';
import { settingsOf } from '../../../shared/domain/state/totals.ts';
import { HOUR, later, parseTimeOfDay, parseZone } from '../../../shared/lib/time.ts';
import { Floor, orderDocument, refusalOf } from '../../support/domain.ts';

describe('settings', () => {
  test('a later cut-off and a slower pace move the clocks of every open order, and of no ended one', () => {
    const floor = new Floor();
    const zone = parseZone('America/Chicago');
    const shipCutoff = parseTimeOfDay('17:30');
    if (!zone || !shipCutoff) throw new Error('fixture');
    floor.received(orderDocument('A', [{ quantity: 240 }], { acknowledgeBy: later(floor.now, 1000 * HOUR) }));
    floor.received(orderDocument('B', [{}]));
    floor.apply([{ kind: 'order.cancelled', body: { po: floor.order('B').po, documentId: null, reason: 'x', by: 'person' } }]);
    const ended = floor.order('B');
    floor.perform(decideSettings(floor.world, { zone, shipCutoff, orderOverheadMinutes: 0 }, floor.context()));
    const { shipBy, latestStart } = floor.order('A');
    expect(shipBy).toBe(Date.UTC(2026, 2, 6, 23, 30));
    expect(latestStart).toBe((shipBy ?? 0) - HOUR);
    floor.perform(decideSettings(floor.world, { paceEachesPerHour: 120 }, floor.context()));
    expect(floor.order('A').latestStart).toBe((shipBy ?? 0) - 2 * HOUR);
    expect(floor.order('B')).toEqual(ended);
  });

  test('are changed by supervisors only, with rules that can work, and never the fact of being set up', () => {
    const floor = new Floor();
    expect(refusalOf(decideSettings(floor.world, { siteName: 'X' }, floor.context('shipping'))).code).toBe('staff.refused.notAllowed');
    const rule = { id: 'r', kind: 'window-shorter-than-hours', value: 'soon', enabled: true } as const;
    expect(refusalOf(decideSettings(floor.world, { hotRules: [rule] }, floor.context())).code).toBe('orders.refused.badRule');
    expect(decideSettings(floor.world, { configured: true }, floor.context())).toMatchObject({ operations: [] });
    floor.perform(decidePolicy(floor.world, [], floor.context()));
    expect(settingsOf(floor.world).chargebackRules).toEqual([]);
  });

  test('a measured pace is taken over only when there is one', () => {
    const floor = new Floor();
    expect(decidePace(floor.world, [])).toMatchObject({ operations: [] });
    floor.apply([{ kind: 'pace.measured', body: { eachesPerHour: 300 } }]);
    expect(settingsOf(floor.world)).toMatchObject({ paceEachesPerHour: 300, paceMeasured: true });
  });
});

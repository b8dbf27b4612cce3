import { describe, expect, test } from 'vitest';
import { decideAssign } from '../../../shared/domain/staffing/decide-assign.ts';
import { decideSetup } from '../../../shared/domain/staffing/decide-setup.ts';
import { decideSignIn, LOCK_OUT, MAX_TRIES } from '../../../shared/domain/staffing/decide-sign-in.ts';
import { decideStaffPut, type StaffInput } from '../../../shared/domain/staffing/decide-staff.ts';
import { mayDo, requireRight, rights, type Act } from '../../../shared/domain/staffing/rights.ts';
import { defaultSettings } from '../../../shared/domain/settings/settings.ts';
import { settingsAt } from '../../../shared/domain/settings/station-settings.ts';
import { DAY, HOUR } from '../../../shared/lib/time.ts';
import { sayIn } from '../../../shared/messages/say-in.ts';
import { sayMessage } from '../../../shared/messages/say.ts';
import { Floor, orderDocument, refusalOf } from '../../support/domain.ts';

const person = (name: string, fields: Partial<StaffInput> = {}): StaffInput => ({ staffId: null, name, role: 'picker', badge: null, pinHash: 'hash', active: true, ...fields });
const put = (floor: Floor, input: StaffInput) => floor.perform(decideStaffPut(floor.world, input, floor.context()));

describe('rights', () => {
  test('grow from picker to shipping desk to supervisor, and every act has its words', () => {
    const floor = new Floor();
    for (const act of Object.keys(rights) as Act[]) {
      expect(mayDo('supervisor', act)).toBe(true);
      if (mayDo('picker', act)) expect(mayDo('shipping', act)).toBe(true);
      const refused = requireRight(floor.context('picker', 'Ana'), act, 'here');
      expect(refused === undefined).toBe(mayDo('picker', act));
      if (refused) for (const locale of ['en', 'es'] as const) expect(sayMessage(locale, { key: refused.refusal.code, params: refused.refusal.params })).not.toMatch(/do this|hacer esto/);
    }
  });
});

describe('staff', () => {
  test('a person needs a name, a PIN and a badge of their own', () => {
    const floor = new Floor();
    put(floor, person('Ana', { badge: 'B1' }));
    const refusal = (input: StaffInput) => refusalOf(decideStaffPut(floor.world, input, floor.context()));
    expect(refusal(person(' ')).code).toBe('staff.refused.nameMissing');
    expect(refusal(person('Ben', { pinHash: null })).code).toBe('staff.refused.pinMissing');
    expect(refusal(person('Ben', { badge: ' B1 ' }))).toMatchObject({ code: 'staff.refused.badgeTaken', params: { name: 'Ana' } });
    expect(refusal(person('Ben', { staffId: 'nobody' })).code).toBe('staff.refused.unknown');
    expect(refusalOf(decideStaffPut(floor.world, person('Ben'), floor.context('shipping'))).code).toBe('staff.refused.notAllowed');
  });

  test('the last active supervisor can be neither removed nor demoted', () => {
    const floor = new Floor();
    const first = put(floor, person('Sol', { role: 'supervisor' }));
    const change = (fields: Partial<StaffInput>) => decideStaffPut(floor.world, person('Sol', { staffId: first, pinHash: null, ...fields }), floor.context());
    expect(refusalOf(change({ role: 'picker' }))).toMatchObject({ code: 'staff.refused.lastSupervisor', hint: { key: 'staff.hint.lastSupervisor' } });
    expect(refusalOf(change({ role: 'supervisor', active: false })).code).toBe('staff.refused.lastSupervisor');
    floor.perform(change({ role: 'supervisor', badge: 'S1' }));
    put(floor, person('Luz', { role: 'supervisor' }));
    floor.perform(change({ role: 'picker' }));
    expect(floor.world.get('staff', { staffId: first })).toMatchObject({ role: 'picker', pinHash: 'hash' });
  });
});

describe('signing in', () => {
  const attempt = (floor: Floor, staffId: string, pinMatches: boolean) => decideSignIn(floor.world, { by: 'pin', staffId, pinMatches }, floor.context());

  test('by badge or PIN', () => {
    const floor = new Floor();
    const ana = put(floor, person('Ana', { badge: 'B1' }));
    expect(floor.perform(attempt(floor, ana, true))).toEqual({ signedIn: true, actor: { staffId: ana, name: 'Ana', role: 'picker' } });
    expect(floor.perform(decideSignIn(floor.world, { by: 'badge', badge: 'B1' }, floor.context()))).toMatchObject({ signedIn: true });
    expect(refusalOf(decideSignIn(floor.world, { by: 'badge', badge: 'B2' }, floor.context())).code).toBe('staff.refused.badgeUnknown');
    put(floor, person('Ana', { staffId: ana, badge: 'B1', active: false }));
    expect(refusalOf(decideSignIn(floor.world, { by: 'badge', badge: 'B1' }, floor.context())).code).toBe('staff.refused.badgeUnknown');
    expect(refusalOf(attempt(floor, ana, true)).code).toBe('staff.refused.unknown');
  });

  test('five wrong PINs lock the PIN for five minutes; then five tries again', () => {
    const floor = new Floor();
    const ana = put(floor, person('Ana', { badge: 'B1' }));
    for (let left = MAX_TRIES - 1; left > 0; left -= 1) expect(floor.perform(attempt(floor, ana, false))).toMatchObject({ signedIn: false, refusal: { code: 'staff.refused.wrongPin', params: { left } } });
    expect(floor.perform(attempt(floor, ana, false))).toMatchObject({ signedIn: false, refusal: { code: 'staff.refused.locked' } });
    floor.pass(LOCK_OUT / 2);
    const locked = refusalOf(attempt(floor, ana, true));
    expect(sayIn({ locale: 'en', zone: defaultSettings.zone }, { key: locked.code, params: locked.params })).toBe('Too many wrong PINs: Ana must wait 2 min.');
    expect(floor.perform(decideSignIn(floor.world, { by: 'badge', badge: 'B1' }, floor.context()))).toMatchObject({ signedIn: true });
    for (let tries = 0; tries < MAX_TRIES; tries += 1) floor.perform(attempt(floor, ana, false));
    floor.pass(LOCK_OUT);
    expect(floor.perform(attempt(floor, ana, false))).toMatchObject({ refusal: { code: 'staff.refused.wrongPin', params: { left: MAX_TRIES - 1 } } });
    expect(floor.perform(attempt(floor, ana, true))).toMatchObject({ signedIn: true });
    expect(floor.world.get('staff', { staffId: ana })).toMatchObject({ failedTries: 0, lockedUntil: null });
  });

  test.each([-365 * DAY, -HOUR, HOUR])('a clock that is set by %s ms after a lock-out keeps nobody out', (jump) => {
    const floor = new Floor();
    const ana = put(floor, person('Ana'));
    for (let tries = 0; tries < MAX_TRIES; tries += 1) floor.perform(attempt(floor, ana, false));
    floor.pass(jump);
    expect(floor.perform(attempt(floor, ana, false))).toMatchObject({ refusal: { code: 'staff.refused.wrongPin', params: { left: MAX_TRIES - 1 } } });
    expect(floor.perform(attempt(floor, ana, true))).toMatchObject({ signedIn: true });
  });
});

describe('assigning', () => {
  test('puts people who work here on an order, and takes them off', () => {
    const floor = new Floor();
    const ana = put(floor, person('Ana'));
    floor.received(orderDocument('A', [{}]));
    const assign = (staffIds: readonly string[]) => decideAssign(floor.world, { po: 'a', staffIds }, floor.context());
    floor.perform(assign([ana, ana]));
    expect(floor.order('A').assigned).toEqual([ana]);
    expect(assign([ana])).toMatchObject({ operations: [] });
    expect(refusalOf(assign(['ghost']))).toMatchObject({ code: 'staff.refused.notHere', where: 'PO A' });
    expect(refusalOf(decideAssign(floor.world, { po: 'B', staffIds: [] }, floor.context())).code).toBe('orders.refused.unknown');
    floor.perform(assign([]));
    expect(floor.order('A').assigned).toEqual([]);
  });
});

test('the first start sets the site up once', () => {
  const floor = new Floor();
  const input = { siteName: 'Dock 4', zone: defaultSettings.zone, stationName: 'Floor 1', stationUse: 'floor', locale: 'es', supervisorName: ' Sol ', pinHash: 'hash' } as const;
  const actor = floor.perform(decideSetup(floor.world, input, floor.context('picker')));
  expect(actor).toMatchObject({ name: 'Sol', role: 'supervisor' });
  expect(settingsAt(floor.world, floor.station)).toMatchObject({ configured: true, siteName: 'Dock 4', stationName: 'Floor 1', locale: 'es' });
  expect(settingsAt(floor.world, 'another')).toMatchObject({ configured: true, siteName: 'Dock 4', stationName: 'Station 1', locale: 'en' });
  expect(floor.world.get('staff', { staffId: actor.staffId })).toMatchObject({ name: 'Sol', active: true });
  expect(refusalOf(decideSetup(floor.world, input, floor.context())).code).toBe('staff.refused.alreadySetUp');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningCentral } from '../../central/start.ts';
import { instant, MINUTE, DAY, type Instant } from '../../shared/lib/time.ts';
import { postJson, startTestCentral, stockSet, TestStation, type Answer } from '../support/central.ts';

let clock = instant(1_780_000_000_000);
const now = (): Instant => clock;
const pass = (milliseconds: number): void => {
  clock = instant(clock + milliseconds);
};

let central: RunningCentral;
beforeAll(async () => {
  central = await startTestCentral({ now });
}, 120_000);
afterAll(() => central.close());

const admin = { 'x-hotdock': '1' };

async function enrolled(): Promise<TestStation> {
  const station = new TestStation(central.url);
  expect((await station.enrol(await central.code())).status).toBe(200);
  return station;
}

async function signIn(): Promise<Record<string, string>> {
  const password = await central.central.administrators.reset('admin', now());
  const { headers } = await postJson(`${central.url}/admin/login`, { name: 'admin', password }, admin);
  return { ...admin, cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
}

const revoke = (headers: Record<string, string>, station: TestStation): Promise<Answer<unknown>> =>
  postJson(`${central.url}/admin/sites/${station.site}/stations/${station.station}/revoke`, { reason: 'lost' }, headers);

describe('letting a station in', () => {
  test('a code works once, however it is typed', async () => {
    const code = await central.code();
    const first = await new TestStation(central.url).enrol(code.toLowerCase().replaceAll('-', ' '));
    const second = await new TestStation(central.url).enrol(code);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ stationNumber: 1, incarnation: 1, siteName: 'North' });
    expect(second.status).toBe(403);
    expect(second.body).toMatchObject({ type: 'urn:hotdock:problem:enrolment-code' });
  });

  test('a code is out of time after ten minutes', async () => {
    const code = await central.code();
    pass(10 * MINUTE + 1);
    expect((await new TestStation(central.url).enrol(code)).status).toBe(403);
  });

  test('two stations with one code at the same moment: one comes in', async () => {
    const code = await central.code();
    const answers = await Promise.all([0, 1, 2, 3].map(() => new TestStation(central.url).enrol(code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403]);
  });

  test('later stations join the site of their code with a number of their own; work of another site keeps a station out and its code open', async () => {
    const first = await enrolled();
    const second = new TestStation(central.url);
    const code = await central.code(first.site);
    expect((await second.enrol(code, 12)).body).toMatchObject({ type: 'urn:hotdock:problem:other-site' });
    const { body } = await second.enrol(code);
    expect(body).toMatchObject({ site: first.site, stationNumber: 2 });
  });

  test('a code for a new site does not open one that is there', async () => {
    const first = await enrolled();
    const again = new TestStation(central.url, { site: first.site });
    expect((await again.enrol(await central.code())).body).toMatchObject({ type: 'urn:hotdock:problem:other-site' });
  });

  test('a station that is paired again keeps its number and finds its history', async () => {
    const station = await enrolled();
    await station.push([station.next(stockSet('A', 1))]);
    const { body } = await station.enrol(await central.code(station.site));
    expect(body).toMatchObject({ stationNumber: 1, incarnation: 1 });
    expect((await station.pull(0)).body.have).toEqual({ incarnation: 1, stationSeq: 1 });
  });
});

describe('tokens', () => {
  test('an access token is good for a quarter of an hour and for its site only', async () => {
    const station = await enrolled();
    const stranger = await enrolled();
    expect((await station.pull(0)).status).toBe(200);
    const own = station.site;
    station.site = stranger.site;
    expect((await station.pull(0)).body).toMatchObject({ type: 'urn:hotdock:problem:other-site' });
    station.site = own;
    pass(15 * MINUTE + 1_000);
    expect((await station.pull(0)).status).toBe(401);
    expect((await station.refresh()).body).toMatchObject({ rights: 'full', expiresIn: 900 });
    expect((await station.pull(0)).status).toBe(200);
  });

  test('a lost answer is healed days later, and asking twice gives the same token', async () => {
    const station = await enrolled();
    const [lost, again] = [await station.refresh(station.refreshToken, false), await station.refresh(station.refreshToken, false)];
    expect(again.body.refreshToken).toBe(lost.body.refreshToken);
    pass(12 * DAY);
    expect((await station.refresh()).status).toBe(200);
    expect((await station.pull(0)).status).toBe(200);
  });

  test('an old token that comes back after its successor was used ends the family; pairing again heals it', async () => {
    const station = await enrolled();
    const old = station.refreshToken;
    await station.refresh();
    await station.pull(0);
    pass(11_000);
    expect((await station.refresh(old, false)).body).toMatchObject({ reason: 'reused' });
    expect((await station.refresh()).body).toMatchObject({ type: 'urn:hotdock:problem:unauthorised', reason: 'revoked' });
    expect((await station.enrol(await central.code(station.site))).status).toBe(200);
    expect((await station.refresh()).status).toBe(200);
  });

  test('within ten seconds two requests may cross', async () => {
    const station = await enrolled();
    const old = station.refreshToken;
    await station.refresh();
    await station.pull(0);
    pass(5_000);
    expect((await station.refresh(old, false)).status).toBe(200);
  });

  test('a refresh token without the device\'s key opens nothing and harms nobody', async () => {
    const station = await enrolled();
    const thief = await enrolled();
    const assertion = await thief.assertion(station.refreshToken);
    const { status } = await postJson(`${central.url}/v1/token`, { station: station.station, refreshToken: station.refreshToken, assertion, version: '0' });
    expect(status).toBe(401);
    expect((await station.refresh()).status).toBe(200);
  });

  test('a station whose clock is years off is let in', async () => {
    const station = await enrolled();
    const { status } = await postJson(`${central.url}/v1/token`, { station: station.station, refreshToken: station.refreshToken, assertion: await station.assertion(station.refreshToken, 0), version: '0' });
    expect(status).toBe(200);
  });

  test('thirty days away: pair again', async () => {
    const station = await enrolled();
    pass(31 * DAY);
    expect((await station.refresh()).body).toMatchObject({ reason: 'expired' });
  });

  test('without a token, with another\'s or a made-up one nothing is said', async () => {
    const station = await enrolled();
    for (const token of ['', 'x', `${station.accessToken}x`]) {
      station.accessToken = token;
      expect((await station.pull(0)).status).toBe(401);
      expect((await station.push([])).status).toBe(401);
    }
  });
});

describe('taking rights', () => {
  test('a revoked station may send, and what it sends is held aside; it may not fetch; paired again it offers it anew', async () => {
    const station = await enrolled();
    const headers = await signIn();
    await station.push([station.next(stockSet('A', 1))]);
    expect((await revoke(headers, station)).status).toBe(204);
    pass(2_000);
    const held = [station.next(stockSet('A', 2)), station.next(stockSet('A', 3))];
    const { status, body } = await station.push(held);
    expect(status).toBe(200);
    expect(body).toMatchObject({ results: [], have: { incarnation: 1, stationSeq: 3 } });
    expect((await station.pull(0)).body).toMatchObject({ type: 'urn:hotdock:problem:revoked' });
    expect((await station.refresh()).body).toMatchObject({ rights: 'push-only' });
    expect((await station.push([])).body.have.stationSeq).toBe(3);
    await station.enrol(await central.code(station.site));
    expect((await station.pull(0)).body.have.stationSeq).toBe(1);
    expect((await station.push(held)).body.results.map(({ verdict }) => verdict)).toEqual(['ok', 'ok']);
    const kinds = (await station.pull(0)).body.operations.map(({ op }) => op.kind);
    expect(kinds).toEqual(['station.enrolled', 'stock.set', 'station.revoked', 'operations.held', 'station.enrolled', 'stock.set', 'stock.set']);
  });

  test('the operations page needs a session, and its own header for every change', async () => {
    const station = await enrolled();
    const headers = await signIn();
    expect((await revoke({ ...admin }, station)).status).toBe(401);
    expect((await revoke({ cookie: headers['cookie'] ?? '' }, station)).status).toBe(401);
    expect((await postJson(`${central.url}/admin/logout`, {}, headers)).status).toBe(204);
    expect((await revoke(headers, station)).status).toBe(401);
  });

  test('a wrong password is refused', async () => {
    const answer = await postJson(`${central.url}/admin/login`, { name: 'admin', password: 'admin' }, admin);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('who did what is on record, without a secret', async () => {
    const code = await central.code();
    const station = new TestStation(central.url);
    await station.enrol(code);
    const rows = await central.central.audit.read(1_000, undefined);
    expect(rows.map(({ what }) => what)).toEqual(expect.arrayContaining(['station.enrolled', 'station.revoked', 'site.created', 'code.refused', 'token.reused', 'admin.login', 'admin.refused']));
    const text = JSON.stringify(rows);
    for (const secret of [code, station.accessToken, station.refreshToken]) expect(text).not.toContain(secret);
  });

  test('nothing that opens something is in the database as it is', async () => {
    const code = await central.code();
    const station = await enrolled();
    const { database } = central.central;
    const dump = JSON.stringify([
      await database.query('SELECT * FROM enrolment_code'), await database.query('SELECT * FROM device'), await database.query('SELECT * FROM administrator'), await database.query('SELECT * FROM admin_session'),
    ]);
    for (const secret of [code, code.replaceAll('-', ''), station.accessToken, station.refreshToken, station.refreshToken.split('.')[2] ?? '-']) expect(dump).not.toContain(secret);
  });
});

import { ORPCError } from '@orpc/client';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { keptScansIn } from '../../renderer/app/kept-scans.ts';
import { createScanDoor, useScans } from '../../renderer/app/scanning.ts';
import { setSession, useStationState } from '../../renderer/app/station.tsx';
import type { StationClient } from '../../renderer/bridge.ts';
import type { SoundEvent } from '../../renderer/ui/sounds.ts';
import type { Session } from '../../shared/contracts/views.ts';
import { staffId } from '../../shared/lib/ids.ts';

interface Asked {
  readonly code: string;
  readonly scanId: string;
  readonly by: string | null;
}

const sessionOf = (name: string | null): Session => ({
  person: name === null ? null : { staffId: staffId(name.toLowerCase()), name, role: 'picker' },
  station: 'S1',
  shell: 'browser',
});

beforeEach(() => {
  useScans.setState({ waiting: 0, stalled: false, held: [], recent: [], reply: undefined, answered: 0 });
  useStationState.setState({ session: undefined });
});

/** What the browser keeps for the page. */
function memoryStorage(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}

/** A station whose answers to scans are given one after the other. */
function doorTo(scan: (input: Asked) => Promise<unknown>, session = () => sessionOf(null), { storage = memoryStorage(), play = () => undefined }: { readonly storage?: Storage; readonly play?: (event: SoundEvent) => void } = {}) {
  const client = { floor: { scan }, session: { current: () => Promise.resolve(session()) } } as unknown as StationClient;
  return createScanDoor({ client: () => client, play, takeTask: () => undefined, follow: () => undefined, kept: keptScansIn(() => storage) });
}

it('a scan that the station cannot take is said so and does not hold up the next', async () => {
  const asked: string[] = [];
  const door = doorTo(({ code }) => {
    asked.push(code);
    return Promise.reject(new ORPCError('INTERNAL_SERVER_ERROR'));
  });
  door.scan('poison');
  door.scan('next');
  await vi.waitFor(() => expect(asked).toEqual(['poison', 'next']));
  await vi.waitFor(() => expect(useScans.getState().recent.map(({ words }) => words.key)).toEqual(['app.scan.failed', 'app.scan.failed']));
});

it('a scan whose answer was lost with the line is asked again under the same id', async () => {
  const ids: string[] = [];
  const door = doorTo(({ scanId }) => {
    ids.push(scanId);
    return Promise.reject(ids.length === 1 ? new Error('the line was closed') : new ORPCError('SIGNED_OUT'));
  });
  door.scan('0614141999996');
  await vi.waitFor(() => expect(ids).toHaveLength(2), { timeout: 3_000 });
  expect(ids[0]).toBe(ids[1]);
});

const accepted = { answer: { result: 'accepted', message: { key: 'app.connecting', params: {} }, expected: null, details: [], confirm: null, followUp: null }, task: null };
const badged = { ...accepted, answer: { ...accepted.answer, followUp: { kind: 'sign-in', badge: 'B7', staffId: 'luis' } } };

it('scans of somebody whom the station forgot wait for that person, are sent in order as theirs, and are nobody else\'s', async () => {
  let here: string | null = null;
  const saved: (readonly [string, string | null])[] = [];
  const door = doorTo(({ code, by }) => {
    if (by !== null && by !== here) return Promise.reject(new ORPCError('SIGNED_OUT'));
    saved.push([code, here]);
    return Promise.resolve(accepted);
  }, () => sessionOf(here));
  const signIn = (name: string): void => {
    here = name.toLowerCase();
    setSession({ ...sessionOf(name) });
    door.resume();
  };
  setSession(sessionOf('Luis'));
  door.scan('first');
  door.scan('second');
  await vi.waitFor(() => expect(useScans.getState().held.map(({ code }) => code)).toEqual(['first', 'second']));
  expect(useStationState.getState().session?.person).toBeNull();

  signIn('Marta');
  door.scan('hers');
  await vi.waitFor(() => expect(saved).toEqual([['hers', 'marta']]));
  expect(useScans.getState().held).toHaveLength(2);

  signIn('Luis');
  door.scan('third');
  await vi.waitFor(() => expect(saved.slice(1)).toEqual([['first', 'luis'], ['second', 'luis'], ['third', 'luis']]));
  expect(useScans.getState().held).toEqual([]);
  expect(useScans.getState().recent.map(({ detail }) => detail?.key)).toContain('app.scan.sentLater');
});

it('what is scanned behind a waiting badge is of the person whom the badge signs in', async () => {
  const asked: (readonly [string, string | null])[] = [];
  const door = doorTo(({ code, by }) => {
    asked.push([code, by]);
    return Promise.resolve(code.startsWith('HD:BADGE') ? badged : accepted);
  }, () => sessionOf('Luis'));
  setSession(sessionOf('Marta'));
  for (const code of ['hers', 'HD:BADGE:B7', 'his']) door.scan(code);
  await vi.waitFor(() => expect(asked).toEqual([['hers', 'marta'], ['HD:BADGE:B7', null], ['his', null]]));
});

it('what is held for a person is dropped by hand only', async () => {
  const door = doorTo(() => Promise.reject(new ORPCError('SIGNED_OUT')));
  setSession(sessionOf('Luis'));
  door.scan('one');
  await vi.waitFor(() => expect(useScans.getState().held).toHaveLength(1));
  door.discardHeld('luis');
  expect(useScans.getState().held).toEqual([]);
});

it('a scan that nobody answers is seen and heard to wait at once, and each one behind it; the answer ends that', async () => {
  let away = true;
  const heard: SoundEvent[] = [];
  const door = doorTo(() => (away ? Promise.reject(new Error('the line was closed')) : Promise.resolve(accepted)), undefined, { play: (event) => heard.push(event) });
  door.scan('one');
  await vi.waitFor(() => expect(useScans.getState()).toMatchObject({ stalled: true, waiting: 1 }));
  expect(heard).toEqual(['waits']);
  door.scan('two');
  expect(useScans.getState()).toMatchObject({ stalled: true, waiting: 2 });
  expect(heard).toEqual(['waits', 'waits']);
  away = false;
  await vi.waitFor(() => expect(useScans.getState()).toMatchObject({ stalled: false, waiting: 0 }), { timeout: 3_000 });
  expect(heard).toEqual(['waits', 'waits', 'accepted', 'accepted']);
});

it('what waits when the page is closed is sent by the next page under the same ids, in order, as its person\'s; what is nobody\'s is told', async () => {
  const storage = memoryStorage();
  const never = doorTo(() => new Promise(() => undefined), undefined, { storage });
  never.scan('nobody\'s');
  setSession(sessionOf('Luis'));
  for (const code of ['first', 'second']) never.scan(code);
  useScans.setState({ waiting: 0, recent: [] });

  const asked: Asked[] = [];
  const next = doorTo((input) => {
    asked.push(input);
    return Promise.resolve(accepted);
  }, undefined, { storage });
  next.restore();
  expect(useScans.getState().recent.map(({ code, words }) => [code, words.key])).toEqual([['nobody\'s', 'app.scan.lost']]);
  await vi.waitFor(() => expect(asked).toMatchObject([{ code: 'first', by: 'luis' }, { code: 'second', by: 'luis' }]));
  expect(new Set(asked.map(({ scanId }) => scanId)).size).toBe(2);
  await vi.waitFor(() => expect(keptScansIn(() => storage).all()).toEqual([]));
});

it('scans held for a person outlive the page; put away by hand they are gone', async () => {
  const storage = memoryStorage();
  const door = doorTo(() => Promise.reject(new ORPCError('SIGNED_OUT')), undefined, { storage });
  setSession(sessionOf('Luis'));
  door.scan('one');
  await vi.waitFor(() => expect(useScans.getState().held).toHaveLength(1));
  expect(keptScansIn(() => storage).all()).toMatchObject([{ code: 'one', by: { name: 'Luis' } }]);
  door.discardHeld('luis');
  expect(keptScansIn(() => storage).all()).toEqual([]);
});

it('a second press of Undo before the first one\'s answer has stood for a moment takes nothing back; the bar code does', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const answers: (() => void)[] = [];
  const door = doorTo(() => new Promise((resolve) => answers.push(() => resolve(accepted))));
  door.undo();
  door.undo();
  expect(useScans.getState().waiting).toBe(1);
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(400);
  door.undo();
  expect(useScans.getState().waiting).toBe(0);
  door.scan('HD:CMD:undo');
  expect(useScans.getState().waiting).toBe(1);
  answers[1]?.();
  await vi.advanceTimersByTimeAsync(200);
  door.undo();
  expect(useScans.getState().waiting).toBe(1);
});

it('a first half that counts nothing yet is no green tick to the eye and to the ear', async () => {
  const heard: SoundEvent[] = [];
  const half = { ...accepted, answer: { ...accepted.answer, message: { key: 'scanning.label.wanted', params: { sku: 'CG-200' } } } };
  const door = doorTo(() => Promise.resolve(half), undefined, { play: (event) => heard.push(event) });
  door.scan('half');
  await vi.waitFor(() => expect(useScans.getState().recent.map(({ outcome }) => outcome)).toEqual(['info']));
  expect(heard).toEqual(['info']);
});

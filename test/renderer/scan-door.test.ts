import { ORPCError } from '@orpc/client';
import { beforeEach, expect, it, vi } from 'vitest';
import { createScanDoor, useScans } from '../../renderer/app/scanning.ts';
import { setSession, useStationState } from '../../renderer/app/station.tsx';
import type { StationClient } from '../../renderer/bridge.ts';
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
  useScans.setState({ waiting: 0, held: [], recent: [], reply: undefined, answered: 0 });
  useStationState.setState({ session: undefined });
});

/** A station whose answers to scans are given one after the other. */
function doorTo(scan: (input: Asked) => Promise<unknown>, session = () => sessionOf(null)) {
  const client = { floor: { scan }, session: { current: () => Promise.resolve(session()) } } as unknown as StationClient;
  return createScanDoor({ client: () => client, play: () => undefined, takeTask: () => undefined, follow: () => undefined });
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

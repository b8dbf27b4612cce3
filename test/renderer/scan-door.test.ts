import { ORPCError } from '@orpc/client';
import { expect, it, vi } from 'vitest';
import { createScanDoor, useScans } from '../../renderer/app/scanning.ts';
import type { StationClient } from '../../renderer/bridge.ts';

/** A station whose answers to scans are given one after the other. */
function doorTo(scan: (input: { readonly code: string; readonly scanId: string }) => Promise<unknown>) {
  const client = { floor: { scan } } as unknown as StationClient;
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

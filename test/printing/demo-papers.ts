import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDemo } from '../../electron/station/demo/fill-demo.ts';
import { Station } from '../../electron/station/station.ts';
import { parseInstant, parseZone, type Instant } from '../../shared/lib/time.ts';

/** The demo warehouse at a Wednesday noon in Chicago: whoever prints there prints the same as everybody else. */
export async function demoStation(): Promise<{ readonly station: Station; readonly close: () => void }> {
  const data = mkdtempSync(join(tmpdir(), 'hotdock-papers-'));
  const now = parseInstant('2026-09-16T17:00:00Z') ?? (0 as Instant);
  const station = new Station({ data, clock: () => now, version: 'test' });
  station.enterDemo();
  await fillDemo(station, parseZone('America/Chicago'));
  return {
    station,
    close: () => {
      station.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

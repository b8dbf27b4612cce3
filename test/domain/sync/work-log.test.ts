import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WORK_LOG } from '../../../shared/domain/scanning/record.ts';
import type { OperationDraft } from '../../../shared/contracts/operations.ts';
import { poNumber, sku } from '../../../shared/lib/ids.ts';
import { codes, command, HOT, PLAIN } from '../scanning/floor.ts';
import { rowsOf, siteOf, type Station } from './site.ts';

/* The work log is kept for a station's last thousand operations, whatever history there was: at central, and so in its snapshots, too. */

const task = (po: string, bin: string | null): OperationDraft => ({ kind: 'task.set', body: { kind: 'pick', po: poNumber(po), shipmentId: null, sscc: null, location: bin as never, sku: null } });
const picked: OperationDraft = { kind: 'pick.confirmed', body: { po: poNumber(PLAIN), line: '1', sku: sku('MUG'), location: null, eaches: 1, code: codes.mugEach, keyed: false } };

/** One scan an operation, and operations between that are none. */
const work = fc.constantFrom<OperationDraft>(task(HOT, 'A-01-01'), task(HOT, null), task(PLAIN, 'A-01-02'), picked, { kind: 'scan.unknown', body: { code: 'x', task: null } });
const burst = fc.record({ at: fc.nat(1), drafts: fc.array(work, { minLength: 1, maxLength: 40 }), times: fc.integer({ min: 1, max: 60 }), sync: fc.constantFrom('push', 'pull', 'sync', 'none') });

function scansOf(world: Station['world'], station: string): readonly number[] {
  return world.find('scan', {}).filter((scan) => scan.station === station).map(({ stationSeq }) => stationSeq).sort((left, right) => left - right);
}

test('however much was scanned, the work log is as long as the last operations of each station, and the same everywhere', () => {
  fc.assert(
    fc.property(fc.array(burst, { minLength: 1, maxLength: 6 }), (bursts) => {
      const { site, stations } = siteOf('north', 'south');
      for (const { at, drafts, times, sync } of bursts) {
        const station = stations[at];
        if (!station) continue;
        for (let time = 0; time < times; time += 1) station.apply(drafts);
        if (sync !== 'none') station[sync](sync === 'sync' ? undefined : times);
      }
      for (const each of stations) each.push();
      for (const each of stations) each.pull();
      for (const each of stations) {
        expect(rowsOf(each.world)).toEqual(rowsOf(site.world));
        const own = site.log.filter(({ occurrence }) => occurrence.station === each.station).map(({ occurrence }) => occurrence.stationSeq);
        const newest = own.at(-1) ?? 0;
        const kept = scansOf(site.world, each.station);
        expect(kept.length).toBeLessThanOrEqual(WORK_LOG);
        expect(kept.filter((seq) => seq <= newest - WORK_LOG)).toEqual([]);
      }
      expect(rowsOf(site.refold())).toEqual(rowsOf(site.world));
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('a scan of the last thousand operations can be taken back, also when the work log has lost those before it', () => {
  const { stations: [station] } = siteOf('north');
  if (!station) throw new Error('north');
  station.apply([task(PLAIN, null)]);
  for (let at = 0; at < WORK_LOG + 200; at += 1) station.apply([picked]);
  const before = station.world.get('line', { po: poNumber(PLAIN), line: '1' })?.picked ?? 0;
  expect(scansOf(station.world, 'north')).toHaveLength(WORK_LOG);
  expect(station.scan(command.undo).result).toBe('accepted');
  expect(station.world.get('line', { po: poNumber(PLAIN), line: '1' })?.picked).toBe(before - 1);
});

test('of codes that nobody knows, so many are kept as somebody can look through', () => {
  const { stations: [station] } = siteOf('north');
  if (!station) throw new Error('north');
  for (let at = 0; at < 600; at += 1) {
    station.pass(1_000);
    station.apply([{ kind: 'scan.unknown', body: { code: `code-${at}`, task: null } }]);
  }
  const codesLeft = station.world.find('unknownCode', {}).map(({ code }) => code);
  expect(codesLeft).toHaveLength(500);
  expect(codesLeft).not.toContain('code-99');
  expect(codesLeft).toContain('code-100');
});

import { HOUR, MINUTE } from '../../lib/time.ts';
import type { Scan } from '../state/entities.ts';

/** A person who scans nothing for longer does something else: breaks, talks, other work. */
const IDLE = 10 * MINUTE;
/** Less than this says nothing about a site's pace. */
const MIN_SCANS = 30;
const MIN_WORK = 15 * MINUTE;

type Work = 'pick' | 'pack';
interface Sum {
  scans: number;
  eaches: number;
  milliseconds: number;
}

/**
 * Eaches an hour that one person both picks and packs, from confirmed scans. The time between two scans of a person is work of the later
 * one's kind; gaps of more than ten minutes are idle and count for nothing, and neither do scans that were taken back. Every each is
 * handled twice, so the hours an each needs are added. Null until there are enough scans of both kinds.
 */
export function measurePace(scans: readonly Pick<Scan, 'staffId' | 'at' | 'kind' | 'eaches' | 'undone' | 'code'>[]): number | null {
  const sums: Readonly<Record<Work, Sum>> = { pick: { scans: 0, eaches: 0, milliseconds: 0 }, pack: { scans: 0, eaches: 0, milliseconds: 0 } };
  const last = new Map<string, number>();
  // Goods moved from pallet to pallet bear no code: they were packed before.
  for (const scan of scans.filter(({ code }) => code !== '').sort((left, right) => left.at - right.at)) {
    const before = last.get(scan.staffId);
    last.set(scan.staffId, scan.at);
    if (before === undefined || scan.at - before > IDLE || scan.undone || (scan.kind !== 'pick' && scan.kind !== 'pack')) continue;
    const sum = sums[scan.kind];
    sum.scans += 1;
    sum.eaches += scan.eaches;
    sum.milliseconds += scan.at - before;
  }
  const { pick, pack } = sums;
  if (!isEnough(pick) || !isEnough(pack)) return null;
  return Math.max(1, Math.round(1 / (hoursAnEach(pick) + hoursAnEach(pack))));
}

const isEnough = ({ scans, eaches, milliseconds }: Sum): boolean => scans >= MIN_SCANS && eaches > 0 && milliseconds >= MIN_WORK;
const hoursAnEach = ({ eaches, milliseconds }: Sum): number => milliseconds / HOUR / eaches;

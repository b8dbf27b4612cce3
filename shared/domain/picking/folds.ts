import type { Folds } from '../folds.ts';
import { touch } from '../sync/act.ts';
import { movedBy, recordScan } from '../scanning/record.ts';
import { putLine } from '../state/totals.ts';
import { takeFromBin } from './bins.ts';

export const pickingFolds: Folds<'pick.confirmed' | 'pick.returned' | 'pick.short' | 'short.resolved' | 'goods.damaged'> = {
  'pick.confirmed': (world, { po, line, sku, location, eaches, code, part }, occurrence) => {
    const before = world.get('line', { po, line });
    if (!before) return;
    const taken = location === null ? 0 : takeFromBin(world, sku, location, eaches, occurrence);
    putLine(world, { ...before, picked: before.picked + eaches, workedBy: touch(before.workedBy, occurrence) });
    recordScan(world, occurrence, { kind: 'pick', code, po, line, sku, location, eaches, taken }, part);
  },

  'pick.returned': (world, { po, line, sku, location, eaches }, occurrence) => {
    const before = world.get('line', { po, line });
    if (!before) return;
    // Two stations may have put back the same goods: what was not picked cannot come back to the books.
    const back = Math.min(eaches, before.picked);
    takeFromBin(world, sku, location, -back, occurrence);
    putLine(world, { ...before, picked: before.picked - back, workedBy: touch(before.workedBy, occurrence) });
    recordScan(world, occurrence, { kind: 'return', code: location, po, line, sku, location, eaches: back, taken: -back });
  },

  'pick.short': (world, { po, line, sku, location, eaches }, occurrence) => {
    const before = world.get('line', { po, line });
    if (!before) return;
    putLine(world, { ...before, short: before.short + eaches });
    recordScan(world, occurrence, { kind: 'short', code: line, po, line, sku, location, eaches });
  },

  'goods.damaged': (world, { po, line, sku, location, code, part, ...goods }, occurrence) => {
    const before = world.get('line', { po, line });
    const { eaches } = movedBy(world, { ...goods, part }, occurrence);
    if (!before || eaches === 0) return;
    if (location !== null) {
      const taken = takeFromBin(world, sku, location, eaches, occurrence);
      return recordScan(world, occurrence, { kind: 'damage', code, po, line, sku, location, eaches, taken }, part);
    }
    // Two stations may have written off the same goods: what was not picked cannot come off the pick.
    const off = Math.min(eaches, before.picked);
    putLine(world, { ...before, picked: before.picked - off, workedBy: touch(before.workedBy, occurrence) });
    recordScan(world, occurrence, { kind: 'damage', code, po, line, sku, eaches: off }, part);
  },

  'short.resolved': (world, { po, line }) => {
    const before = world.get('line', { po, line });
    if (before && before.short > 0) putLine(world, { ...before, short: 0 });
  },
};

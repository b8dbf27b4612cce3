import Database from 'better-sqlite3';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { perSecond, timed } from './measure.ts';

export interface Row {
  readonly what: string;
  /** `-` where none was set. */
  readonly budget: string;
  readonly measured: string;
  /** Whether the budget was kept; null where there is none, or where the machine cannot show it. */
  readonly within: boolean | null;
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The machine that the numbers belong to: without it they say nothing. */
export function sayMachine(): void {
  const sqlite = String(new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get());
  say(`CPU ${cpus()[0]?.model ?? 'unknown'} x ${availableParallelism()}, load ${(loadavg()[0] ?? 0).toFixed(1)}, Node ${process.version}, SQLite ${sqlite}, fsync ${perSecond(fsyncRate())}`);
}

/** The table of docs/scale.md, so that a new measurement is pasted over the old one. */
export function sayRows(rows: readonly Row[]): void {
  const cells = [['what', 'budget', 'measured'], ...rows.map(({ what, budget, measured, within }) => [what, budget, within === false ? `${measured} **OVER**` : measured])];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  say('');
  for (const [index, row] of cells.entries()) {
    say(line(row));
    if (index === 0) say(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  }
}

export function fsyncRate(): number {
  const file = join(tmpdir(), `hotdock-bench-${process.pid}`);
  const handle = openSync(file, 'w');
  const block = Buffer.alloc(8192);
  const count = 2000;
  const took = timed(() => {
    for (let each = 0; each < count; each += 1) {
      writeSync(handle, block, 0, block.length, 0);
      fsyncSync(handle);
    }
  });
  closeSync(handle);
  rmSync(file);
  return count / (took / 1000);
}

import type { Order } from '../../../shared/domain/state/entities.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const ORDER_TOTALS = ['requested', 'accepted', 'rejected', 'picked', 'packed', 'shipped', 'shippedInWindow'] as const satisfies readonly (keyof Order)[];
const CLAIMS_NO_STOCK = ['shipped', 'cancelled', 'closed'];

/** Whatever met whatever: totals are the sums of their parts, and nothing is below nothing. Answers what is not so. */
export function bookFaults(world: Reader): readonly string[] {
  const faults: string[] = [];
  const same = (what: string, held: number, wanted: number): void => {
    if (held !== wanted) faults.push(`${what} is ${held} and should be ${wanted}`);
  };
  const notBelow = (what: string, value: number): void => {
    if (value < 0) faults.push(`${what} is ${value}`);
  };
  for (const order of world.find('order', {})) {
    const lines = world.find('line', { po: order.po });
    for (const line of lines) {
      const name = `${line.po} ${line.line}`;
      const contents = world.find('content', { po: line.po, line: line.line });
      same(`${name} packed, as what stands on units,`, line.packed, sum(contents.map(({ eaches }) => eaches)));
      const gone = contents.filter(({ sscc }) => world.get('unit', { sscc })?.state === 'departed');
      same(`${name} shipped, as what stands on units that left,`, line.shipped, sum(gone.map(({ eaches }) => eaches)));
      for (const field of ['picked', 'packed', 'shipped', 'short', 'accepted'] as const) notBelow(`${name} ${field}`, line[field]);
    }
    for (const field of ORDER_TOTALS) same(`${order.po} ${field}, as the sum of its lines,`, order[field], sum(lines.map((line) => line[field])));
  }
  for (const { sku, boxed, allocated } of world.find('stock', {})) {
    same(`${sku} boxed, as the sum of its bins,`, boxed, sum(world.find('bin', { sku }).map((bin) => bin.boxed)));
    const claims = world.find('line', { sku }).filter(({ po }) => !CLAIMS_NO_STOCK.includes(world.get('order', { po })?.state ?? ''));
    same(`${sku} allocated, as what is accepted and not picked,`, allocated, sum(claims.map(({ accepted, picked }) => Math.max(0, accepted - picked))));
    notBelow(`${sku} boxed`, boxed);
  }
  for (const { sscc, state, eaches } of world.find('unit', {})) {
    same(`unit ${sscc}, as the sum of its contents and of the cartons on it,`, eaches, sum(world.find('content', { sscc }).map((content) => content.eaches)) + sum(world.find('unit', { parent: sscc }).map((carton) => carton.eaches)));
    if (state === 'voided') same(`unit ${sscc}, which is given up,`, eaches, 0);
  }
  return faults;
}

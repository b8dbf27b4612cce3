import { partsOf } from '../../../shared/domain/handling-units/traces.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';

const sum = (rows: readonly { readonly eaches: number }[]): number => rows.reduce((total, { eaches }) => total + eaches, 0);

/**
 * What does not add up between what stands on units and its lots and serial numbers. `exactly`: every eaches of a product that needs them
 * has them. `at most`: some were packed before it needed them, or by a station that does not know them.
 */
export function traceFaults(world: Reader, strict: 'exactly' | 'at most' = 'exactly'): readonly string[] {
  const faults: string[] = [];
  const fault = (what: string): void => void faults.push(what);
  for (const content of world.find('content', {})) {
    const { sscc, po, line, sku, eaches } = content;
    const name = `${sscc} line ${line}`;
    const needs = world.get('product', { sku })?.needs ?? null;
    const lots = world.find('lot', { sscc, po, line });
    const serials = world.find('serial', { sscc, po, line });
    const check = (what: string, held: number, needed: boolean): void => {
      if (held > eaches || (strict === 'exactly' && needed && held !== eaches)) fault(`${name} has ${held} in ${what} of ${eaches} eaches`);
    };
    check('lots', sum(lots), needs !== null && (needs.lot || needs.expiry));
    check('serial numbers', serials.length, needs?.serial === true);
    if (needs === null && (lots.length > 0 || serials.length > 0)) fault(`${name} has a lot or serial number that it does not need`);
    if (lots.some((lot) => lot.eaches <= 0)) fault(`${name} has a lot of nothing`);
    if (sum(partsOf(world, content)) !== eaches) fault(`the parts of ${name} are not its eaches`);
  }
  for (const { sscc, po, line } of [...world.find('lot', {}), ...world.find('serial', {})]) {
    if (!world.get('content', { sscc, po, line })) fault(`${sscc} line ${line} has a lot or serial number of nothing`);
  }
  return faults;
}

import { parseAmount } from '../lib/money.ts';

/** An amount per each times the eaches in a unit, exactly: `0.335` x 24 = `8.04`. The amount must be a plain decimal. */
export function perUnit(amount: string, unitSize: number): string {
  const plain = parseAmount(amount);
  if (plain === undefined || !Number.isSafeInteger(unitSize) || unitSize < 1) throw new Error(`not a cost: ${amount} x ${unitSize}`);
  if (unitSize === 1) return plain;
  const [whole = '0', fraction = ''] = plain.split('.');
  const digits = (BigInt(whole + fraction) * BigInt(unitSize)).toString().padStart(fraction.length + 1, '0');
  const cut = digits.length - fraction.length;
  const rest = digits.slice(cut).replace(/0+$/, '');
  return rest === '' ? digits.slice(0, cut) : `${digits.slice(0, cut)}.${rest}`;
}

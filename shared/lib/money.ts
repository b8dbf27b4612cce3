/** An amount in the currency's minor unit (cents for USD, yen for JPY). Always an integer. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** A cost of one each, kept exactly as the document wrote it: prices can have more digits than money has. */
export interface UnitCost {
  readonly amount: string;
  readonly currency: string;
}

/** ISO 4217 minor-unit digits where they are not two. */
const MINOR_DIGITS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, CLP: 0, VND: 0, BHD: 3, KWD: 3, OMR: 3, TND: 3, JOD: 3 };

export const minorDigits = (currency: string): number => MINOR_DIGITS[currency] ?? 2;

const DECIMAL = /^(\d{1,12})(?:\.(\d{1,6}))?$/;

/** Reads a plain decimal (number or text, as Amazon writes both). Undefined when it is negative or not a decimal. */
export function parseAmount(value: string | number): string | undefined {
  const text = typeof value === 'number' ? decimalText(value) : value.trim();
  return DECIMAL.test(text) ? text : undefined;
}

function decimalText(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toFixed(6))) : '';
}

/** `quantity` eaches at `cost` each, rounded half up to the minor unit, computed without floating point. */
export function extend(cost: UnitCost, quantity: number): Money {
  return { minor: scaled(cost.amount, quantity, minorDigits(cost.currency), 1n), currency: cost.currency };
}

/** `percent` (two decimals at most) of an amount, rounded half up to the minor unit. */
export function percentOf(money: Money, percent: number): Money {
  const hundredths = BigInt(Math.round(percent * 100));
  const product = BigInt(money.minor) * hundredths;
  return { minor: Number((product + 5_000n) / 10_000n), currency: money.currency };
}

export function addMoney(left: Money, right: Money): Money {
  if (left.currency !== right.currency) throw new Error(`cannot add ${left.currency} to ${right.currency}`);
  return { minor: left.minor + right.minor, currency: left.currency };
}

/** An amount in plain words for a person or a message: `150.00 USD`. */
export function moneyText({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const cut = text.length - digits;
  return `${minor < 0 ? '-' : ''}${text.slice(0, cut)}${digits === 0 ? '' : `.${text.slice(cut)}`} ${currency}`;
}

export const noMoney = (currency: string): Money => ({ minor: 0, currency });

/** A unit cost divided by a case size, to six decimals: Amazon may price a case where the line is counted in eaches. */
export function perEach(amount: string, unitSize: number): string {
  const micro = BigInt(scaled(amount, 1, 6, BigInt(unitSize)));
  const whole = micro / 1_000_000n;
  const fraction = (micro % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '');
  return fraction === '' ? whole.toString() : `${whole}.${fraction}`;
}

function scaled(amount: string, quantity: number, digits: number, divisor: bigint): number {
  const shape = DECIMAL.exec(amount);
  if (!shape) throw new Error(`not a decimal amount: ${amount}`);
  const fraction = shape[2] ?? '';
  const value = BigInt(`${shape[1]}${fraction}`) * BigInt(quantity) * 10n ** BigInt(digits);
  const by = 10n ** BigInt(fraction.length) * divisor;
  return Number((value * 2n + by) / (by * 2n));
}

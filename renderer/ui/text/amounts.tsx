import type { Money } from '../../../shared/lib/money.ts';
import type { Instant } from '../../../shared/lib/time.ts';
import { toIso } from '../../../shared/lib/time.ts';
import { useText, type Words } from '../i18n.tsx';

/** How a quantity is counted: eaches, or cases of a known size. */
export type CountUnit = { readonly kind: 'eaches' } | { readonly kind: 'cases'; readonly size: number };

export const eaches: CountUnit = { kind: 'eaches' };
export const casesOf = (size: number): CountUnit => ({ kind: 'cases', size });

/** "480 eaches", "20 cases of 24". `value` counts in `unit`. */
export function quantityText({ t }: Words, value: number, unit: CountUnit): string {
  return unit.kind === 'eaches' ? t('common.quantity.eaches', { count: value }) : t('common.quantity.cases', { count: value, size: unit.size });
}

/** The unit alone, beside a big number: "eaches", "cases of 24". */
export function unitText({ t }: Words, value: number, unit: CountUnit): string {
  return unit.kind === 'eaches' ? t('common.unit.eaches', { count: value }) : t('common.unit.cases', { count: value, size: unit.size });
}

export function QuantityText({ value, unit }: { value: number; unit: CountUnit }) {
  return <>{quantityText(useText(), value, unit)}</>;
}

export function MoneyText({ money, signed = false }: { money: Money; signed?: boolean }) {
  return <>{useText().format.money(money, { signed })}</>;
}

export interface MomentTextProps {
  readonly at: Instant;
  readonly show?: 'time' | 'date' | 'dateTime';
  /** Adds the zone's short name: for deadlines that other places read too. */
  readonly zone?: boolean;
}

/** A moment in the site's zone. */
export function MomentText({ at, show = 'time', zone = false }: MomentTextProps) {
  const { format } = useText();
  return (
    <time dateTime={toIso(at)}>
      {format[show](at)}
      {zone && ` ${format.zoneName(at)}`}
    </time>
  );
}

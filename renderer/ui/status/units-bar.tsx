import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { BarLegend, BarTrack } from './bar.tsx';

/** Totals in eaches: shipped ≤ packed ≤ picked ≤ accepted ≤ requested. */
export interface UnitsOfOrder {
  readonly requested: number;
  readonly accepted: number;
  readonly rejected?: number | undefined;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
}

export interface UnitsBarProps {
  readonly units: UnitsOfOrder;
  /** `row`: bar and the furthest step in words; `card`: bar with every number. */
  readonly size?: 'row' | 'card' | undefined;
}

const steps = ['shipped', 'packed', 'picked', 'accepted'] as const;

/** How far an order's units have come, from asked for to gone. */
export function UnitsBar({ units, size = 'row' }: UnitsBarProps) {
  const { t, format } = useText();
  const { requested, accepted, rejected = 0, picked, packed, shipped } = units;
  const parts = [
    { kind: 'shipped', value: shipped },
    { kind: 'packed', value: packed - shipped },
    { kind: 'picked', value: picked - packed },
    { kind: 'accepted', value: accepted - picked },
    { kind: 'rejected', value: rejected },
  ];
  const furthest = steps.find((step) => units[step] > 0);
  const all = t('common.units.all', { requested, accepted, rejected, picked, packed, shipped });
  return (
    <div aria-label={all} className={classes('bar', size === 'card' && 'bar--card')} role="img">
      <BarTrack parts={parts} total={requested} />
      {size === 'row' ? (
        <span className="bar__row-label">
          {furthest ? t(`common.units.${furthest}Of`, { count: units[furthest], total: requested }) : t('common.units.open', { total: requested })}
        </span>
      ) : (
        <BarLegend
          items={(['requested', 'accepted', 'picked', 'packed', 'shipped'] as const).map((kind) => ({
            kind,
            value: units[kind],
            words: (
              <>
                <span className="bar__number">{format.number(units[kind])}</span> {t(`common.units.${kind}`)}
              </>
            ),
          }))}
        />
      )}
    </div>
  );
}

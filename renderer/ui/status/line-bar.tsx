import { useText } from '../i18n.tsx';
import { BarLegend, BarTrack } from './bar.tsx';
import { classes } from '../defined.ts';

export interface LineBarProps {
  /** All in eaches. */
  readonly requested: number;
  readonly boxed: number;
  /** Of the boxed: promised to accepted orders that have not shipped. */
  readonly allocated: number;
  /** Of the boxed: kept back; hot orders may use it. */
  readonly safety: number;
  readonly safetyUsable: boolean;
  /** Leaves out the row of numbers where a table has them in columns. */
  readonly compact?: boolean | undefined;
}

/** What is asked for over what is boxed, on one scale: where the upper bar turns to red stripes, boxed stock ends. */
export function LineBar({ requested, boxed, allocated, safety, safetyUsable, compact = false }: LineBarProps) {
  const { t, format } = useText();
  const unallocated = Math.max(0, boxed - allocated);
  const keptBack = Math.min(safety, unallocated);
  const free = unallocated - keptBack;
  const fromFree = Math.min(requested, free);
  const fromSafety = safetyUsable ? Math.min(requested - fromFree, keptBack) : 0;
  const short = requested - fromFree - fromSafety;
  const scale = Math.max(requested, boxed, 1);
  const safetyKind = safetyUsable ? 'safety' : 'safety-barred';
  const items = [
    { kind: 'free', value: free, words: 'common.stock.free' },
    { kind: safetyKind, value: keptBack, words: safetyUsable ? 'common.stock.safety' : 'common.stock.safetyBarred' },
    { kind: 'allocated', value: boxed - unallocated, words: 'common.stock.allocated' },
    { kind: 'short', value: short, words: 'common.stock.short' },
  ] as const;
  return (
    <div
      aria-label={t('common.stock.all', { requested, boxed, free, safety: keptBack, allocated: boxed - unallocated, short })}
      className={classes('bar')}
      role="img"
    >
      <div className="bar__row">
        <span className="bar__row-label">{t('common.stock.requested')}</span>
        <BarTrack
          background={false}
          parts={[
            { kind: 'free', value: fromFree },
            { kind: 'safety', value: fromSafety },
            { kind: 'short', value: short },
          ]}
          total={scale}
        />
      </div>
      <div className="bar__row">
        <span className="bar__row-label">{t('common.stock.boxed')}</span>
        <BarTrack
          parts={[
            { kind: 'free', value: free },
            { kind: safetyKind, value: keptBack },
            { kind: 'allocated', value: boxed - unallocated },
          ]}
          total={scale}
        />
      </div>
      {!compact && (
        <BarLegend
          items={items.map(({ kind, value, words }) => ({
            kind,
            value,
            words: (
              <>
                <span className="bar__number">{format.number(value)}</span> {t(words)}
              </>
            ),
          }))}
        />
      )}
    </div>
  );
}

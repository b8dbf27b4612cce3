import { useId } from 'react';
import type { FillRateGroup } from '../../../shared/domain/metrics/fill-rate.ts';
import { formatShare, noShare, type Share } from '../../../shared/domain/metrics/share.ts';
import type { MetricsView } from '../../../shared/domain/metrics/view.ts';
import { addDays, daysBetween, parseCalendarDate, weekOf } from '../../../shared/lib/time.ts';
import { useText, type Words } from '../../ui/i18n.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { useWidth } from '../../ui/use-width.ts';

/** More days than this are drawn as weeks: a bar must be wide enough to see. */
const MOST_DAY_BARS = 62;
const HEIGHT = 200;
const TOP = 12;
const FOOT = 28;
const AXIS = 52;
const LABEL_WIDTH = 92;
const GRID = [0, 0.5, 1] as const;

const ratio = ({ numerator, denominator }: Share): number => (denominator === 0 ? 0 : Math.min(1, numerator / denominator));

interface Bar extends FillRateGroup {
  readonly label: string;
}

/** The fill rate as bars over time: settled orders solid, open ones hatched. Drawn for the eye; the table below holds the same. */
export function TrendChart({ view }: { readonly view: MetricsView }) {
  const words = useText();
  const { t, locale } = words;
  const id = useId();
  const { ref, width } = useWidth<HTMLDivElement>();
  const weekly = daysBetween(view.from, view.to) + 1 > MOST_DAY_BARS;
  const bars = weekly ? weekBars(view, words) : view.trend.map((group): Bar => ({ ...group, label: dayText(group.key, words) }));
  const settled = bars.filter(({ denominator }) => denominator > 0).sort((left, right) => ratio(left) - ratio(right));
  const extreme = (share: Share | undefined): string => formatShare(share ?? noShare, locale);
  const plot = Math.max(0, width - AXIS);
  const slot = plot / Math.max(1, bars.length);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / Math.max(1, slot)));
  const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP);
  return (
    <Card title={t('metricsScreen.chart', { by: weekly ? 'week' : 'day' })}>
      <div className="metrics-chart" ref={ref}>
        {width > 0 && (
          <svg aria-label={t('metricsScreen.chart.words', { settled: settled.length, lowest: extreme(settled[0]), highest: extreme(settled.at(-1)) })} height={HEIGHT + FOOT} role="img" width={width}>
            <defs>
              <pattern height={6} id={`${id}-open`} patternTransform="rotate(45)" patternUnits="userSpaceOnUse" width={6}>
                <rect className="metrics-chart__hatch" height={6} width={2} />
              </pattern>
            </defs>
            {GRID.map((share) => (
              <g key={share}>
                <line className="metrics-chart__line" x1={AXIS} x2={width} y1={y(share)} y2={y(share)} />
                <text className="metrics-chart__text" textAnchor="end" x={AXIS - 8} y={y(share) + 5}>
                  {words.format.percent(share, 0)}
                </text>
              </g>
            ))}
            {bars.map((bar, index) => (
              <BarShape bar={bar} fill={`url(#${id}-open)`} key={bar.key} slot={slot} x={AXIS + index * slot} y={y} />
            ))}
            {bars.map((bar, index) =>
              index % every === 0 && AXIS + index * slot + LABEL_WIDTH <= width ? (
                <text className="metrics-chart__text" key={bar.key} x={AXIS + index * slot} y={HEIGHT + 20}>
                  {bar.label}
                </text>
              ) : null,
            )}
          </svg>
        )}
      </div>
      <div aria-hidden className="metrics-legend">
        <span className="metrics-legend__item metrics-legend__item--full">{t('metricsScreen.chart.full')}</span>
        <span className="metrics-legend__item metrics-legend__item--settled">{t('metricsScreen.chart.settled')}</span>
        <span className="metrics-legend__item metrics-legend__item--open">{t('metricsScreen.chart.open')}</span>
      </div>
    </Card>
  );
}

const LEAST = 3;

/** One day or week. Nothing settled and something open: hatched to where it is now, outlined to the full. */
function BarShape({ bar, x, y, slot, fill }: { readonly bar: Bar; readonly x: number; readonly y: (share: number) => number; readonly slot: number; readonly fill: string }) {
  const { t, locale } = useText();
  const width = Math.max(2, Math.min(40, slot * 0.72));
  if (bar.denominator === 0 && bar.open.denominator === 0) return null;
  const open = bar.denominator === 0;
  const share = open ? bar.open : bar;
  const top = Math.min(y(ratio(share)), y(0) - LEAST);
  const full = !open && share.numerator >= share.denominator;
  return (
    <g>
      <title>{open ? t('metricsScreen.chart.barOpen', { label: bar.label, ...bar.open }) : t('metricsScreen.chart.bar', { label: bar.label, share: formatShare(bar, locale), numerator: bar.numerator, denominator: bar.denominator })}</title>
      {open && <rect className="metrics-chart__outline" height={y(0) - y(1)} width={width} x={x} y={y(1)} />}
      <rect className={open ? undefined : full ? 'metrics-chart__bar metrics-chart__bar--full' : 'metrics-chart__bar'} fill={open ? fill : undefined} height={y(0) - top} rx={2} width={width} x={x} y={top} />
    </g>
  );
}

const dayText = (key: string, { format }: Words): string => {
  const day = parseCalendarDate(key);
  return day ? format.day(day) : key;
};

/** Every week of the period, also those without an HPO. */
function weekBars({ from, to, fillRate }: MetricsView, words: Words): readonly Bar[] {
  const known = new Map(fillRate.byWeek.map((group) => [group.key, group]));
  const bars: Bar[] = [];
  for (let week = weekOf(from); week <= to; week = addDays(week, 7)) {
    bars.push({ ...(known.get(week) ?? { key: week, ...noShare, pos: [], open: noShare, openPos: [] }), label: words.format.day(week) });
  }
  return bars;
}

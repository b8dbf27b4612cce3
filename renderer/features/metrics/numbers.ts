import type { MetricsView } from '../../../shared/domain/metrics/view.ts';
import { formatShare, type Share } from '../../../shared/domain/metrics/share.ts';
import { moneyText } from '../../../shared/lib/money.ts';
import type { Words } from '../../ui/i18n.tsx';
import type { StatProps } from '../../ui/status/stat.tsx';

/** The five numbers, in their order, by the name in their address. */
export const numberNames = ['fillRate', 'acknowledged', 'onTime', 'takenBack', 'openHot'] as const;
export type NumberName = (typeof numberNames)[number];

export const isNumberName = (text: string): text is NumberName => numberNames.some((name) => name === text);

type Number = Pick<StatProps, 'label' | 'value' | 'trend' | 'note'>;

interface Comparison {
  readonly now: MetricsView;
  /** The same for the days before; undefined while it is asked. */
  readonly before: MetricsView | undefined;
  readonly days: number;
}

/** A number in words, with how it moved against the days before. */
export function numberOf(name: NumberName, { now, before, days }: Comparison, words: Words): Number {
  const { t, tell, format, locale } = words;
  const shareTrend = (share: Share, earlier: Share | undefined): StatProps['trend'] => earlier && trendOfShares(share, earlier, days, words);
  switch (name) {
    case 'fillRate': {
      const { settled } = now.fillRate;
      return {
        label: t('metrics.fillRate'),
        value: formatShare(settled, locale),
        trend: shareTrend(settled, before?.fillRate.settled),
        note: settled.denominator === 0 ? t('metrics.fillRate.none') : t('metrics.fillRate.units', { ...settled }),
      };
    }
    case 'acknowledged': {
      const { numerator, denominator, hours } = now.acknowledged;
      return {
        label: t('metrics.acknowledged', { hours }),
        value: formatShare(now.acknowledged, locale),
        trend: shareTrend(now.acknowledged, before?.acknowledged),
        note: t('metrics.acknowledged.orders', { numerator, denominator }),
      };
    }
    case 'onTime': {
      const { numerator, denominator } = now.onTime;
      return { label: t('metrics.onTime'), value: formatShare(now.onTime, locale), trend: shareTrend(now.onTime, before?.onTime), note: t('metrics.onTime.units', { numerator, denominator }) };
    }
    case 'takenBack': {
      const { cost } = now.takenBack;
      return {
        label: t('metrics.takenBack'),
        value: format.number(takenUnits(now)),
        trend: before && trendOfCounts(takenUnits(now), takenUnits(before), days, words),
        note: cost === null ? t('metrics.takenBack.units', partsOf(now)) : tell({ key: 'metrics.takenBack.cost', params: { costMoney: moneyText(cost) } }),
      };
    }
    case 'openHot': {
      const { open, atRisk, overdue } = now.openHot;
      return { label: t('metrics.openHot'), value: format.number(open.length), note: t('metrics.openHot.risk', { atRisk: atRisk.length, overdue: overdue.length }), trend: undefined };
    }
  }
}

const takenUnits = ({ takenBack }: MetricsView): number => takenBack.downConfirmed + takenBack.cancelled;
const partsOf = ({ takenBack: { downConfirmed, cancelled } }: MetricsView) => ({ downConfirmed, cancelled });

/** The least difference that one decimal shows. */
const LEAST = 0.1;

/** Shares are compared by exact cross product, so that a difference too small to show still reads up or down. */
function trendOfShares(now: Share, earlier: Share, days: number, { t, format }: Words): StatProps['trend'] {
  if (now.denominator === 0 || earlier.denominator === 0) return undefined;
  const difference = BigInt(now.numerator) * BigInt(earlier.denominator) - BigInt(earlier.numerator) * BigInt(now.denominator);
  const direction = difference > 0n ? 'up' : difference < 0n ? 'down' : 'level';
  const points = Math.abs(Number((difference * 1000n) / (BigInt(now.denominator) * BigInt(earlier.denominator))) / 10);
  return { direction, words: t('metricsScreen.trend', { direction, points: points < LEAST ? `<${format.number(LEAST, 1)}` : format.number(points, 1), days }), tone: direction === 'up' ? 'good' : direction === 'down' ? 'bad' : 'quiet' };
}

/** Of these, fewer is better. */
function trendOfCounts(now: number, earlier: number, days: number, { t }: Words): StatProps['trend'] {
  if (now === 0 && earlier === 0) return undefined;
  const direction = now > earlier ? 'up' : now < earlier ? 'down' : 'level';
  return { direction, words: t('metricsScreen.trend.count', { direction, count: Math.abs(now - earlier), days }), tone: direction === 'up' ? 'bad' : direction === 'down' ? 'good' : 'quiet' };
}

import type { FillRateGroup } from '../../../../shared/domain/metrics/fill-rate.ts';
import { formatShare, type Share } from '../../../../shared/domain/metrics/share.ts';
import type { MetricsView } from '../../../../shared/domain/metrics/view.ts';
import { durationText } from '../../../../shared/lib/duration-text.ts';
import { moneyText } from '../../../../shared/lib/money.ts';
import type { CalendarDate } from '../../../../shared/lib/time.ts';
import { message } from '../../../../shared/messages/say.ts';
import { atDesk } from '../desk.ts';
import { UsageError } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { amountJson } from '../json.ts';
import { table } from '../table.ts';
import { iso, type Words } from '../words.ts';

export interface MetricsOptions {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** The five numbers of a period, each with what it was divided from. */
export async function metricsCommand(globals: Globals, { from, to }: MetricsOptions): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    if (from !== undefined && to !== undefined && to < from) throw new UsageError(message('cli.usage.period'), `--from ${from} --to ${to}`);
    const view = await client.metrics.view({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
    return { json: metricsJson(view), lines: metricsLines(words, view) };
  });
}

/** A share with its rate from 0 to 1; null where nothing was to be done. */
const shareJson = ({ numerator, denominator }: Share) => ({ numerator, denominator, rate: denominator === 0 ? null : numerator / denominator });

const groupJson = ({ key, pos, open, openPos, ...share }: FillRateGroup) => ({ key, ...shareJson(share), pos, open: shareJson(open), openPos });

const metricsJson = ({ from, to, now, fillRate, acknowledged, onTime, takenBack, incurred, openHot }: MetricsView) => ({
  from,
  to,
  now: iso(now),
  fillRate: {
    ...shareJson(fillRate.settled),
    open: shareJson(fillRate.open),
    orders: fillRate.orders.map(({ po, day, state, open, ...share }) => ({ po, day, state, open, ...shareJson(share) })),
    byDay: fillRate.byDay.map(groupJson),
    byWeek: fillRate.byWeek.map(groupJson),
    byAsin: fillRate.byAsin.map(groupJson),
  },
  acknowledged: { ...shareJson(acknowledged), hours: acknowledged.hours, medianMinutes: acknowledged.medianMs === null ? null : Math.round(acknowledged.medianMs / 60_000), late: acknowledged.late },
  onTime: shareJson(onTime),
  takenBack: { ...takenBack, cost: amountJson(takenBack.cost) },
  incurred: amountJson(incurred),
  openHot,
});

function metricsLines(words: Words, view: MetricsView): string[] {
  const share = (of: Share): string => `${formatShare(of, words.audience.locale)} (${words.count(of.numerator)}/${words.count(of.denominator)})`;
  const { fillRate, acknowledged, onTime, takenBack, incurred, openHot } = view;
  return [
    words.text('cli.metrics.period', { fromDay: view.from, toDay: view.to }),
    words.text('cli.metrics.fillRate', { share: share(fillRate.settled), open: share(fillRate.open) }),
    words.text('cli.metrics.acknowledged', { share: share(acknowledged), hours: acknowledged.hours, median: acknowledged.medianMs === null ? '–' : durationText(acknowledged.medianMs) }),
    words.text('cli.metrics.onTime', { share: share(onTime) }),
    words.text('cli.metrics.takenBack', { units: takenBack.downConfirmed + takenBack.cancelled, costMoney: takenBack.cost === null ? '–' : moneyText(takenBack.cost) }),
    words.text('cli.metrics.incurred', { costMoney: incurred === null ? '–' : moneyText(incurred) }),
    words.text('cli.metrics.open', { open: openHot.open.length, atRisk: openHot.atRisk.length, overdue: openHot.overdue.length }),
    ...table(fillRate.byDay, [
      { title: words.text('cli.column.day'), value: ({ key }) => key },
      { title: words.text('cli.column.fillRate'), value: share, right: true },
      { title: words.text('cli.column.open'), value: ({ openPos }) => words.count(openPos.length), right: true },
    ]),
  ];
}

import { BarChart3 } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { dateIn, MINUTE } from '../../../shared/lib/time.ts';
import type { Subject } from '../../../shared/contracts/views.ts';
import type { MetricsView } from '../../../shared/domain/metrics/view.ts';
import { useAnswer } from '../../app/station.tsx';
import { refusalOf } from '../../bridge.ts';
import { useText } from '../../ui/i18n.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Page, PageHeader, Toolbar } from '../../ui/layout/page.tsx';
import { Split } from '../../ui/layout/split.tsx';
import { useNow } from '../../ui/now.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { Stat } from '../../ui/status/stat.tsx';
import { BehindGroup } from './behind-group.tsx';
import { BehindNumber } from './behind-number.tsx';
import { isNumberName, numberNames, numberOf } from './numbers.ts';
import { before, daysOf, lastDays, type Period } from './period.ts';
import { PeriodChoice } from './period-choice.tsx';
import { RateTables, groupsOf, isGrouping } from './rate-tables.tsx';
import { TrendChart } from './trend-chart.tsx';
import './metrics.css';

const metricsSubjects: readonly Subject[] = ['orders', 'shipments', 'stock', 'settings'];
const USUAL_DAYS = 28;

/** `/metrics`; `/metrics/:number` and `/metrics/:by/:key` open what is behind a number or a bar. */
export function MetricsScreen() {
  const { t, tell, zone } = useText();
  const [, go] = useLocation();
  const [, ofNumber] = useRoute('/metrics/:number');
  const [, ofGroup] = useRoute('/metrics/:by/:key');
  const today = dateIn(zone, useNow(MINUTE));
  const [own, setOwn] = useState<Period | number>(USUAL_DAYS);
  const period = typeof own === 'number' ? lastDays(own, today) : own;
  const earlier = before(period);
  const answer = useAnswer(metricsSubjects, ['metrics', period.from, period.to], (client) => client.metrics.view(period));
  const compared = useAnswer(metricsSubjects, ['metrics', earlier.from, earlier.to], (client) => client.metrics.view(earlier));
  // While another period's answer is still shown by the cache, its numbers stay; a comparison with it would mislead.
  const view = answer.data;
  const previous = compared.data?.from === earlier.from && view?.from === period.from ? compared.data : undefined;
  const close = (): void => go('/metrics');
  const name = ofNumber && isNumberName(ofNumber.number) ? ofNumber.number : undefined;
  const by = ofGroup && isGrouping(ofGroup.by) ? ofGroup.by : undefined;
  const group = view && by && groupsOf(view, by).find(({ key }) => key === ofGroup?.key);
  const refusal = answer.isError ? refusalOf(answer.error) : undefined;

  return (
    <Split
      panel={
        view &&
        (name ? (
          <BehindNumber key={name} name={name} view={view} onClose={close} />
        ) : (
          by && group && <BehindGroup by={by} group={group} key={group.key} view={view} onClose={close} />
        ))
      }
    >
      <Page>
        <PageHeader subtitle={tell({ key: 'metricsScreen.period', params: { fromDay: period.from, toDay: period.to } })} title={t('app.nav.metrics')} />
        <Toolbar label={t('metricsScreen.period.label')}>
          <PeriodChoice period={period} value={own} onChange={setOwn} />
        </Toolbar>
        {answer.isError ? (
          <ErrorState next={t('metricsScreen.error.next')} what={refusal ? tell(refusal.message) : t('metricsScreen.error')} where={refusal?.where} onRetry={() => void answer.refetch()} />
        ) : view === undefined ? (
          <Skeleton lines={8} />
        ) : (
          <>
            <FiveNumbers days={daysOf(period)} previous={previous} selected={name} view={view} />
            <Rate view={view} />
          </>
        )}
      </Page>
    </Split>
  );
}

function FiveNumbers({ view, previous, days, selected }: { readonly view: MetricsView; readonly previous: MetricsView | undefined; readonly days: number; readonly selected: string | undefined }) {
  const words = useText();
  return (
    <nav aria-label={words.t('metricsScreen.numbers')}>
      <div className="metrics-numbers">
        {numberNames.map((name) => (
          <a className="metrics-number" href={`#/metrics/${name}`} key={name} {...(name === selected ? { 'aria-current': 'true' as const } : {})}>
            <Stat {...numberOf(name, { now: view, before: previous, days }, words)} />
            <span className="metrics-number__show">{words.t('metricsScreen.show')}</span>
          </a>
        ))}
      </div>
    </nav>
  );
}

function Rate({ view }: { readonly view: MetricsView }) {
  const { t } = useText();
  if (view.fillRate.orders.length === 0) {
    return (
      <EmptyState icon={BarChart3} title={t('metricsScreen.table.none')}>
        {t('metricsScreen.table.none.hint')}
      </EmptyState>
    );
  }
  return (
    <>
      <TrendChart view={view} />
      <Card flush title={t('metricsScreen.tables')}>
        <div className="metrics-tables">
          <RateTables view={view} />
        </div>
      </Card>
    </>
  );
}

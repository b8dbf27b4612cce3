import type { ReactNode } from 'react';
import { useRoute } from 'wouter';
import type { SyncView } from '../../shared/contracts/views.ts';
import { Button } from '../ui/actions/button.tsx';
import { ageText } from '../ui/clock-text.ts';
import { useText } from '../ui/i18n.tsx';
import { Banner } from '../ui/status/banner.tsx';
import { NoticeLines, type NoticeLine } from '../ui/status/notice-lines.tsx';
import { AlertBanner } from './alert-banner.tsx';
import { HotWaits } from './hot-waits.tsx';
import { HeldOf, useHeldByPerson } from './held-scans.tsx';
import { dismissNotice, useCommand, useStationState, type Alert } from './station.tsx';
import { useTask } from './task.ts';

/** From here on a clock that is off is told on every screen. */
const SKEW_TOLD = 2 * 60 * 1000;

/** What must be seen on every screen: no station, a full disk, what interrupts people, scans that wait for their person, a wrong clock, the demo. Gravest first; among their like, the newest. */
export function Notices() {
  const { t, tell, format } = useText();
  const connection = useStationState((state) => state.connection);
  const status = useStationState((state) => state.status);
  const alerts = useStationState((state) => state.alerts);
  const seen = useStationState((state) => state.noticesSeen);
  const held = useHeldByPerson();
  const { run, busy } = useCommand();
  // The task's own screen says what changed in its order, when the carton in hand is finished.
  const [inTasks] = useRoute('/tasks/*?');
  const task = useTask().data;
  const working = task ? [task.po, ...task.cart.map(({ po }) => po)] : [];
  // On other screens the walk's own notice would not be seen.
  const waiting = task?.waitingHot ?? [];
  const hot = inTasks ? undefined : waiting[0];
  const newest = alerts.filter((alert) => !(inTasks && alert.type === 'order-changed' && working.includes(alert.po))).toReversed();
  const told = (type: Alert['type']): readonly NoticeLine[] =>
    newest.filter((alert) => alert.type === type).map((alert) => ({ key: `alert ${alert.id}`, hot: type === 'hot', line: <AlertBanner alert={alert} /> }));
  const plain = (key: string, line: ReactNode): NoticeLine => ({ key, hot: false, line });
  const lines: readonly NoticeLine[] = [
    ...(connection === 'connected'
      ? []
      : [
          plain('lost', (
            <Banner look="strip" title={t('app.lost.title')} tone="offline">
              {t('app.lost')}
            </Banner>
          )),
        ]),
    ...(status && status.disk.level !== 'ok'
      ? [
          plain('disk', (
            <Banner look="strip" title={t(status.disk.level === 'full' ? 'app.disk.full' : 'app.disk.low')} tone={status.disk.level === 'full' ? 'error' : 'warning'}>
              {t(status.disk.level === 'full' ? 'app.disk.full.text' : 'app.disk.low.text', { free: `${format.number(status.disk.freeBytes / 1024 ** 3, 1)} GB` })}
            </Banner>
          )),
        ]
      : []),
    ...told('hot'),
    ...(hot ? [{ key: `waits ${hot.po}`, hot: true, line: <HotWaits hot={hot} look="strip" more={waiting.length - 1} /> }] : []),
    ...(['lost', 'file-refused', 'paper', 'order-changed'] as const).flatMap(told),
    ...held.map((scans) => plain(`held ${scans[0]?.by.staffId ?? ''}`, <HeldOf look="strip" scans={scans} />)),
    ...(status && isSkewed(status.sync) ? [plain('skew', <SkewBanner skewMs={status.sync.skewMs} />)] : []),
    ...(status?.folderFaults ?? []).map((fault) => plain(`folder ${String(fault.params['which'])}`, <Banner look="strip" title={tell(fault)} tone="warning" />)),
    ...(status?.notices ?? []).filter(({ key }) => !seen.includes(key)).map((notice) => plain(notice.key, <Banner look="strip" title={tell(notice)} tone="info" onDismiss={() => dismissNotice(notice.key)} />)),
    ...(status?.demo
      ? [
          plain('demo', (
            <Banner
              action={
                <Button busy={busy} size="desk" onPress={() => void run((client) => client.station.leaveDemo({}))}>
                  {t('app.demo.leave')}
                </Button>
              }
              look="strip"
              title={t('app.demo')}
              tone="info"
            />
          )),
        ]
      : []),
  ];
  return <NoticeLines lines={lines} />;
}

const isSkewed = ({ skewMs }: Pick<SyncView, 'skewMs'>): boolean => skewMs !== null && Math.abs(skewMs) > SKEW_TOLD;

/** Which clock is off, by how much, and what to do. */
export function SkewBanner({ skewMs }: Pick<SyncView, 'skewMs'>) {
  const { t, locale } = useText();
  if (skewMs === null || Math.abs(skewMs) <= SKEW_TOLD) return null;
  return (
    <Banner look="strip" title={t('syncScreen.skew.banner', { length: ageText(locale, Math.abs(skewMs)), direction: skewMs > 0 ? 'fast' : 'slow' })} tone="warning">
      {t('syncScreen.skew.banner.text')}
    </Banner>
  );
}

import { useRoute } from 'wouter';
import type { SyncView } from '../../shared/contracts/views.ts';
import { Button } from '../ui/actions/button.tsx';
import { ageText } from '../ui/clock-text.ts';
import { useText } from '../ui/i18n.tsx';
import { Banner } from '../ui/status/banner.tsx';
import { AlertBanner } from './alert-banner.tsx';
import { HotWaits } from './hot-waits.tsx';
import { HeldScans } from './held-scans.tsx';
import { useCommand, useStationState } from './station.tsx';
import { useTask } from './task.ts';

/** From here on a clock that is off is told on every screen. */
const SKEW_TOLD = 2 * 60 * 1000;

/** What must be seen on every screen: no station, scans that wait for their person, a full disk, a wrong clock, the demo, and what interrupts people. */
export function Notices() {
  const { t, tell, format } = useText();
  const connection = useStationState((state) => state.connection);
  const status = useStationState((state) => state.status);
  const alerts = useStationState((state) => state.alerts);
  const { run, busy } = useCommand();
  // The task's own screen says what changed in its order, when the carton in hand is finished.
  const [inTasks] = useRoute('/tasks/*?');
  const task = useTask().data;
  const working = task ? [task.po, ...task.cart.map(({ po }) => po)] : [];
  // On other screens the walk's own notice would not be seen.
  const waiting = task?.waitingHot ?? [];
  const [hot] = waiting;
  const newest = alerts.filter((alert) => !(inTasks && alert.type === 'order-changed' && working.includes(alert.po))).slice(-3).reverse();
  return (
    <>
      {connection !== 'connected' && (
        <Banner look="strip" title={t('app.lost.title')} tone="offline">
          {t('app.lost')}
        </Banner>
      )}
      <HeldScans look="strip" />
      {status && status.disk.level !== 'ok' && (
        <Banner look="strip" title={t(status.disk.level === 'full' ? 'app.disk.full' : 'app.disk.low')} tone={status.disk.level === 'full' ? 'error' : 'warning'}>
          {t(status.disk.level === 'full' ? 'app.disk.full.text' : 'app.disk.low.text', { free: `${format.number(status.disk.freeBytes / 1024 ** 3, 1)} GB` })}
        </Banner>
      )}
      {status && <SkewBanner skewMs={status.sync.skewMs} />}
      {status?.notices.map((notice) => (
        <Banner key={notice.key} look="strip" title={tell(notice)} tone="info" />
      ))}
      {!inTasks && hot && <HotWaits hot={hot} key={hot.po} look="strip" more={waiting.length - 1} />}
      {newest.map((alert) => (
        <AlertBanner alert={alert} key={alert.id} />
      ))}
      {status?.demo && (
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
      )}
    </>
  );
}

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

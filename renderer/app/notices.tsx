import { useLocation, useRoute } from 'wouter';
import { Button } from '../ui/actions/button.tsx';
import { useText } from '../ui/i18n.tsx';
import { Banner } from '../ui/status/banner.tsx';
import { changesText } from './changes-text.ts';
import { HeldScans } from './held-scans.tsx';
import { dismissAlert, useCommand, useStationState, type Alert } from './station.tsx';
import { useTask } from './task.ts';

/** What must be seen on every screen: no station, scans that wait for their person, a full disk, the demo, hot orders that came in, orders that changed. */
export function Notices() {
  const { t, tell, format } = useText();
  const connection = useStationState((state) => state.connection);
  const status = useStationState((state) => state.status);
  const alerts = useStationState((state) => state.alerts);
  const { run, busy } = useCommand();
  // The task's own screen says what changed in its order, when the carton in hand is finished.
  const [inTasks] = useRoute('/tasks/*?');
  const working = useTask().data?.po ?? null;
  const newest = alerts.filter(({ type, po }) => !(inTasks && type === 'order-changed' && po === working)).slice(-3).reverse();
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
      {status?.notices.map((notice) => (
        <Banner key={notice.key} look="strip" title={tell(notice)} tone="info" />
      ))}
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

function AlertBanner({ alert }: { readonly alert: Alert }) {
  const { t, tell } = useText();
  const [, go] = useLocation();
  const words =
    alert.type === 'hot'
      ? t('app.alert.hot.text', { units: alert.units, to: alert.shipTo ?? 'none', why: alert.why.map(tell).join(', ') })
      : changesText({ t, tell }, alert.what);
  return (
    <Banner
      action={
        <Button
          size="desk"
          onPress={() => {
            dismissAlert(alert.id);
            go(`/queue/${encodeURIComponent(alert.po)}`);
          }}
        >
          {t('app.alert.open')}
        </Button>
      }
      look="strip"
      title={alert.type === 'hot' ? t('app.alert.hot', { po: alert.po }) : t('app.alert.changed', { po: alert.po, hpo: alert.hpo ? 'yes' : 'no' })}
      tone={alert.type === 'hot' ? 'hot' : 'warning'}
      onDismiss={() => dismissAlert(alert.id)}
    >
      {words}
    </Banner>
  );
}

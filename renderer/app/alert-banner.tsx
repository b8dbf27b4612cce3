import { useLocation } from 'wouter';
import { Button } from '../ui/actions/button.tsx';
import { useText } from '../ui/i18n.tsx';
import { Banner } from '../ui/status/banner.tsx';
import { changesText } from './changes-text.ts';
import { paperWords } from './paper-words.ts';
import { dismissAlert, useStationState, type Alert } from './station.tsx';

type OrderAlert = Extract<Alert, { readonly type: 'hot' | 'order-changed' }>;
type PaperAlert = Extract<Alert, { readonly type: 'paper' }>;
type FileAlert = Extract<Alert, { readonly type: 'file-refused' }>;
type LostAlert = Extract<Alert, { readonly type: 'lost' }>;

/** Something that interrupts people, until they put it away. It never takes the focus: a scan in the middle goes on. */
export function AlertBanner({ alert }: { readonly alert: Alert }) {
  switch (alert.type) {
    case 'lost':
      return <LostBanner alert={alert} />;
    case 'paper':
      return <PaperBanner alert={alert} />;
    case 'file-refused':
      return <FileBanner alert={alert} />;
    case 'hot':
    case 'order-changed':
      return <OrderBanner alert={alert} />;
  }
}

function OrderBanner({ alert }: { readonly alert: OrderAlert }) {
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

/** Somebody stands at a printer and nothing comes out: what, where, and what to do. */
function PaperBanner({ alert: { id, job } }: { readonly alert: PaperAlert }) {
  const { t, tell } = useText();
  const [, go] = useLocation();
  return (
    <Banner
      action={
        <Button
          size="desk"
          onPress={() => {
            dismissAlert(id);
            go('/printing');
          }}
        >
          {t('printingScreen.alert.open')}
        </Button>
      }
      look="strip"
      title={t('printingScreen.alert', { paper: paperWords(t, job), printer: job.printerName ?? t('printingScreen.noPrinter') })}
      tone={job.state === 'failed' ? 'error' : 'warning'}
      onDismiss={() => dismissAlert(id)}
    >
      {[job.fault ? tell(job.fault) : '', job.doubtful ? t('printingScreen.doubt') : ''].join(' ')}
    </Banner>
  );
}

/** Nobody stood by when the file came: what was refused, why, and what to do. */
function FileBanner({ alert: { id, documentId, fileName, po, orders, why } }: { readonly alert: FileAlert }) {
  const { t, tell } = useText();
  const [, go] = useLocation();
  const mayOpen = useStationState(({ session }) => session?.person?.role !== 'picker');
  return (
    <Banner
      action={
        mayOpen && (
          <Button
            size="desk"
            onPress={() => {
              dismissAlert(id);
              go(`/documents/${encodeURIComponent(documentId)}`);
            }}
          >
            {t('app.alert.open')}
          </Button>
        )
      }
      look="strip"
      title={t('app.alert.file', { file: fileName })}
      tone="error"
      onDismiss={() => dismissAlert(id)}
    >
      {[orders === 0 ? '' : t('app.alert.file.orders', { po: po ?? 'none', orders }), why ? tell(why) : '', t('app.alert.file.next', { open: mayOpen ? 'yes' : 'no' })].filter(Boolean).join(' ')}
    </Banner>
  );
}

/** Another station's act came first in the site's order: supervisors go to the case, everybody else puts the work aside. */
function LostBanner({ alert }: { readonly alert: LostAlert }) {
  const { t, tell } = useText();
  const [, go] = useLocation();
  const decides = useStationState(({ session }) => session?.person?.role === 'supervisor');
  const seen = (): void => dismissAlert(alert.id);
  return (
    <Banner
      action={
        <Button
          onPress={() => {
            seen();
            if (decides) go(`/cases/${encodeURIComponent(alert.caseId)}`);
          }}
        >
          {t(decides ? 'syncScreen.lost.case' : 'syncScreen.lost.seen')}
        </Button>
      }
      look="strip"
      title={`${t('syncScreen.lost')}: ${tell(alert.what)}`}
      tone="error"
      onDismiss={decides ? seen : undefined}
    >
      {decides ? undefined : t('syncScreen.lost.tell')}
    </Banner>
  );
}

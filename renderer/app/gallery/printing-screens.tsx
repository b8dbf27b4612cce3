import type { PrintJobView } from '../../../shared/contracts/views.ts';
import { MINUTE } from '../../../shared/lib/time.ts';
import { message } from '../../../shared/messages/say.ts';
import { Jobs } from '../../features/printing/printing-screen.tsx';
import type { JobActs } from '../../features/printing/open-job.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Page, PageHeader } from '../../ui/layout/page.tsx';
import { Framed } from './framed.tsx';
import { SSCC, inTime } from './samples.ts';

const nothing = (): void => undefined;
const acts: JobActs = { busy: null, onDecide: nothing, onMove: nothing, onPreview: nothing };

const waiting: PrintJobView = {
  jobId: 'waiting', kind: 'label', subject: SSCC, reprint: false, askedBy: 'Luis Herrera', printerId: 'z2', printerName: 'Zebra dock 2', state: 'queued', attempts: 3, queuedAt: inTime(-4 * MINUTE),
  stateAt: inTime(-MINUTE), nextAttemptAt: inTime(MINUTE / 4), fault: message('printing.fault.paperOut'), doubtful: false, confirmed: false, others: [{ id: 'z1', name: 'Zebra dock 1' }],
};

const jobs: readonly PrintJobView[] = [
  { ...waiting, jobId: 'doubt', kind: 'pick-list', subject: '7HGRINDR', printerName: 'Office', state: 'failed', nextAttemptAt: null, fault: message('printing.fault.broken'), doubtful: true, others: [] },
  { ...waiting, jobId: 'refused', kind: 'sheet', subject: 'commands', printerName: null, state: 'failed', attempts: 1, nextAttemptAt: null, fault: message('printing.fault.gone') },
  waiting,
  { ...waiting, jobId: 'held', reprint: true, state: 'sending', attempts: 1, nextAttemptAt: null, fault: message('printing.fault.headOpen') },
  { ...waiting, jobId: 'behind', attempts: 0, queuedAt: inTime(-2 * MINUTE), nextAttemptAt: null, fault: null },
  { ...waiting, jobId: 'printed', state: 'sent', confirmed: true, fault: null, nextAttemptAt: null },
  { ...waiting, jobId: 'sent', kind: 'pick-list', subject: '4JFM3XJD', printerName: 'Office', state: 'sent', fault: null, nextAttemptAt: null },
  { ...waiting, jobId: 'cancelled', kind: 'test', subject: 'Zebra dock 2', state: 'cancelled', nextAttemptAt: null },
];

function PrintingSample({ shown }: { readonly shown: readonly PrintJobView[] }) {
  const { t } = useText();
  return (
    <Framed current="tasks" listening="Any order, pallet or product">
      <Page reads>
        <PageHeader title={t('printingScreen.title')} />
        <Jobs acts={acts} jobs={shown} />
      </Page>
    </Framed>
  );
}

export const Printing = () => <PrintingSample shown={jobs} />;
export const PrintingEmpty = () => <PrintingSample shown={[]} />;

import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { PrintJobView } from '../../../shared/contracts/views.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { showPaper } from '../../app/print.ts';
import { useAnswer, useCommand, useStationState } from '../../app/station.tsx';
import type { StationClient } from '../../bridge.ts';
import { LinkButton } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Page, PageHeader } from '../../ui/layout/page.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { DoneJobs } from './done-jobs.tsx';
import { OpenJob, type JobActs } from './open-job.tsx';
import './printing.css';

/** `/printing`: what is on its way to this station's printers, what failed and what to do, what was printed last. */
export function PrintingScreen() {
  const { t } = useText();
  const { data, isError, refetch } = useAnswer(['printing'], ['jobs'], (client) => client.printing.jobs({}));
  const acts = useJobActs();
  return (
    <Page reads>
      <PageHeader title={t('printingScreen.title')} />
      {data ? (
        <Jobs acts={acts} jobs={data} />
      ) : isError ? (
        <ErrorState next={t('printingScreen.error.next')} what={t('printingScreen.error')} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={5} />
      )}
    </Page>
  );
}

function useJobActs(): JobActs {
  const { run } = useCommand();
  const [busy, setBusy] = useState<string | null>(null);
  const act = (jobId: string, command: (client: StationClient) => Promise<unknown>): void => {
    setBusy(jobId);
    void run(command).finally(() => setBusy(null));
  };
  return {
    busy,
    onDecide: (jobId, word) => act(jobId, (client) => client.printing.decide({ jobId, word })),
    onMove: (jobId, printerId) => act(jobId, (client) => client.printing.move({ jobId, printerId })),
    onPreview: (jobId) => act(jobId, async (client) => showPaper(await client.printing.preview({ jobId }), null)),
  };
}

export function Jobs({ jobs, acts }: { readonly jobs: readonly PrintJobView[]; readonly acts: JobActs }) {
  const { t } = useText();
  const open = jobs.filter(isOpen);
  const done = jobs.filter((job) => !isOpen(job));
  return (
    <Stack gap={8}>
      {open.length === 0 ? (
        <NothingWaits />
      ) : (
        <ul aria-label={t('printingScreen.open')} className="print-jobs">
          {/* What needs a person first, then in the order of coming out. */}
          {[...open].sort((left, right) => urgency(left) - urgency(right) || left.queuedAt - right.queuedAt).map((job) => (
            <OpenJob acts={acts} job={job} key={job.jobId} />
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <Section level={2} title={t('printingScreen.done')}>
          <DoneJobs jobs={done} />
        </Section>
      )}
    </Stack>
  );
}

function NothingWaits() {
  const { t } = useText();
  const role = useStationState(({ session }) => session?.person?.role);
  const sets = role !== undefined && mayDo(role, 'settings');
  return (
    <EmptyState
      action={
        sets && (
          <LinkButton href="#/settings/printers" icon={Printer} size="floor">
            {t('printingScreen.none.setUp')}
          </LinkButton>
        )
      }
      icon={Printer}
      title={t('printingScreen.none')}
    >
      {t('printingScreen.none.text')}
    </EmptyState>
  );
}

const isOpen = ({ state }: PrintJobView): boolean => state !== 'sent' && state !== 'cancelled';

const urgency = ({ state, fault }: PrintJobView): number => (state === 'failed' ? 0 : fault === null ? 2 : 1);

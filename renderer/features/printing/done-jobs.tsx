import type { PrintJobView } from '../../../shared/contracts/views.ts';
import { paperWords } from '../../app/paper-words.ts';
import { PlainTable, type PlainColumn } from '../../ui/data/plain-table.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { Text } from '../../ui/text/text.tsx';

/** The last papers that came out or were given up. */
export function DoneJobs({ jobs }: { readonly jobs: readonly PrintJobView[] }) {
  const { t, format } = useText();
  const columns: readonly PlainColumn<PrintJobView>[] = [
    { id: 'paper', header: t('printingScreen.done.paper'), cell: (job) => <Text weight="medium">{paperWords(t, job)}{job.reprint && ` (${t('printingScreen.reprint')})`}</Text> },
    { id: 'printer', header: t('printingScreen.done.printer'), cell: ({ printerName }) => printerName ?? t('printingScreen.noPrinter') },
    { id: 'by', header: t('printingScreen.done.by'), wideOnly: true, cell: ({ askedBy }) => askedBy },
    { id: 'at', header: t('printingScreen.done.at'), tight: true, cell: ({ stateAt }) => format.dateTime(stateAt) },
    { id: 'state', header: t('printingScreen.done.state'), tight: true, cell: (job) => <Result job={job} /> },
  ];
  return <PlainTable columns={columns} label={t('printingScreen.done')} rowId={({ jobId }) => jobId} rows={jobs} />;
}

/** That a printer has taken a paper is not said to be more than that. */
function Result({ job: { state, confirmed } }: { readonly job: PrintJobView }) {
  const { t } = useText();
  return <Badge tone={confirmed ? 'success' : 'neutral'}>{t('printingScreen.state', { state: state === 'sent' && confirmed ? 'printed' : state })}</Badge>;
}

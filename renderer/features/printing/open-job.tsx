import { Check, Eye, Loader, Printer, PrinterX, RefreshCw, RotateCcw, X } from 'lucide-react';
import { useCallback } from 'react';
import type { PrintJobView } from '../../../shared/contracts/views.ts';
import type { PersonsWord } from '../../../shared/domain/printing/job.ts';
import type { Instant } from '../../../shared/lib/time.ts';
import { paperWords } from '../../app/paper-words.ts';
import { Button } from '../../ui/actions/button.tsx';
import { MenuButton } from '../../ui/actions/menu-button.tsx';
import { durationText } from '../../ui/clock-text.ts';
import { classes } from '../../ui/defined.ts';
import { useText } from '../../ui/i18n.tsx';
import { useFromNow } from '../../ui/now.tsx';
import { Badge } from '../../ui/status/badge.tsx';

/** What a person can have done with a paper. */
export interface JobActs {
  /** The job that something is being done with now. */
  readonly busy: string | null;
  readonly onDecide: (jobId: string, word: PersonsWord) => void;
  readonly onMove: (jobId: string, printerId: string) => void;
  readonly onPreview: (jobId: string) => void;
}

/** One paper that is not printed yet: where it stands, why, and what a person can do about it. */
export function OpenJob({ job, acts }: { readonly job: PrintJobView; readonly acts: JobActs }) {
  const { t, tell } = useText();
  const { state, fault, reprint, doubtful, nextAttemptAt } = job;
  const failed = state === 'failed';
  const Icon = failed ? PrinterX : state === 'sending' ? Loader : Printer;
  return (
    <li className={classes('print-job', failed ? 'print-job--failed' : fault !== null && 'print-job--held')}>
      <Icon aria-hidden className="print-job__icon" size={32} />
      <div className="print-job__words">
        <h2 className="print-job__name">
          {paperWords(t, job)} {reprint && <Badge>{t('printingScreen.reprint')}</Badge>}
        </h2>
        <p className="print-job__state">
          <strong>{t('printingScreen.state', { state })}</strong> {job.printerName === null ? `· ${t('printingScreen.noPrinter')}` : t('printingScreen.at', { printer: job.printerName })}
          {nextAttemptAt !== null && <NextAttempt at={nextAttemptAt} />}
        </p>
        {fault && <p className="print-job__fault">{tell(fault)}</p>}
        {doubtful && <p className="print-job__doubt">{t('printingScreen.doubt')}</p>}
        <Facts job={job} />
      </div>
      <Acts acts={acts} job={job} />
    </li>
  );
}

function NextAttempt({ at }: { readonly at: Instant }) {
  const { t, locale } = useText();
  const text = useFromNow(useCallback((now: Instant) => durationText(locale, Math.max(0, at - now)), [locale, at]));
  return <> · {t('printingScreen.next', { time: text })}</>;
}

function Facts({ job: { askedBy, queuedAt, attempts } }: { readonly job: PrintJobView }) {
  const { t, format } = useText();
  return (
    <p className="print-job__facts">
      {t('printingScreen.facts', { name: askedBy, time: format.time(queuedAt) })}
      {attempts > 1 && ` · ${t('printingScreen.attempts', { count: attempts })}`}
    </p>
  );
}

function Acts({ job, acts: { busy: acting, onDecide, onMove, onPreview } }: { readonly job: PrintJobView; readonly acts: JobActs }) {
  const { t } = useText();
  const { jobId, state, doubtful, others } = job;
  const busy = acting === jobId;
  const say = (word: PersonsWord): void => onDecide(jobId, word);
  const act = (word: PersonsWord, label: string, icon: typeof Check, primary = false) => (
    <Button busy={busy} icon={icon} size="floor" variant={primary ? 'primary' : 'secondary'} onPress={() => say(word)}>
      {label}
    </Button>
  );
  return (
    <div className="print-job__acts">
      {state === 'failed' && doubtful && act('printed', t('printingScreen.printed'), Check)}
      {state === 'failed' && job.printerName !== null && act('again', doubtful ? t('printingScreen.again') : t('printingScreen.send'), RotateCcw, true)}
      {state === 'queued' && job.fault !== null && act('hurry', t('printingScreen.hurry'), RefreshCw, true)}
      {state !== 'sending' && others.length > 0 && (
        <MenuButton
          icon={Printer}
          items={others.map(({ id, name }) => ({ id, label: name }))}
          label={t('printingScreen.move')}
          size="floor"
          onAction={(printerId) => onMove(jobId, printerId)}
        />
      )}
      <Button icon={Eye} size="floor" variant="quiet" onPress={() => onPreview(jobId)}>
        {t('printingScreen.preview')}
      </Button>
      <Button busy={busy} icon={X} size="floor" variant="quiet" onPress={() => say('cancel')}>
        {t('printingScreen.cancel')}
      </Button>
    </div>
  );
}

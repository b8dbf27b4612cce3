import { useCallback } from 'react';
import type { PrintAnswer } from '../../shared/contracts/api.ts';
import { useText } from '../ui/i18n.tsx';
import { useToasts } from '../ui/status/toast.tsx';
import { paperWords } from './paper-words.ts';
import { showPaper } from './print.ts';

/** Tells what became of a paper that was asked for: on its way to a printer, or shown here to be printed by hand. */
export function usePrint(): (answer: PrintAnswer) => void {
  const { t } = useText();
  const { show } = useToasts();
  return useCallback(
    (answer) => {
      if (answer.kind === 'show') return showPaper(answer.file, answer.labelOf);
      const { job, already } = answer;
      const params = { paper: paperWords(t, job), printer: job.printerName ?? t('printingScreen.noPrinter') };
      show({
        tone: already ? 'info' : 'success',
        title: t(already ? 'printingScreen.toast.already' : 'printingScreen.toast.sent', params),
        detail: job.kind === 'label' ? t('printingScreen.toast.label') : undefined,
      });
    },
    [t, show],
  );
}

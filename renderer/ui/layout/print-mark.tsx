import { Printer, PrinterX } from 'lucide-react';
import type { PrintCounts } from '../../../shared/contracts/views.ts';
import { classes } from '../defined.ts';
import { useText } from '../i18n.tsx';
import { VisuallyHidden } from '../text/visually-hidden.tsx';
import './layout.css';

export interface PrintMarkProps {
  readonly counts: Pick<PrintCounts, 'waiting' | 'failed'>;
  /** Where the whole story is. */
  readonly href: string;
}

/** Papers that wait for a printer or failed; nothing while nothing is owed. */
export function PrintMark({ counts: { waiting, failed }, href }: PrintMarkProps) {
  const { t, format } = useText();
  if (waiting + failed === 0) return null;
  const Icon = failed > 0 ? PrinterX : Printer;
  return (
    <a className={classes('print-mark', failed > 0 && 'print-mark--failed')} href={href}>
      <Icon aria-hidden size={20} />
      <span aria-hidden className="print-mark__words">
        <span className="print-mark__label">{t('printingScreen.mark.label', { failed })}</span>
        <span className="print-mark__count">{format.number(failed > 0 ? failed : waiting)}</span>
      </span>
      <VisuallyHidden>{t('printingScreen.mark', { waiting, failed })}</VisuallyHidden>
    </a>
  );
}

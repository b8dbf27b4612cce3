import type { PrinterCondition } from '../../../../shared/contracts/views.ts';
import { useText } from '../../../ui/i18n.tsx';
import { StatusMark } from '../../../ui/status/status-mark.tsx';

/** How a printer is, in words; `long` says what to do next too. */
export function ConditionText({ condition, long = false }: { readonly condition: PrinterCondition; readonly long?: boolean | undefined }) {
  const { t, tell } = useText();
  switch (condition.kind) {
    case 'ready':
      return <StatusMark status="done">{t(long ? 'printingScreen.form.check.ready' : 'printingScreen.printers.ready')}</StatusMark>;
    case 'unknown':
      return <StatusMark status="neutral">{t(long ? 'printingScreen.form.check.unknown' : 'printingScreen.printers.unknown')}</StatusMark>;
    case 'trouble':
      return <StatusMark status="atRisk">{tell(condition.fault)}</StatusMark>;
  }
}

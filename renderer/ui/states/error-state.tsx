import { OctagonAlert } from 'lucide-react';
import { Button } from '../actions/button.tsx';
import { useText } from '../i18n.tsx';
import { StateView } from './state-view.tsx';

export interface ErrorStateProps {
  /** What failed: "The pick list was not printed". */
  readonly what: string;
  /** Where: printer, file and line, screen. */
  readonly where?: string | undefined;
  /** What to do next. */
  readonly next: string;
  readonly onRetry?: (() => void) | undefined;
}

/** What, where, and the next step. */
export function ErrorState({ what, where, next, onRetry }: ErrorStateProps) {
  const { t } = useText();
  return (
    <StateView
      actions={onRetry && <Button variant="primary" onPress={onRetry}>{t('common.retry')}</Button>}
      icon={OctagonAlert}
      role="alert"
      title={what}
      tone="error"
    >
      {where && <p className="state__where">{where}</p>}
      <p>{next}</p>
    </StateView>
  );
}

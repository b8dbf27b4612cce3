import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n.tsx';
import { StateView } from './state-view.tsx';

/** Written by a newer Hotdock: shown, not changed, until this station is updated. `children` adds what is known. */
export function ReadOnlyState({ children, action }: { children?: ReactNode; action?: ReactNode }) {
  const { t } = useText();
  return (
    <StateView actions={action} icon={Lock} role="status" title={t('common.readOnly.title')} tone="warning">
      <p>{t('common.readOnly.text')}</p>
      {children}
    </StateView>
  );
}

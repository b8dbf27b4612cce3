import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n.tsx';
import { StateView } from './state-view.tsx';

/** For the rare screen that needs something from elsewhere; work on this station never does. `children`: what still works. */
export function OfflineState({ title, children, action }: { title?: string | undefined; children?: ReactNode; action?: ReactNode }) {
  const { t } = useText();
  return (
    <StateView actions={action} icon={CloudOff} role="status" title={title ?? t('common.offline.title')} tone="offline">
      {children ?? <p>{t('common.offline.text')}</p>}
    </StateView>
  );
}

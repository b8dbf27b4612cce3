import { CircleCheck, Hourglass } from 'lucide-react';
import type { CaseView } from '../../../shared/contracts/views.ts';
import { useText } from '../../ui/i18n.tsx';
import { Badge } from '../../ui/status/badge.tsx';

export function CaseState({ state }: Pick<CaseView, 'state'>) {
  const { t } = useText();
  return state === 'open' ? (
    <Badge icon={Hourglass} tone="warning">
      {t('casesScreen.state.open')}
    </Badge>
  ) : (
    <Badge icon={CircleCheck} tone="success">
      {t('casesScreen.state.resolved')}
    </Badge>
  );
}

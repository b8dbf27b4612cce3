import { CircleCheck, Hourglass, OctagonAlert, Send, Undo2 } from 'lucide-react';
import type { OutgoingState } from '../../../shared/domain/state/entities.ts';
import { useText } from '../../ui/i18n.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { stateTone } from './document-words.ts';

const stateIcon = { prepared: Hourglass, 'handed-over': Send, confirmed: CircleCheck, refused: OctagonAlert, withdrawn: Undo2 } as const;

/** How far a document has really come; `children` names the document where the badge stands alone. */
export function StateBadge({ state, name }: { readonly state: OutgoingState; readonly name?: string | undefined }) {
  const { t } = useText();
  const words = t(`documentsScreen.state.${state}`);
  return (
    <Badge icon={stateIcon[state]} tone={stateTone[state]}>
      {name === undefined ? words : `${name}: ${words}`}
    </Badge>
  );
}

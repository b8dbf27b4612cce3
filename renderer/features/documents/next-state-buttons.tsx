import { CircleCheck, OctagonX, Send } from 'lucide-react';
import { useState } from 'react';
import { nextStates } from '../../../shared/domain/acknowledgement/document.ts';
import type { OutgoingDocument } from '../../../shared/domain/state/entities.ts';
import { useCommand } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { AnswerDialog, type AnswerKind } from './answer-dialog.tsx';

interface NextStateButtonsProps {
  readonly document: OutgoingDocument;
  /** The next step is the screen's main action. */
  readonly main?: boolean | undefined;
}

/** The steps that a document may take from where it stands: handed over, then confirmed or refused. */
export function NextStateButtons({ document: { documentId, state }, main = false }: NextStateButtonsProps) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const [answer, setAnswer] = useState<AnswerKind>();
  const next = nextStates(state);
  return (
    <>
      {next.includes('handed-over') && (
        <Button
          busy={busy}
          icon={Send}
          variant={main ? 'primary' : 'secondary'}
          onPress={() => void run((client) => client.documents.setState({ documentId, state: 'handed-over', note: null }))}
        >
          {t(state === 'refused' ? 'documentsScreen.act.handOverAgain' : 'documentsScreen.act.handOver')}
        </Button>
      )}
      {next.includes('confirmed') && (
        <Button icon={CircleCheck} variant={main ? 'primary' : 'secondary'} onPress={() => setAnswer('confirm')}>
          {t('documentsScreen.act.confirm')}
        </Button>
      )}
      {next.includes('refused') && (
        <Button icon={OctagonX} onPress={() => setAnswer('refuse')}>
          {t('documentsScreen.act.refuse')}
        </Button>
      )}
      {answer && <AnswerDialog answer={answer} documentId={documentId} onClose={() => setAnswer(undefined)} />}
    </>
  );
}

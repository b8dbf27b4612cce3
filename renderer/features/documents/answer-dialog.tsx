import { useForm, Controller } from 'react-hook-form';
import { useCommand } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';

export type AnswerKind = 'confirm' | 'refuse';

interface AnswerDialogProps {
  readonly documentId: string;
  readonly answer: AnswerKind;
  readonly onClose: () => void;
}

const FORM = 'document-answer';

/** What Amazon said to a document that was handed over. A refusal needs its reason: somebody must correct it. */
export function AnswerDialog({ documentId, answer, onClose }: AnswerDialogProps) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { control, handleSubmit } = useForm({ defaultValues: { note: '' } });

  const submit = handleSubmit(async ({ note }) => {
    const text = note.trim();
    const done = await run((client) => client.documents.setState({ documentId, state: answer === 'confirm' ? 'confirmed' : 'refused', note: text === '' ? null : text }));
    if (done) onClose();
  });

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button busy={busy} form={FORM} type="submit" variant={answer === 'confirm' ? 'primary' : 'danger'}>
            {t(`documentsScreen.answer.${answer}.do`)}
          </Button>
        </>
      }
      open
      title={t(`documentsScreen.answer.${answer}`)}
      onClose={onClose}
    >
      <form id={FORM} noValidate onSubmit={(event) => void submit(event)}>
        <Controller
          control={control}
          name="note"
          render={({ field: { value, onChange, ref }, fieldState }) => (
            <TextField
              autoFocus
              error={fieldState.error?.message}
              hint={t(`documentsScreen.answer.${answer}.hint`)}
              inputRef={ref}
              label={t('documentsScreen.answer.note')}
              maxLength={500}
              optional={answer === 'confirm'}
              value={value}
              onChange={onChange}
            />
          )}
          rules={{ validate: (note) => answer === 'confirm' || note.trim() !== '' || t('documentsScreen.answer.refuse.needed') }}
        />
      </form>
    </Dialog>
  );
}

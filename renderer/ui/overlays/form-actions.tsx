import { Button } from '../actions/button.tsx';
import { useText } from '../i18n.tsx';

export interface FormActionsProps {
  /** The id of the form that is sent. */
  readonly form: string;
  /** What sending it does. */
  readonly label: string;
  readonly busy: boolean;
  readonly disabled?: boolean | undefined;
  readonly onCancel: () => void;
}

/** The foot of a dialog with a form: leave it as it was, or send it. */
export function FormActions({ form, label, busy, disabled, onCancel }: FormActionsProps) {
  const { t } = useText();
  return (
    <>
      <Button onPress={onCancel}>{t('common.cancel')}</Button>
      <Button busy={busy} disabled={disabled} form={form} type="submit" variant="primary">
        {label}
      </Button>
    </>
  );
}

import { CircleAlert } from 'lucide-react';
import { Text as AriaText } from 'react-aria-components/Text';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { useText } from '../i18n.tsx';
import './field.css';

/** What every field can say about itself. */
export interface FieldWords {
  readonly label: string;
  /** How to fill it in; stays visible. */
  readonly hint?: string | undefined;
  /** What is wrong and what to do; makes the field invalid. */
  readonly error?: string | undefined;
  /** Marks a field that may stay empty. Fields are required unless they say so. */
  readonly optional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export function FieldLabel({ label, optional = false }: { label: string; optional?: boolean | undefined }) {
  const { t } = useText();
  return (
    <Label className="field__label">
      {/* The blank parts the two words for those who hear the field's name. */}
      {label} {optional && <span className="field__optional">{t('common.field.optional')}</span>}
    </Label>
  );
}

/** Hint and error, wired to the field by React Aria's slots. */
export function FieldNotes({ hint, error }: { hint?: string | undefined; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <AriaText className="field__hint" slot="description">
          {hint}
        </AriaText>
      )}
      {error && (
        <FieldError className="field__error">
          <CircleAlert aria-hidden size={16} />
          <span>{error}</span>
        </FieldError>
      )}
    </>
  );
}

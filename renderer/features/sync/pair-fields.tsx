import { FileUp } from 'lucide-react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { FormSwitch, FormText } from '../../app/form-fields.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import type { PairAnswers } from './pair-form.ts';
import './sync.css';

/** Where central is, the code it gave out, and its certificate where it made its own: fields of the form around them. */
export function PairFields() {
  const { t } = useText();
  const { control } = useFormContext<PairAnswers>();
  const ownCertificate = useWatch({ control, name: 'ownCertificate' });
  return (
    <>
      <FormText code control={control} error={t('syncScreen.pair.address.error')} hint={t('syncScreen.pair.address.hint')} label={t('syncScreen.pair.address')} maxLength={300} name="address" />
      <FormText code control={control} error={t('syncScreen.pair.code.error')} hint={t('syncScreen.pair.code.hint')} label={t('syncScreen.pair.code')} maxLength={40} name="code" />
      <FormSwitch control={control} hint={t('syncScreen.pair.certificate.own.hint')} label={t('syncScreen.pair.certificate.own')} name="ownCertificate" />
      {ownCertificate && <CertificateField />}
    </>
  );
}

function CertificateField() {
  const { t } = useText();
  const { field, fieldState } = useController<PairAnswers, 'certificate'>({ name: 'certificate' });
  return (
    <div className="certificate">
      <TextField
        code
        error={fieldState.invalid ? t('syncScreen.pair.certificate.error') : undefined}
        hint={t('syncScreen.pair.certificate.hint')}
        label={t('syncScreen.pair.certificate')}
        lines={5}
        maxLength={20_000}
        value={field.value}
        onBlur={field.onBlur}
        onChange={field.onChange}
      />
      <FileTrigger
        acceptedFileTypes={['.pem', '.crt', '.cer', '.txt']}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) void file.text().then(field.onChange);
        }}
      >
        <Button icon={FileUp}>{t('syncScreen.pair.certificate.file')}</Button>
      </FileTrigger>
    </div>
  );
}

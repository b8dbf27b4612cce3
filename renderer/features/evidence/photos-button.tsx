import { Camera } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { UnitView } from '../../../shared/contracts/views.ts';
import { Button, type ButtonSize } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { PhotosDialog } from './photos-dialog.tsx';

/** Offered, never forced. Once its label was scanned on it, a photo is what comes next. */
export function PhotosButton({ unit: { sscc, photos, labelConfirmedAt }, size }: { readonly unit: Pick<UnitView, 'sscc' | 'photos' | 'labelConfirmedAt'>; readonly size?: ButtonSize }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <Button icon={Camera} size={size} variant={labelConfirmedAt !== null && photos === 0 ? 'primary' : 'secondary'} onPress={() => setOpen(true)}>
        {t('evidence.photos', { count: photos })}
      </Button>
      {open && <PhotosDialog sscc={sscc} onClose={close} />}
    </>
  );
}

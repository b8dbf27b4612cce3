import { Camera } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { UnitView } from '../../../shared/contracts/views.ts';
import { Button, type ButtonSize } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { PhotosDialog } from './photos-dialog.tsx';

/** Offered, never forced. On the floor, once its label was scanned on it, a photo is what comes next; in a desk's lists it is one act of many. */
export function PhotosButton({ unit: { sscc, photos, labelConfirmedAt }, size }: { readonly unit: Pick<UnitView, 'sscc' | 'photos' | 'labelConfirmedAt'>; readonly size?: ButtonSize }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <Button icon={Camera} size={size} variant={size !== 'desk' && labelConfirmedAt !== null && photos === 0 ? 'primary' : 'secondary'} onPress={() => setOpen(true)}>
        {t('evidence.photos', { count: photos })}
      </Button>
      {open && <PhotosDialog sscc={sscc} onClose={close} />}
    </>
  );
}

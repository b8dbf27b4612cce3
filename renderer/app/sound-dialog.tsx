import { useText } from '../ui/i18n.tsx';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { SoundControls } from './sound-controls.tsx';

/** The sounds of this machine, from the scan bar. */
export function SoundDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  return (
    <Dialog open title={t('floorScreen.sounds')} onClose={onClose}>
      <SoundControls />
    </Dialog>
  );
}

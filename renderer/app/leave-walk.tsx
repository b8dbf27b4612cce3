import { CornerDownLeft, LogOut } from 'lucide-react';
import { Button } from '../ui/actions/button.tsx';
import { useText } from '../ui/i18n.tsx';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { Text } from '../ui/text/text.tsx';
import { useWalkQuestion } from './leave-walk-store.ts';

/** The question before a half-picked cart is left for other work, over whatever screen asks it. */
export function LeaveWalk() {
  const { t } = useText();
  const question = useWalkQuestion((state) => state.question);
  if (!question) return null;
  const { lying, answer } = question;
  return (
    <Dialog
      actions={
        <>
          <Button icon={LogOut} size="floor" onPress={() => answer(true)}>
            {t('cart.goesOn.leave')}
          </Button>
          <Button icon={CornerDownLeft} size="floor" variant="primary" onPress={() => answer(false)}>
            {t('cart.goesOn.stay')}
          </Button>
        </>
      }
      open
      title={t('cart.goesOn.ask')}
      onClose={() => answer(false)}
    >
      <Text as="p">{t('cart.goesOn.text', { places: lying.map(({ place, po }) => `${place} ${po}`).join(', ') })}</Text>
    </Dialog>
  );
}

import { ArrowUpToLine } from 'lucide-react';
import type { CartView, TaskView } from '../../../shared/contracts/views.ts';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { useTaskCommands } from './use-task-commands.ts';

/** What has come between a walk and its end: hot orders that wait to be taken along, and orders that have dropped out. */
export function WalkNotices({ waitingHot, cart }: Pick<TaskView, 'waitingHot' | 'cart'>) {
  const { t } = useText();
  const { task, busy } = useTaskCommands();
  // One at a time: the next is offered when this one is taken.
  const [hot] = waitingHot;
  return (
    <>
      {hot && (
        <Banner
          action={
            <Button busy={busy} icon={ArrowUpToLine} size="floor" variant="primary" onPress={() => void task((client) => client.floor.join({ po: hot.po }))}>
              {t('cart.toFront')}
            </Button>
          }
          title={t('cart.hotWaits', { po: hot.po })}
          tone="hot"
        >
          {t('cart.hotWaits.text', { count: hot.left, more: waitingHot.length - 1 })}
        </Banner>
      )}
      {cart.map((place) => place.stopped !== null && <Dropped key={place.place} {...place} stopped={place.stopped} />)}
    </>
  );
}

function Dropped({ place, stopped }: Pick<CartView, 'place'> & { readonly stopped: NonNullable<CartView['stopped']> }) {
  const { t, tell } = useText();
  return (
    <Banner title={t('cart.dropped', { place })} tone="error">
      {tell(stopped)}
    </Banner>
  );
}

import { ArrowUpToLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CartView, TaskView } from '../../../shared/contracts/views.ts';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { useTaskCommands } from './use-task-commands.ts';

/** What has come between a walk and its end: hot orders that wait to be taken along, and orders that have dropped out. */
export function WalkNotices({ waitingHot, cart }: Pick<TaskView, 'waitingHot' | 'cart'>) {
  // One at a time: the next is offered when this one is taken.
  const [hot] = waitingHot;
  return (
    <>
      {hot && <HotWaits key={hot.po} {...hot} more={waitingHot.length - 1} />}
      {cart.map((place) => place.stopped !== null && <Dropped key={place.place} {...place} stopped={place.stopped} />)}
    </>
  );
}

/** Milliseconds in which a tap was meant for what stood there before. */
const SECOND_TAP = 500;

function HotWaits({ po, left, more }: TaskView['waitingHot'][number] & { readonly more: number }) {
  const { t } = useText();
  const { task, busy } = useTaskCommands();
  const [dead, setDead] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setDead(false), SECOND_TAP);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Banner
      action={
        <Button busy={busy} disabled={dead} icon={ArrowUpToLine} size="floor" variant="primary" onPress={() => void task((client) => client.floor.join({ po }))}>
          {t('cart.toFront', { po })}
        </Button>
      }
      title={t('cart.hotWaits', { po })}
      tone="hot"
    >
      {t('cart.hotWaits.text', { count: left, more })}
    </Banner>
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

import type { CartView, TaskView } from '../../../shared/contracts/views.ts';
import { HotWaits } from '../../app/hot-waits.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Banner } from '../../ui/status/banner.tsx';

/** What has come between a walk and its end: hot orders that wait to be taken along, and orders that have dropped out. */
export function WalkNotices({ waitingHot, cart }: Pick<TaskView, 'waitingHot' | 'cart'>) {
  // One at a time: the next is offered when this one is taken.
  const [hot] = waitingHot;
  return (
    <>
      {hot && <HotWaits hot={hot} key={hot.po} more={waitingHot.length - 1} />}
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

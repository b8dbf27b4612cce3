import { useEffect } from 'react';
import { create } from 'zustand';
import type { TaskView } from '../../../shared/contracts/views.ts';
import { useScans } from '../../app/scanning.ts';
import { dismissAlert, useStationState } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { isDue, sight, type ChangeSighting } from './change-notice.ts';

/** Outlives the screen: what was put away stays away when the person comes back from another one. */
const useSighting = create<{ readonly seen: ChangeSighting | undefined }>(() => ({ seen: undefined }));

/** What the customer changed since the task began: shown when the carton in hand is finished, until it is put away. */
export function useChangedNotice({ po: shown, cart, changed, kind, located, unit }: TaskView) {
  const { t, tell } = useText();
  const answered = useScans((state) => state.answered);
  const seen = useSighting((state) => state.seen);
  const count = changed.length;
  // On a cart the order that is shown goes from place to place: what was seen is seen for the whole walk.
  const po = cart.length > 0 ? cart.map((place) => place.po).join(' ') : shown;
  const orders = cart.length > 0 ? cart.filter((place) => place.changed).map((place) => place.po) : shown === null ? [] : [shown];
  useEffect(() => {
    if (po !== null) useSighting.setState((state) => ({ seen: sight(state.seen, po, count, answered) }));
  }, [po, count, answered]);
  const inHand = kind === 'pick' ? located : kind === 'pack' && unit !== null;
  if (po === null || seen?.po !== po || !isDue(seen, answered, inHand)) return undefined;
  const putAway = (): void => {
    useSighting.setState({ seen: { ...seen, dismissed: seen.count } });
    for (const alert of useStationState.getState().alerts) if (alert.type === 'order-changed' && orders.includes(alert.po)) dismissAlert(alert.id);
  };
  return (
    <Banner
      action={<Button onPress={putAway}>{t('floorScreen.changed.seen')}</Button>}
      title={t('floorScreen.changed', { po: orders.join(', ') })}
      tone="warning"
    >
      {changed.map(tell).join(' · ')}
    </Banner>
  );
}

import { ArrowUpToLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TaskView } from '../../shared/contracts/views.ts';
import { Button } from '../ui/actions/button.tsx';
import { useText } from '../ui/i18n.tsx';
import { Banner } from '../ui/status/banner.tsx';
import { useCommand } from './station.tsx';
import { useTakeTask } from './task.ts';

interface HotWaitsProps {
  readonly hot: TaskView['waitingHot'][number];
  /** Hot orders behind it. */
  readonly more: number;
  /** A strip above another screen than the walk's own. */
  readonly look?: 'strip';
}

/** Milliseconds in which a tap was meant for what stood there before. */
const SECOND_TAP = 500;

/** A hot order that the station's walk could take to its front now: one touch, and what is picked stays. */
export function HotWaits({ hot: { po, left }, more, look }: HotWaitsProps) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const take = useTakeTask();
  const [dead, setDead] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setDead(false), SECOND_TAP);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Banner
      action={
        <Button busy={busy} disabled={dead} icon={ArrowUpToLine} size="floor" variant="primary" onPress={() => void run(async (client) => take(await client.floor.join({ po })))}>
          {t('cart.toFront', { po })}
        </Button>
      }
      look={look}
      title={t('cart.hotWaits', { po })}
      tone="hot"
    >
      {t('cart.hotWaits.text', { count: left, more })}
    </Banner>
  );
}

import { ShoppingCart } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useLocation } from 'wouter';
import { letterOf, MOST_ON_CART } from '../../../shared/domain/picking/cart.ts';
import { useLeaveWalk } from '../../app/leave-walk-store.ts';
import { useAnswer } from '../../app/station.tsx';
import { useTask } from '../../app/task.ts';
import { Button } from '../../ui/actions/button.tsx';
import { classes } from '../../ui/defined.ts';
import { useText } from '../../ui/i18n.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import '../../ui/floor/cart.css';
import { leftOf, workAmong, type Work } from './floor-work.ts';
import { useTaskCommands } from './use-task-commands.ts';

/** Enough of the queue's top to fill a cart from. */
const ASKED = 60;

/** Several orders on one walk: chosen by touch, the hot ones chosen already. Nothing where there is no choice. */
export function PickTogether() {
  const { t } = useText();
  const queue = useAnswer(['orders', 'tasks', 'staff', 'claims', 'cases'], ['top-of-queue'], (client) => client.queue.page({ limit: ASKED }));
  const [open, setOpen] = useState(false);
  const works = workAmong(queue.data?.rows ?? []).filter(({ row, task }) => task === 'pick' && !row.needsUpdate && row.claim?.here !== false);
  if (works.length < 2) return null;
  return (
    <>
      <Button icon={ShoppingCart} onPress={() => setOpen(true)}>
        {t('cart.together')}
      </Button>
      {open && <Choice works={works} onClose={() => setOpen(false)} />}
    </>
  );
}

function Choice({ works, onClose }: { readonly works: readonly Work[]; readonly onClose: () => void }) {
  const { t } = useText();
  const [, go] = useLocation();
  const { task, busy } = useTaskCommands();
  const leaveWalk = useLeaveWalk();
  const current = useTask().data;
  const onCart = current?.kind === 'pick' ? current.cart.map(({ po }) => po) : [];
  const [chosen, setChosen] = useState<readonly string[]>(() => works.filter(({ row }) => row.hpo || onCart.includes(row.po)).slice(0, MOST_ON_CART).map(({ row }) => row.po));
  // Letters on a loaded cart stay; behind them, and on an empty one, places are given in the queue's order, the hottest first.
  const pos = [...onCart, ...works.map(({ row }) => row.po).filter((po) => !onCart.includes(po))].filter((po) => chosen.includes(po));
  const start = async (): Promise<void> => {
    const walk = await leaveWalk((cart) => cart.every((po) => pos.includes(po)));
    if (walk === 'stay' || !(await task((client) => client.floor.walk({ pos, leave: walk === 'leave' })))) return;
    onClose();
    go('/tasks');
  };
  return (
    <Dialog
      actions={
        <Button busy={busy} disabled={pos.length < 2} icon={ShoppingCart} size="floor" variant="primary" onPress={() => void start()}>
          {t('cart.together.start', { count: pos.length })}
        </Button>
      }
      open
      title={t('cart.together')}
      wide
      onClose={onClose}
    >
      <Text as="p" tone="quiet">
        {t('cart.together.text', { most: MOST_ON_CART })}
      </Text>
      <ul className="cart-choice">
        {works.map((work) => (
          <li key={work.row.po}>
            <ChoiceRow
              full={pos.length >= MOST_ON_CART}
              place={pos.indexOf(work.row.po)}
              work={work}
              onChange={(on) => setChosen(on ? [...chosen, work.row.po] : chosen.filter((po) => po !== work.row.po))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface ChoiceRowProps {
  readonly work: Work;
  /** Index of its place on the cart; -1 while it is not chosen. */
  readonly place: number;
  readonly full: boolean;
  readonly onChange: (on: boolean) => void;
}

function ChoiceRow({ work, place, full, onChange }: ChoiceRowProps) {
  const { t } = useText();
  const { row } = work;
  return (
    <ToggleButton className="cart-choice__row" isDisabled={full && place < 0} isSelected={place >= 0} onChange={onChange}>
      <span className={classes('cart-choice__letter', row.hpo && 'cart-choice__letter--hot')} translate="no">
        {place < 0 ? '' : letterOf(place)}
      </span>
      <span className="cart-choice__words">
        <span className="cart-choice__po">
          {row.hpo && <HotBadge />}
          <CodeText kind="po" value={row.po} />
        </span>
        <span className="cart-choice__goods">{row.headline}</span>
      </span>
      <span className="cart-choice__left">{t('floorScreen.left', { task: 'pick', count: leftOf(work), total: row.units.accepted })}</span>
    </ToggleButton>
  );
}

import { Calculator, CheckCheck, HeartCrack, LogOut, PackageX, Printer } from 'lucide-react';
import { useState } from 'react';
import type { LineView, TaskView } from '../../../shared/contracts/views.ts';
import { Button } from '../../ui/actions/button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { TaskStage } from '../../ui/floor/task-stage.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { UnitsBar } from '../../ui/status/units-bar.tsx';
import { useChangedNotice } from './changed-notice.tsx';
import { DamagedGoods } from './damaged-goods.tsx';
import { placesWhilePicking } from './damaged-places.ts';
import { KeyQuantity } from './key-quantity.tsx';
import { codeOf } from './keyed-quantity.ts';
import { ProductFacts } from './product-facts.tsx';
import { remainingLines } from './remaining-lines.tsx';
import { ShortPick } from './short-pick.tsx';
import { eachesDone, expectedCode } from './stage-facts.ts';
import { TaskContext } from './task-context.tsx';
import { useTaskCommands } from './use-task-commands.ts';
import { WalkNotices } from './walk-notices.tsx';

const leftToPick = ({ accepted, picked }: LineView): number => Math.max(0, accepted - picked);

/** Where the next piece goes, or what is in hand already. */
function toPlace(label: string, { line, cart, putting }: TaskView): { readonly label: string; readonly place: string; readonly hot: boolean } | undefined {
  if (putting !== null) return { label, place: putting.place, hot: putting.hpo };
  const next = line === null ? undefined : cart.find(({ isNext }) => isNext);
  return next && { label, place: next.place, hot: next.hpo };
}

/** What is asked about a line; kept while the dialog is open, for the task moves on by itself. */
interface Asking {
  readonly what: 'key' | 'short' | 'damaged';
  readonly line: LineView;
  readonly task: TaskView;
}

/** Picking: the bin, the product, how many. */
export function PickTask({ task }: { readonly task: TaskView }) {
  const words = useText();
  const { t, tell } = words;
  const { leave, command, busy } = useTaskCommands();
  const notice = useChangedNotice(task);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { line, location, product, cart, putting, waitingHot } = task;
  return (
    <>
      <TaskStage
        actions={
          <>
            {line === null && putting === null && (
              <Button icon={CheckCheck} variant="primary" onPress={() => command('done')}>
                {t('floorScreen.done.pick')}
              </Button>
            )}
            {line !== null && codeOf(line, product) !== null && (
              <Button icon={Calculator} onPress={() => setAsking({ what: 'key', line, task })}>
                {t('floorScreen.key')}
              </Button>
            )}
            {line !== null && (
              <Button icon={PackageX} onPress={() => setAsking({ what: 'short', line, task })}>
                {t('floorScreen.short')}
              </Button>
            )}
            {line?.sku != null && placesWhilePicking(line, task).length > 0 && (
              <Button icon={HeartCrack} onPress={() => setAsking({ what: 'damaged', line, task })}>
                {t('floorScreen.damaged')}
              </Button>
            )}
            <Button busy={busy} icon={LogOut} onPress={() => void leave()}>
              {t('floorScreen.leave')}
            </Button>
          </>
        }
        cart={cart.map(({ stopped, picked, accepted, hpo, ...place }) => ({ ...place, hot: hpo, done: picked, of: accepted, stopped: stopped !== null }))}
        cartAction={<IconButton icon={Printer} label={t('cartList.print')} variant="secondary" onPress={() => command('print')} />}
        context={<TaskContext task={task} />}
        expected={putting === null ? expectedCode(words, task) : { label: t('tote.expect'), kind: 'location', value: putting.tote }}
        hot={task.hpo}
        instruction={tell(task.instruction)}
        notice={
          (notice !== undefined || waitingHot.length > 0 || cart.some(({ stopped }) => stopped !== null)) && (
            <Stack gap={2}>
              {notice}
              <WalkNotices cart={cart} waitingHot={waitingHot} />
            </Stack>
          )
        }
        place={putting !== null ? { label: t('tote.label'), value: putting.tote } : line !== null && location !== null ? { label: t('floorScreen.bin'), value: location } : undefined}
        product={line === null ? undefined : { title: line.title, facts: <ProductFacts line={line} product={product} /> }}
        quantity={line === null ? undefined : eachesDone(words, t('floorScreen.picked'), task, product?.caseSize ?? line.caseSize)}
        to={toPlace(t('cart.place'), task)}
        rest={remainingLines(words, { lines: task.remaining, left: leftToPick, places: true })}
      >
        {line === null && putting === null && task.units !== null && <UnitsBar size="card" units={task.units} />}
      </TaskStage>
      {asking !== null && <Exception {...asking} onClose={() => setAsking(null)} />}
    </>
  );
}

/** What cannot be scanned: a quantity by key, and goods that are not there. */
function Exception({ what, line, task, onClose }: Asking & { readonly onClose: () => void }) {
  const { po, product, location, done, wanted } = task;
  const left = Math.max(0, wanted - done);
  if (what === 'short') return po === null ? null : <ShortPick left={Math.max(1, left - line.short)} line={line} location={location} po={po} onClose={onClose} />;
  if (what === 'damaged') {
    const places = placesWhilePicking(line, task);
    return po === null || places.length === 0 ? null : <DamagedGoods places={places} po={po} onClose={onClose} />;
  }
  const code = codeOf(line, product);
  if (code === null) return null;
  return (
    <KeyQuantity
      products={[{ id: line.line, code, sku: line.sku ?? code, title: line.title, left, caseSize: product?.caseSize ?? line.caseSize }]}
      task="pick"
      onClose={onClose}
    />
  );
}

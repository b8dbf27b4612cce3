import { ArrowRightLeft, Box, Calculator, CheckCheck, HeartCrack, Keyboard, LogOut, Package, PackageCheck, PackageMinus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { TaskView, UnitView } from '../../../shared/contracts/views.ts';
import { Button } from '../../ui/actions/button.tsx';
import { TaskStage } from '../../ui/floor/task-stage.tsx';
import { useText } from '../../ui/i18n.tsx';
import { useChangedNotice } from './changed-notice.tsx';
import { CloseUnit } from './close-unit.tsx';
import { placesOnUnit, placesWaiting } from './damaged-places.ts';
import { DuplicateCarton } from './duplicate-carton.tsx';
import { GoodsDialog, type AskedGoods } from './goods-dialog.tsx';
import { KeyQuantity, type Keyable } from './key-quantity.tsx';
import { codeOf } from './keyed-quantity.ts';
import { PackedUnits, UnitReason } from './packed-units.tsx';
import { ProductFacts } from './product-facts.tsx';
import { remainingLines } from './remaining-lines.tsx';
import { eachesDone, leftToPack } from './stage-facts.ts';
import { TaskContext } from './task-context.tsx';
import { TakeOff } from './take-off.tsx';
import { TypeLabel } from './type-label.tsx';
import { UnitInHand } from './unit-in-hand.tsx';
import { useTaskCommands } from './use-task-commands.ts';
import { useUnits } from './use-units.ts';

/** Packing: products and cartons onto the pallet in hand; then close it, stick its label on, scan the label. */
export function PackTask({ task }: { readonly task: TaskView }) {
  const words = useText();
  const { t, tell } = words;
  const notice = useChangedNotice(task);
  const { po, line, unit } = task;
  const [goods, setGoods] = useState<AskedGoods | null>(null);
  const units = useUnits(po);
  const done = eachesDone(words, t('floorScreen.packed'), task, task.product?.caseSize ?? line?.caseSize ?? null);
  const others = units.filter(({ sscc, state }) => sscc !== unit?.sscc && state !== 'voided' && state !== 'departed').sort((left, right) => urgency(left) - urgency(right));
  return (
    <TaskStage
      actions={<PackActions key={unit?.sscc ?? 'none'} task={task} onAskGoods={setGoods} />}
      beside={unit === null ? undefined : <UnitInHand task={task} unit={unit} />}
      context={<TaskContext task={task} />}
      hot={task.hpo}
      instruction={tell(task.instruction)}
      notice={notice}
      product={line === null || unit !== null || others.length > 0 ? undefined : { title: line.title, facts: <ProductFacts line={line} product={task.product} /> }}
      quantity={done && { ...done, also: [done.also, task.trace?.inHand && tell(task.trace.inHand)].filter(Boolean).join(' · ') || undefined }}
      rest={remainingLines(words, { lines: line === null ? task.remaining : [line, ...task.remaining], left: leftToPack, places: false })}
    >
      {unit !== null && <DuplicateCarton />}
      <PackedUnits units={others} onAskGoods={setGoods} />
      {goods !== null && <GoodsDialog asked={goods} onClose={() => setGoods(null)} />}
    </TaskStage>
  );
}

/** A pallet without a confirmed label comes first: it is what the packer stands before. */
const urgency = ({ state, labelConfirmedAt }: UnitView): number => (state === 'closed' && labelConfirmedAt === null ? 0 : state === 'open' ? 1 : 2);

type Asking = 'type' | 'key' | 'close' | 'off' | 'discard';

/** One tap each, and only what the pallet in hand allows. */
function PackActions({ task, onAskGoods }: { readonly task: TaskView; readonly onAskGoods: (asked: AskedGoods) => void }) {
  const { t } = useText();
  const { leave, command, task: ask, busy } = useTaskCommands();
  const [open, setOpen] = useState<Asking | null>(null);
  const close = (): void => setOpen(null);
  const { po, unit, line, units } = task;
  const [first, ...rest] = keyables(task);
  const places = [...(unit === null ? [] : placesOnUnit(unit)), ...placesWaiting(task)];
  const packedAll = units !== null && units.packed >= units.accepted;
  const openUnit = (kind: 'pallet' | 'carton'): void => {
    if (po !== null) void ask((client) => client.units.open({ po, kind }));
  };
  const wanted = task.trace?.wanted ?? null;
  return (
    <>
      {wanted !== null && wanted.fields.length > 0 && (
        <Button icon={Keyboard} variant="primary" onPress={() => setOpen('type')}>
          {t('floorScreen.label.type')}
        </Button>
      )}
      {unit === null && line !== null && (
        <>
          <Button busy={busy} icon={Package} variant="primary" onPress={() => openUnit('pallet')}>
            {t('floorScreen.open.pallet')}
          </Button>
          <Button busy={busy} icon={Box} onPress={() => openUnit('carton')}>
            {t('floorScreen.open.carton')}
          </Button>
        </>
      )}
      {unit !== null && unit.eaches > 0 && (
        <>
          <Button icon={PackageCheck} variant={line === null ? 'primary' : 'secondary'} onPress={() => setOpen('close')}>
            {t('floorScreen.close', { kind: unit.kind })}
          </Button>
          <Button icon={PackageMinus} onPress={() => setOpen('off')}>
            {t('floorScreen.off')}
          </Button>
          <Button icon={ArrowRightLeft} onPress={() => onAskGoods({ what: 'move', unit })}>
            {t('floorScreen.move')}
          </Button>
        </>
      )}
      {po !== null && places.length > 0 && (
        <Button icon={HeartCrack} onPress={() => onAskGoods({ what: 'damaged', po, places })}>
          {t('floorScreen.damaged')}
        </Button>
      )}
      {unit?.eaches === 0 && (
        <Button icon={Trash2} onPress={() => setOpen('discard')}>
          {t('floorScreen.discard')}
        </Button>
      )}
      {first && (
        <Button icon={Calculator} onPress={() => setOpen('key')}>
          {t('floorScreen.key')}
        </Button>
      )}
      {unit === null && packedAll && (
        <Button icon={CheckCheck} variant="primary" onPress={() => command('done')}>
          {t('floorScreen.done.pack')}
        </Button>
      )}
      <Button busy={busy} icon={LogOut} onPress={() => void leave()}>
        {t('floorScreen.leave')}
      </Button>
      {open === 'type' && wanted !== null && <TypeLabel wanted={wanted} onClose={close} />}
      {open === 'key' && first && <KeyQuantity products={[first, ...rest]} task="pack" onClose={close} />}
      {open === 'close' && unit !== null && <CloseUnit unit={unit} onClose={close} />}
      {open === 'off' && unit !== null && <TakeOff unit={unit} onClose={close} />}
      {open === 'discard' && unit !== null && <UnitReason asking="discard" unit={unit} onClose={close} />}
    </>
  );
}

/** What is picked and waits to be packed: any of it may be keyed. */
function keyables({ line, remaining, product }: TaskView): Keyable[] {
  return (line === null ? [] : [line, ...remaining]).flatMap((each) => {
    const code = codeOf(each, each === line ? product : null);
    if (code === null) return [];
    return [{ id: each.line, code, sku: each.sku ?? code, title: each.title, left: leftToPack(each), caseSize: each.caseSize }];
  });
}

import { ArrowRightLeft, Calculator, CheckCheck, Layers, PackagePlus } from 'lucide-react';
import { useState } from 'react';
import type { MoveView, TaskView, UnitView } from '../../../shared/contracts/views.ts';
import { useScanDoor } from '../../app/scan-door.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { TaskStage } from '../../ui/floor/task-stage.tsx';
import { useText } from '../../ui/i18n.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { eaches } from '../../ui/text/amounts.tsx';
import { bySku, goodsOn } from './goods-on-unit.ts';
import { KeyQuantity, type Keyable } from './key-quantity.tsx';
import { SsccText } from './sscc-text.tsx';
import { unitTail } from './unit-tail.ts';
import { useGoodsWords } from './use-goods-words.ts';
import { useTaskCommands } from './use-task-commands.ts';
import { useUnits } from './use-units.ts';

/** Goods on their way from one pallet to another: from where, what, where to. Every button does what a scan does. */
export function MoveTask({ task, move }: { readonly task: TaskView; readonly move: MoveView }) {
  const { t, tell } = useText();
  const { from, goods, eaches: noted } = move;
  const po = from?.po ?? task.po;
  const others = useUnits(po).filter(({ sscc, state, parent, eaches: on }) => sscc !== from?.sscc && parent === null && (goods.length > 0 ? state === 'open' : on > 0 && (state === 'open' || state === 'closed')));
  return (
    <TaskStage
      actions={<MoveActions move={move} />}
      context={
        <>
          <ArrowRightLeft aria-hidden size={24} />
          <strong>{t('floorScreen.move.start')}</strong>
          {po !== null && <CodeText kind="po" value={po} />}
        </>
      }
      hot={task.hpo}
      instruction={tell(task.instruction)}
      quantity={from === null ? undefined : { label: t('floorScreen.move.noted'), done: noted, of: from.eaches, unit: eaches }}
      rest={from === null ? undefined : { title: t('floorScreen.move.standing', { unit: unitTail(from.sscc) }), content: <Standing unit={from} /> }}
    >
      {from !== null && <Noted move={move} />}
      {others.length > 0 && <Others goesOn={goods.length > 0} units={others} />}
    </TaskStage>
  );
}

function MoveActions({ move: { from, goods } }: { readonly move: MoveView }) {
  const { t } = useText();
  const { command } = useTaskCommands();
  const door = useScanDoor();
  const [keying, setKeying] = useState(false);
  const [first, ...more] = from === null ? [] : keyables(from);
  const all = goods.some(({ kind }) => kind === 'all');
  return (
    <>
      {from !== null && goods.length > 0 && (
        <Button icon={PackagePlus} variant="primary" onPress={() => command('new')}>
          {t('floorScreen.move.onto.new', { kind: from.kind })}
        </Button>
      )}
      {from !== null && !all && (
        <Button icon={Layers} onPress={() => door.scan(from.sscc)}>
          {t('floorScreen.move.all')}
        </Button>
      )}
      {first && !all && (
        <Button icon={Calculator} onPress={() => setKeying(true)}>
          {t('floorScreen.key')}
        </Button>
      )}
      <Button icon={CheckCheck} onPress={() => command('done')}>
        {t('floorScreen.move.end')}
      </Button>
      {keying && first && <KeyQuantity products={[first, ...more]} task="move" onClose={() => setKeying(false)} />}
    </>
  );
}

/** Of what stands there with one lot only: of others the label says which. */
function keyables(unit: UnitView): Keyable[] {
  const loose = bySku(goodsOn(unit)).filter(({ carton }) => carton === null);
  return loose.filter(({ sku }) => loose.filter((other) => other.sku === sku).length === 1).map(({ id, sku, title, eaches: left }) => ({ id, code: sku, sku, title, left, caseSize: null }));
}

function Noted({ move: { goods } }: { readonly move: MoveView }) {
  const { t } = useText();
  const words = useGoodsWords();
  if (goods.length === 0) return null;
  return (
    <ul aria-label={t('floorScreen.move.noted')} className="floor-rest">
      {goods.map(({ kind, sku, carton, eaches: count, trace }, index) => (
        <li className="floor-rest__line" key={`${String(index)} ${sku ?? carton ?? ''}`}>
          <span className="floor-rest__head">
            <strong>{kind === 'all' ? t('floorScreen.move.all') : carton === null ? sku : t('floorScreen.unit.carton')} {carton !== null && <SsccText sscc={carton} />}</strong>
            <span className="floor-rest__count">{t('floorScreen.remaining.eaches', { count })}</span>
          </span>
          {trace !== null && <span className="floor-rest__title">{words.traced(trace)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What stands on the pallet that goods come from, to compare. */
function Standing({ unit }: { readonly unit: UnitView }) {
  const words = useGoodsWords();
  return (
    <ul className="floor-rest">
      {goodsOn(unit).map((goods) => (
        <li className="floor-rest__line" key={goods.id}>
          <span className="floor-rest__head">
            <strong>{words.name(goods)}</strong>
          </span>
          <span className="floor-rest__title">{words.there(goods)}</span>
        </li>
      ))}
    </ul>
  );
}

/** For fingers: the order's other pallets, as targets once something is noted, and to take goods from before that. */
function Others({ units, goesOn }: { readonly units: readonly UnitView[]; readonly goesOn: boolean }) {
  const { t } = useText();
  const door = useScanDoor();
  return (
    <ul aria-label={t('floorScreen.move.others')} className="floor-units">
      {units.map(({ sscc, kind, state, eaches: on, cartons }) => (
        <li className="floor-units__item" key={sscc}>
          <span className="floor-units__words">
            <strong>
              {t(kind === 'pallet' ? 'floorScreen.unit.pallet' : 'floorScreen.unit.carton')} <SsccText sscc={sscc} />
            </strong>
            <span className="floor-units__facts">
              {t('floorScreen.unit.state', { state })} · {t('floorScreen.unit.holds', { eaches: on, cartons })}
            </span>
          </span>
          <Button icon={ArrowRightLeft} onPress={() => door.scan(sscc)}>
            {t(goesOn ? 'floorScreen.move.onto.this' : 'floorScreen.move.from.this')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

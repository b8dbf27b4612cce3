import { ArrowRightLeft, ScanBarcode } from 'lucide-react';
import { useState } from 'react';
import type { GoodsNamed } from '../../../shared/contracts/api.ts';
import type { UnitView } from '../../../shared/contracts/views.ts';
import { useScanDoor } from '../../app/scan-door.tsx';
import { newScanId } from '../../app/scanning.ts';
import { useTask } from '../../app/task.ts';
import { Button } from '../../ui/actions/button.tsx';
import { HoldButton } from '../../ui/actions/hold-button.tsx';
import { QuantityField } from '../../ui/fields/quantity-field.tsx';
import { RadioGroup } from '../../ui/fields/radio-group.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { eaches } from '../../ui/text/amounts.tsx';
import { bySku, goodsOn, type GoodsOnUnit } from './goods-on-unit.ts';
import { useGoodsWords } from './use-goods-words.ts';
import { unitTail } from './unit-tail.ts';
import { useTaskCommands } from './use-task-commands.ts';
import { useUnits } from './use-units.ts';

const ALL = 'all';
const NEW = 'new';

export interface MoveGoodsProps {
  /** As it stood when the question was asked: what is on it since is not moved along. */
  readonly unit: UnitView;
  readonly onClose: () => void;
}

/**
 * Goods of a pallet onto another of the same order, or onto a new one: a pallet put together anew, or split. What costs a number or a label
 * says so and is held.
 */
export function MoveGoods({ unit, onClose }: MoveGoodsProps) {
  const { t } = useText();
  const words = useGoodsWords();
  const { reply, command, busy } = useTaskCommands();
  const door = useScanDoor();
  const inHand = useTask().data?.unit?.sscc;
  const [scanId] = useState(newScanId);
  const [what, setWhat] = useState<string | null>(null);
  const [to, setTo] = useState<string>(NEW);
  const [count, setCount] = useState(1);
  const targets = useUnits(unit.po).filter(({ sscc, state }) => sscc !== unit.sscc && state === 'open');
  const target = to === NEW ? null : targets.find(({ sscc }) => sscc === to)?.sscc;
  const goods = bySku(goodsOn(unit));
  const chosen = goods.find(({ id }) => id === what);
  const named = what === ALL ? { kind: 'all' as const, eaches: unit.eaches } : chosen && nameOf(chosen, count);
  const cost = named && costOf(unit, named.kind === 'carton' ? (chosen?.eaches ?? 0) : named.eaches);
  const move = async (): Promise<void> => {
    if (named === undefined || target === undefined) return;
    const answer = await reply((client) => client.floor.move({ scanId, from: unit.sscc, to: target, goods: named }), unit.sscc);
    if (answer) onClose();
  };
  const byScanner = (): void => {
    onClose();
    command('move');
    // Of the pallet in hand it is known already.
    if (inHand !== unit.sscc) door.scan(unit.sscc);
  };
  const ready = named !== undefined && target !== undefined && !busy;
  return (
    <Dialog
      actions={
        <>
          <Button icon={ScanBarcode} size="floor" onPress={byScanner}>
            {t('floorScreen.move.scan')}
          </Button>
          {cost ? (
            <HoldButton disabled={!ready} icon={ArrowRightLeft} label={t('floorScreen.move.do')} size="floor" onConfirm={() => void move()} />
          ) : (
            <Button busy={busy} disabled={!ready} icon={ArrowRightLeft} size="floor" variant="primary" onPress={() => void move()}>
              {t('floorScreen.move.do')}
            </Button>
          )}
        </>
      }
      open
      title={t('floorScreen.move.title', { kind: unit.kind, unit: unitTail(unit.sscc) })}
      onClose={onClose}
    >
      <Stack gap={6}>
        <RadioGroup
          label={t('floorScreen.move.what')}
          look="cards"
          options={[
            { id: ALL, label: t('floorScreen.move.all'), description: t('floorScreen.unit.holds', { eaches: unit.eaches, cartons: unit.cartons }) },
            ...goods.map((each) => ({ id: each.id, label: each.carton === null ? t('floorScreen.move.product', { sku: each.sku }) : words.name(each), description: words.there(each) })),
          ]}
          value={what}
          onChange={setWhat}
        />
        {chosen?.carton === null && <QuantityField label={t('floorScreen.move.eaches', { sku: chosen.sku })} max={chosen.eaches} min={1} unit={eaches} value={Math.min(count, chosen.eaches)} onChange={setCount} />}
        <RadioGroup
          label={t('floorScreen.move.to')}
          look="cards"
          options={[{ id: NEW, label: t('floorScreen.move.new', { kind: unit.kind }) }, ...targets.map(({ sscc, kind, eaches: on, cartons }) => ({ id: sscc, label: t('floorScreen.move.onto', { kind, unit: unitTail(sscc) }), description: t('floorScreen.unit.holds', { eaches: on, cartons }) }))]}
          value={target === undefined ? null : to}
          onChange={setTo}
        />
        {cost && <Banner title={t('floorScreen.costs', { what: cost, unit: unitTail(unit.sscc) })} tone="warning" />}
      </Stack>
    </Dialog>
  );
}

const nameOf = ({ carton, sku, trace, eaches: most }: GoodsOnUnit, count: number): GoodsNamed & { readonly kind: 'product' | 'carton' } =>
  carton === null ? { kind: 'product', sku, eaches: Math.min(count, most), trace } : { kind: 'carton', carton };

/** What goes with the goods: number and label of a unit that is emptied, weight and label of one that was closed. */
export function costOf({ eaches: there, state, labelPrints }: Pick<UnitView, 'eaches' | 'state' | 'labelPrints'>, off: number): 'label' | 'number' | 'open' | undefined {
  if (off >= there) return labelPrints > 0 ? 'label' : 'number';
  return state === 'closed' ? 'open' : undefined;
}

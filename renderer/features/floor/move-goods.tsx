import { ArrowRightLeft } from 'lucide-react';
import { useState } from 'react';
import type { UnitView } from '../../../shared/contracts/views.ts';
import { useAnswer } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { QuantityField } from '../../ui/fields/quantity-field.tsx';
import { RadioGroup } from '../../ui/fields/radio-group.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { eaches } from '../../ui/text/amounts.tsx';
import { unitTail } from './unit-tail.ts';
import { useTaskCommands } from './use-task-commands.ts';

const ALL = 'all';
const NEW = 'new';

export interface MoveGoodsProps {
  readonly unit: UnitView;
  readonly onClose: () => void;
}

/** Goods of a pallet onto another of the same order, or onto a new one: a pallet put together anew, or split. */
export function MoveGoods({ unit, onClose }: MoveGoodsProps) {
  const { t } = useText();
  const { reply, busy } = useTaskCommands();
  const [what, setWhat] = useState<string>(ALL);
  const [to, setTo] = useState<string>(NEW);
  const [count, setCount] = useState(1);
  const orders = useAnswer(['units', 'orders'], ['floor-units', unit.po], async (client) => (await client.orders.get({ po: unit.po })).handlingUnits);
  const targets = (orders.data ?? []).filter(({ sscc, state }) => sscc !== unit.sscc && state === 'open');
  const products = [...new Set(unit.contents.map(({ sku }) => sku))].map((sku) => ({ sku, most: unit.contents.reduce((sum, content) => (content.sku === sku ? sum + content.eaches : sum), 0) }));
  const product = products.find(({ sku }) => sku === what);
  const move = async (): Promise<void> => {
    const answer = await reply((client) => client.floor.move({ from: unit.sscc, to: to === NEW ? null : to, sku: product?.sku ?? null, eaches: product ? Math.min(count, product.most) : null }), unit.sscc);
    if (answer) onClose();
  };
  return (
    <Dialog
      actions={
        <Button busy={busy} icon={ArrowRightLeft} size="floor" variant="primary" onPress={() => void move()}>
          {t('floorScreen.move.do')}
        </Button>
      }
      open
      title={t('floorScreen.move.title', { kind: unit.kind, unit: unitTail(unit.sscc) })}
      onClose={onClose}
    >
      <Stack gap={6}>
        <RadioGroup
          label={t('floorScreen.move.what')}
          look="cards"
          options={[{ id: ALL, label: t('floorScreen.move.all'), description: t('floorScreen.unit.holds', { eaches: unit.eaches, cartons: unit.cartons }) }, ...products.map(({ sku, most }) => ({ id: sku, label: t('floorScreen.move.product', { sku }), description: t('floorScreen.move.there', { eaches: most }) }))]}
          value={what}
          onChange={setWhat}
        />
        {product && <QuantityField label={t('floorScreen.move.eaches', { sku: product.sku })} max={product.most} min={1} unit={eaches} value={Math.min(count, product.most)} onChange={setCount} />}
        <RadioGroup
          label={t('floorScreen.move.to')}
          look="cards"
          options={[{ id: NEW, label: t('floorScreen.move.new', { kind: unit.kind }) }, ...targets.map(({ sscc, kind, eaches: on, cartons }) => ({ id: sscc, label: t('floorScreen.move.onto', { kind, unit: unitTail(sscc) }), description: t('floorScreen.unit.holds', { eaches: on, cartons }) }))]}
          value={to}
          onChange={setTo}
        />
      </Stack>
    </Dialog>
  );
}

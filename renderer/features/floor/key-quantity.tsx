import { useState } from 'react';
import { useScanDoor } from '../../app/scan-door.tsx';
import { RadioGroup } from '../../ui/fields/radio-group.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { Keypad } from '../../ui/floor/keypad.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { sizeOf, unitsToKey } from './keyed-quantity.ts';

export interface Keyable {
  readonly id: string;
  /** Names the product to the scan door. */
  readonly code: string;
  readonly sku: string;
  readonly title: string;
  /** Eaches that may still be keyed. */
  readonly left: number;
  readonly caseSize: number | null;
}

export interface KeyQuantityProps {
  readonly task: 'pick' | 'pack' | 'move';
  /** The products it may be; the first is the one at hand. */
  readonly products: readonly [Keyable, ...Keyable[]];
  readonly onClose: () => void;
}

/** The exception to scanning: so many of this, by key, through the same door as a scan of the product. */
export function KeyQuantity({ task, products, onClose }: KeyQuantityProps) {
  const { t } = useText();
  const door = useScanDoor();
  const [first] = products;
  const [chosen, setChosen] = useState(first.id);
  const [kind, setKind] = useState<'cases' | 'eaches'>();
  const product = products.find(({ id }) => id === chosen) ?? first;
  const units = unitsToKey(product.left, product.caseSize);
  const unit = units.find((choice) => choice.kind === kind) ?? units[0] ?? { kind: 'eaches' };
  const size = sizeOf(unit);
  return (
    <Dialog open title={t('floorScreen.key.title')} onClose={onClose}>
      <div className="floor-key">
        {products.length > 1 && (
          <SelectField
            label={t('floorScreen.key.product')}
            options={products.map(({ id, sku, title }) => ({ id, label: sku, description: title }))}
            value={product.id}
            onChange={setChosen}
          />
        )}
        {units.length > 1 && (
          <RadioGroup
            label={t('floorScreen.key.unit')}
            look="cards"
            options={units.map((choice) => ({
              id: choice.kind,
              label: choice.kind === 'cases' ? t('floorScreen.key.inCases', { size: choice.size }) : t('floorScreen.key.inEaches'),
            }))}
            value={unit.kind}
            onChange={setKind}
          />
        )}
        <Keypad
          autoFocus
          doneLabel={t('floorScreen.key.save', { task })}
          key={`${product.id} ${unit.kind}`}
          label={t(`floorScreen.key.${task}`, { sku: product.sku })}
          max={Math.floor(product.left / size)}
          ordered={Math.floor(product.left / size)}
          unit={unit}
          onDone={(quantity) => {
            onClose();
            if (quantity > 0) door.scan(product.code, quantity * size);
          }}
        />
      </div>
    </Dialog>
  );
}

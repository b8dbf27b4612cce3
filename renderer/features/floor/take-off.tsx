import { PackageMinus } from 'lucide-react';
import type { UnitView } from '../../../shared/contracts/views.ts';
import { traceMessage } from '../../../shared/domain/handling-units/trace-words.ts';
import { useCommand } from '../../app/station.tsx';
import { HoldButton } from '../../ui/actions/hold-button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { Text } from '../../ui/text/text.tsx';
import { goodsOn } from './goods-on-unit.ts';
import { unitTail } from './unit-tail.ts';

/** Takes goods off the unit in hand again, a carton at a time: held, so that no glove does it by brushing past. */
export function TakeOff({ unit, onClose }: { readonly unit: UnitView; readonly onClose: () => void }) {
  const { t, tell } = useText();
  const { run } = useCommand();
  return (
    <Dialog open title={t('floorScreen.off.title', { kind: unit.kind })} onClose={onClose}>
      <Stack gap={4}>
        {goodsOn(unit).map(({ id, line, sku, title, eaches, cartons, trace, carton }) => {
          const one = cartons > 0 ? Math.ceil(eaches / cartons) : eaches;
          return (
            <Stack gap={2} key={id}>
              <Text weight="medium">
                {title} · {t('floorScreen.unit.holds', { eaches, cartons })}
                {trace !== null && ` · ${tell(traceMessage(trace))}`}
              </Text>
              <HoldButton
                icon={PackageMinus}
                label={carton !== null ? t('floorScreen.off.labelled', { carton: unitTail(carton) }) : cartons > 0 ? t('floorScreen.off.cartons', { sku, eaches: one }) : t('floorScreen.off.eaches', { sku, eaches: one })}
                size="floor"
                wide
                onConfirm={() => void run((client) => (carton === null ? client.units.remove({ sscc: unit.sscc, line, eaches: one, trace }) : client.units.removeCarton({ carton })))}
              />
            </Stack>
          );
        })}
        <Text tone="quiet">{t('floorScreen.off.hint')}</Text>
      </Stack>
    </Dialog>
  );
}

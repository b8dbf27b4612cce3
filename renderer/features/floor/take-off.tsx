import { PackageMinus } from 'lucide-react';
import type { UnitView } from '../../../shared/contracts/views.ts';
import { useCommand } from '../../app/station.tsx';
import { HoldButton } from '../../ui/actions/hold-button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { Text } from '../../ui/text/text.tsx';

/** Takes goods off the unit in hand again, a carton at a time: held, so that no glove does it by brushing past. */
export function TakeOff({ unit, onClose }: { readonly unit: UnitView; readonly onClose: () => void }) {
  const { t } = useText();
  const { run } = useCommand();
  return (
    <Dialog open title={t('floorScreen.off.title', { kind: unit.kind })} onClose={onClose}>
      <Stack gap={4}>
        {unit.contents.map(({ line, sku, title, eaches, cartons }) => {
          const one = cartons > 0 ? Math.ceil(eaches / cartons) : eaches;
          return (
            <Stack gap={2} key={line}>
              <Text weight="medium">
                {title} · {t('floorScreen.unit.holds', { eaches, cartons })}
              </Text>
              <HoldButton
                icon={PackageMinus}
                label={cartons > 0 ? t('floorScreen.off.cartons', { sku, eaches: one }) : t('floorScreen.off.eaches', { sku, eaches: one })}
                size="floor"
                wide
                onConfirm={() => void run((client) => client.units.remove({ sscc: unit.sscc, line, eaches: one }))}
              />
            </Stack>
          );
        })}
        <Text tone="quiet">{t('floorScreen.off.hint')}</Text>
      </Stack>
    </Dialog>
  );
}

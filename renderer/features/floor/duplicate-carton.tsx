import { PackageMinus } from 'lucide-react';
import { useState } from 'react';
import { decodeScan } from '../../../shared/lib/barcode/decode-scan.ts';
import { useScans } from '../../app/scanning.ts';
import { useCommand } from '../../app/station.tsx';
import { HoldButton } from '../../ui/actions/hold-button.tsx';
import { useText } from '../../ui/i18n.tsx';

/** The carton just scanned stands on a pallet already: here is the way to take it off, if that was meant. */
export function DuplicateCarton() {
  const { t } = useText();
  const { run } = useCommand();
  const last = useScans(({ recent }) => recent[0]);
  const [gone, setGone] = useState<string>();
  if (last?.outcome !== 'duplicate' || last.id === gone) return null;
  const decoded = decodeScan(last.code);
  if (decoded.kind !== 'sscc') return null;
  const carton = decoded.sscc;
  return (
    <HoldButton
      icon={PackageMinus}
      key={last.id}
      label={t('floorScreen.off.labelled', { carton })}
      onConfirm={() => void run((client) => client.units.removeCarton({ carton })).then((done) => done && setGone(last.id))}
    />
  );
}

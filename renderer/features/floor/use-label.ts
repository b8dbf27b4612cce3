import { useCallback } from 'react';
import type { StationClient } from '../../bridge.ts';
import { saveFile } from '../../app/files.ts';
import { usePrint } from '../../app/use-print.ts';
import { useText } from '../../ui/i18n.tsx';
import { useToasts } from '../../ui/status/toast.tsx';

export type LabelWay = 'print' | 'save-pdf' | 'save-zpl' | 'manifest';

/** Gets a unit's label from the station, to be printed or kept, or the sheet of what is on it. A label that is printed again with the same on it says REPRINT. */
export function useLabel(): (client: StationClient, sscc: string, way: LabelWay) => Promise<void> {
  const { t } = useText();
  const { show } = useToasts();
  const print = usePrint();
  return useCallback(
    async (client, sscc, way) => {
      if (way === 'print') return print(await client.printing.label({ sscc }));
      if (way === 'manifest') return print(await client.printing.paper({ paper: 'pallet-manifest', subject: sscc }));
      const file = await client.units.label({ sscc, format: way === 'save-zpl' ? 'zpl' : 'pdf' });
      saveFile(file);
      show({ tone: 'info', title: t('floorScreen.paper.saved', { file: file.fileName }) });
    },
    [print, show, t],
  );
}

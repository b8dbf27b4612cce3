import { FileText, FolderArchive, Printer } from 'lucide-react';
import type { ShipmentView } from '../../../shared/contracts/views.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { showPaper } from '../../app/print.ts';
import { usePrint } from '../../app/use-print.ts';
import { useCommand, useStationState } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';

/** The papers that go with a shipment. */
export function ShipmentPapers({ shipment: { shipmentId } }: { readonly shipment: ShipmentView }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const printed = usePrint();
  const role = useStationState(({ session }) => session?.person?.role);
  if (role === undefined || !mayDo(role, 'print')) return null;
  const print = (paper: 'shipment-packing-list' | 'bill-of-lading'): void => void run(async (client) => printed(await client.printing.paper({ paper, subject: shipmentId })));
  return (
    <>
      <Button busy={busy} icon={Printer} onPress={() => print('shipment-packing-list')}>
        {t('shippingScreen.papers.packingList')}
      </Button>
      <Button busy={busy} icon={FileText} onPress={() => print('bill-of-lading')}>
        {t('shippingScreen.papers.billOfLading')}
      </Button>
      {mayDo(role, 'documents') && (
        <Button busy={busy} icon={FolderArchive} onPress={() => void run(async (client) => showPaper(await client.papers.dossier({ shipmentId }), null))}>
          {t('shippingScreen.papers.dossier')}
        </Button>
      )}
    </>
  );
}

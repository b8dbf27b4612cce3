import { Trash2 } from 'lucide-react';
import type { GatewayRow } from '../../shared/contracts/central.ts';
import { Button } from '../ui/actions/button.tsx';
import { HoldButton } from '../ui/actions/hold-button.tsx';
import { useText } from '../ui/i18n.tsx';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { Text } from '../ui/text/text.tsx';
import { useOrder } from './ask.ts';
import { central } from './client.ts';

/** Its key stops working at once, so it is held. */
export function RemoveGatewayDialog({ site, gateway: { id, name }, onClose }: { readonly site: string; readonly gateway: GatewayRow; readonly onClose: () => void }) {
  const { t } = useText();
  const { run, busy } = useOrder();
  const remove = async (): Promise<void> => {
    if (await run(() => central.removeGateway(site, id))) onClose();
  };
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <HoldButton disabled={busy} icon={Trash2} label={t('centralPage.gateways.remove.do')} onConfirm={() => void remove()} />
        </>
      }
      open
      title={t('centralPage.gateways.remove', { name })}
      onClose={onClose}
    >
      <Text as="p">{t('centralPage.gateways.remove.text')}</Text>
    </Dialog>
  );
}

import { useState } from 'react';
import { useLocation } from 'wouter';
import { useCommand } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { RadioGroup } from '../../../ui/fields/radio-group.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { Text } from '../../../ui/text/text.tsx';
import type { OrderDialogProps } from './dialog-props.ts';

/** Plans a truck for the order, or leads to the one that is planned. */
export function ShipmentDialog({ order, onClose }: OrderDialogProps) {
  const { t, tell } = useText();
  const [, go] = useLocation();
  const { run, busy } = useCommand();
  const [term, setTerm] = useState<'collect' | 'prepaid'>(order.order.freightTerm ?? 'collect');
  const planned = order.shipments.find(({ state }) => state !== 'departed' && state !== 'cancelled');
  const open = (shipmentId: string): void => {
    onClose();
    go(`/shipping/${encodeURIComponent(shipmentId)}`);
  };
  const create = (): void => {
    void run(async (client) => open((await client.shipments.create({ pos: [order.po], freightTerm: term })).shipmentId));
  };
  return (
    <Dialog
      actions={
        planned ? (
          <Button variant="primary" onPress={() => open(planned.shipmentId)}>
            {t('queueScreen.shipment.open')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button busy={busy} variant="primary" onPress={create}>
              {t('queueScreen.shipment.create', { term })}
            </Button>
          </>
        )
      }
      open
      title={t('queueScreen.ask.shipment', { po: order.po })}
      onClose={onClose}
    >
      <Stack gap={4}>
        {planned ? (
          <Text as="p">{t('queueScreen.shipment.planned', { shipment: planned.shipmentId })}</Text>
        ) : (
          <RadioGroup
            label={t('queueScreen.fact.freight')}
            look="cards"
            options={[
              { id: 'collect', label: t('queueScreen.fact.freightTerm', { term: 'collect' }), description: t('queueScreen.shipment.collect') },
              { id: 'prepaid', label: t('queueScreen.fact.freightTerm', { term: 'prepaid' }), description: t('queueScreen.shipment.prepaid') },
            ]}
            value={term}
            onChange={setTerm}
          />
        )}
        {order.routingClash && (
          <Banner title={t('queueScreen.routingClash')} tone="warning">
            {tell(order.routingClash)}
          </Banner>
        )}
      </Stack>
    </Dialog>
  );
}

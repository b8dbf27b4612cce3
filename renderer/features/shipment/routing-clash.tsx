import { Phone } from 'lucide-react';
import { useState } from 'react';
import type { Control } from 'react-hook-form';
import type { ShipmentView } from '../../../shared/contracts/views.ts';
import { useCommand } from '../../app/station.tsx';
import { Button, LinkButton } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { Typed } from './form-fields.tsx';
import type { RoutingValues } from './routing-values.ts';
import { shipmentInputOf } from './shipment-input.ts';

/** As short as the station takes a reason. */
const SHORTEST = 3;

/** Amazon's notice for a pickup is longer than there is time: what remains, each one press away. */
export function RoutingClash({ shipment, control }: { readonly shipment: ShipmentView; readonly control: Control<RoutingValues> }) {
  const { t, tell, format } = useText();
  const { run, busy } = useCommand();
  const [called, setCalled] = useState(false);
  const { clash, earliestPickup, orders } = shipment;
  return (
    <Stack gap={3}>
      <Banner title={t(clash ? 'shippingScreen.clash' : 'shippingScreen.clash.soon')} tone="warning">
        {clash ? tell(clash) : t('shippingScreen.clash.soon.text', { day: format.day(earliestPickup) })}
      </Banner>
      <Stack gap={2} row wrap>
        <Button busy={busy} onPress={() => void run((client) => client.shipments.change({ ...shipmentInputOf(shipment), freightTerm: 'prepaid' }))}>
          {t('shippingScreen.clash.prepaid')}
        </Button>
        <Button icon={Phone} onPress={() => setCalled(true)}>
          {t('shippingScreen.clash.call')}
        </Button>
        {clash && orders.map(({ po }) => (
          <LinkButton href={`#/queue/${encodeURIComponent(po)}`} key={po}>
            {t('shippingScreen.clash.reject', { po })}
          </LinkButton>
        ))}
      </Stack>
      {called && (
        <Typed
          autoFocus
          check={(value) => (value.trim() !== '' && value.trim().length < SHORTEST ? t('shippingScreen.clash.agreed.short') : undefined)}
          control={control}
          hint={t('shippingScreen.clash.agreed.hint')}
          label={t('shippingScreen.clash.agreed')}
          maxLength={500}
          name="agreed"
        />
      )}
    </Stack>
  );
}

import { useState } from 'react';
import { useLocation } from 'wouter';
import type { QueueRow } from '../../../shared/contracts/views.ts';
import { freightTermOf } from '../../../shared/domain/queue/routing-clash.ts';
import { useAnswer, useCommand } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Checkbox } from '../../ui/fields/checkbox.tsx';
import { RadioGroup } from '../../ui/fields/radio-group.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { Heading, Text } from '../../ui/text/text.tsx';
import { termChoices, type FreightTerm } from './term-choices.ts';

interface PlanDialogProps {
  readonly order: QueueRow;
  /** Orders to the same FC that could go on the same truck. */
  readonly others: readonly QueueRow[];
  readonly onClose: () => void;
}

/** The station takes at most this many orders on a shipment. */
const MOST = 100;

/** Plans a truck (or parcel) for an order and, if wished, others to the same FC; opens it afterwards. */
export function PlanDialog({ order, others, onClose }: PlanDialogProps) {
  const words = useText();
  const { t, tell, format } = words;
  const [, go] = useLocation();
  const { run, busy } = useCommand();
  const [chosenTerm, setChosenTerm] = useState<FreightTerm>();
  const [more, setMore] = useState<ReadonlySet<string>>(new Set());
  const asked = useAnswer(['orders'], ['order', order.po], (client) => client.orders.get({ po: order.po }));
  const term = chosenTerm ?? (asked.data ? (freightTermOf(asked.data.order) ?? 'collect') : null);

  const plan = async (): Promise<void> => {
    if (term === null) return;
    await run(async (client) => {
      const { shipmentId } = await client.shipments.create({ pos: [order.po, ...more], freightTerm: term });
      onClose();
      go(`/shipping/${encodeURIComponent(shipmentId)}`);
    });
  };
  const toggle = (po: string, add: boolean): void => {
    const next = new Set(more);
    if (add) next.add(po);
    else next.delete(po);
    setMore(next);
  };

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button busy={busy} disabled={term === null} variant="primary" onPress={() => void plan()}>
            {t('shippingScreen.plan.confirm', { count: 1 + more.size })}
          </Button>
        </>
      }
      open
      title={t('shippingScreen.plan.title', { po: order.po })}
      onClose={onClose}
    >
      <Stack gap={6}>
        {order.routingClash && term === 'collect' && (
          <Banner title={t('shippingScreen.clash')} tone="warning">
            {tell(order.routingClash)}
          </Banner>
        )}
        <RadioGroup label={t('shippingScreen.term')} look="cards" options={termChoices(words)} value={term} onChange={setChosenTerm} />
        {others.length > 0 && (
          <Stack gap={2}>
            <Heading level={3}>{t('shippingScreen.plan.others', { shipTo: order.shipTo ?? '' })}</Heading>
            <Text size={14} tone="quiet">
              {t('shippingScreen.plan.others.hint')}
            </Text>
            {others.slice(0, MOST - 1).map(({ po, hpo, shipBy, units }) => (
              <Checkbox
                checked={more.has(po)}
                hint={[
                  ...(hpo ? [t('common.hpo')] : []),
                  t('shippingScreen.orders.packed', { packed: units.packed, accepted: units.accepted }),
                  shipBy === null ? t('shippingScreen.noShipBy') : t('shippingScreen.shipBy', { moment: format.dateTime(shipBy) }),
                ].join(' · ')}
                key={po}
                label={po}
                onChange={(add) => toggle(po, add)}
              />
            ))}
          </Stack>
        )}
      </Stack>
    </Dialog>
  );
}

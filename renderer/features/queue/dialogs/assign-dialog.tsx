import { useState } from 'react';
import { useAnswer, useCommand } from '../../../app/station.tsx';
import { roleText } from '../../../app/sign-in.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Skeleton } from '../../../ui/states/skeleton.tsx';
import { Text } from '../../../ui/text/text.tsx';
import type { OrderDialogProps } from './dialog-props.ts';

/** Who works on the order: everybody active, with what each has already. */
export function AssignDialog({ order, onClose }: OrderDialogProps) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const people = useAnswer(['staff', 'orders', 'tasks'], ['people', 'assign'], (client) => client.people.list({}));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(order.assigned.map(({ staffId }) => staffId)));
  const toggle = (staffId: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(staffId);
    else next.delete(staffId);
    setChosen(next);
  };
  const save = async (): Promise<void> => {
    if (await run((client) => client.orders.assign({ po: order.po, staffIds: [...chosen] }))) onClose();
  };
  const active = (people.data ?? []).filter((person) => person.active);
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button busy={busy} variant="primary" onPress={() => void save()}>
            {t('queueScreen.assign.do', { count: chosen.size })}
          </Button>
        </>
      }
      open
      title={t('queueScreen.ask.assign', { po: order.po })}
      onClose={onClose}
    >
      <Stack gap={1}>
        {people.data === undefined && !people.isError && <Skeleton lines={5} />}
        {people.isError && <Text tone="bad">{t('queueScreen.error')}</Text>}
        {people.data && active.length === 0 && <Text tone="quiet">{t('queueScreen.assign.nobody')}</Text>}
        {active.map((person) => (
          <Checkbox
            checked={chosen.has(person.staffId)}
            hint={`${t(roleText(person.role))} · ${t('queueScreen.assign.load', {
              orders: person.assigned.length, units: person.assigned.reduce((sum, { unitsLeft }) => sum + unitsLeft, 0), task: person.task?.kind ?? 'none', po: person.task?.po ?? '',
            })}`}
            key={person.staffId}
            label={person.name}
            onChange={(on) => toggle(person.staffId, on)}
          />
        ))}
      </Stack>
    </Dialog>
  );
}

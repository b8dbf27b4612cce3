import { useState } from 'react';
import type { StaffView } from '../../../shared/contracts/views.ts';
import { useAnswer, useCommand } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { ComboField } from '../../ui/fields/combo-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { useSettled } from '../../ui/use-settled.ts';

const SHOWN = 50;
const SETTLE_MS = 200;

/** Puts one person more on an order that is still open; whoever is on it stays. */
export function AssignDialog({ person, onClose }: { readonly person: StaffView; readonly onClose: () => void }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const [typed, setTyped] = useState('');
  const [po, setPo] = useState<string | null>(null);
  const { name, staffId } = person;
  // Once an order is chosen, its number stands in the field and is no search any more.
  const search = useSettled(po === null || typed !== po ? typed.trim() : '', SETTLE_MS);
  const page = useAnswer(['orders'], ['assign', search], (client) => client.queue.page({ search, limit: SHOWN }));
  const has = new Set(person.assigned.map((order) => order.po));
  const options = (page.data?.rows ?? [])
    .filter((row) => !has.has(row.po))
    .map((row) => ({
      id: row.po,
      label: row.po,
      description: t('peopleScreen.assign.option', { hpo: row.hpo ? 'yes' : 'no', units: row.units.requested, goods: row.headline, people: row.assigned.length }),
    }));
  const assign = async (): Promise<void> => {
    if (po === null) return;
    const done = await run(async (client) => {
      const order = await client.orders.get({ po });
      await client.orders.assign({ po, staffIds: [...order.assigned.map((other) => other.staffId), staffId] });
    });
    if (!done) return;
    show({ tone: 'success', title: t('peopleScreen.assign.done', { name, po }) });
    onClose();
  };
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button busy={busy} disabled={po === null} variant="primary" onPress={() => void assign()}>
            {t('peopleScreen.assign.do')}
          </Button>
        </>
      }
      open
      title={t('peopleScreen.assign.title', { name })}
      onClose={onClose}
    >
      <ComboField hint={t('peopleScreen.assign.hint')} label={t('peopleScreen.assign.order')} options={options} value={po} onChange={setPo} onType={setTyped} />
    </Dialog>
  );
}

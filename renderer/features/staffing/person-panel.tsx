import { Pencil, UserMinus, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { StaffView } from '../../../shared/contracts/views.ts';
import { isLockedOut } from '../../../shared/domain/staffing/decide-sign-in.ts';
import { MINUTE } from '../../../shared/lib/time.ts';
import { useCommand, useStationState } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { KeyValue } from '../../ui/data/key-value.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { useNow } from '../../ui/now.tsx';
import { SidePanel } from '../../ui/overlays/side-panel.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { DoneBy, workText } from './people-columns.tsx';
import { PersonDialog } from './person-dialog.tsx';

/** One person: the task now, the orders assigned with what is left of each, the staff record. */
export function PersonPanel({ person, onClose }: { readonly person: StaffView; readonly onClose: () => void }) {
  const { t, format } = useText();
  const [open, setOpen] = useState<'edit' | 'assign'>();
  const now = useNow(MINUTE);
  const { name, role, badge, active, task, lockedUntil } = person;
  const close = (): void => setOpen(undefined);
  return (
    <SidePanel
      footer={
        <>
          <Button icon={Pencil} size="floor" onPress={() => setOpen('edit')}>{t('peopleScreen.edit')}</Button>
          {active && <Button icon={UserPlus} size="floor" variant="primary" onPress={() => setOpen('assign')}>{t('peopleScreen.assign')}</Button>}
        </>
      }
      label={t('peopleScreen.panel', { name })}
      subtitle={t('peopleScreen.role', { role })}
      title={name}
      onClose={onClose}
    >
      <Stack gap={6}>
        {lockedUntil !== null && isLockedOut(person, now) && <Banner title={t('peopleScreen.locked', { time: format.time(lockedUntil) })} tone="warning" />}
        <Section title={t('peopleScreen.panel.now')}>
          {task === null ? (
            <Text as="p" tone="quiet">{t('peopleScreen.task.none')}</Text>
          ) : (
            <KeyValue items={[{ label: t('peopleScreen.task.since', { station: task.station, at: format.time(task.since) }), value: <TaskText task={task} /> }]} />
          )}
        </Section>
        <Orders person={person} />
        <Section title={t('peopleScreen.panel.record')}>
          <KeyValue
            items={[
              { label: t('peopleScreen.field.role'), value: t('peopleScreen.role', { role }) },
              { label: t('peopleScreen.field.badge'), value: badge === null ? <Text tone="quiet">{t('peopleScreen.badge.none')}</Text> : <CodeText value={badge} /> },
              { label: t('peopleScreen.field.active'), value: t(active ? 'peopleScreen.field.yes' : 'peopleScreen.field.no') },
            ]}
          />
        </Section>
      </Stack>
      {open === 'edit' && <PersonDialog person={person} onClose={close} />}
      {open === 'assign' && <AssignDialog person={person} onClose={close} />}
    </SidePanel>
  );
}

function TaskText({ task }: { readonly task: NonNullable<StaffView['task']> }) {
  const { t } = useText();
  return (
    <>
      {t('peopleScreen.task', { kind: task.kind })} {task.po !== null && <a href={`#/queue/${encodeURIComponent(task.po)}`}><CodeText kind="po" value={task.po} /></a>}
    </>
  );
}

function Orders({ person: { staffId, name, assigned, load } }: { readonly person: StaffView }) {
  const { t, locale } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const pace = useStationState(({ status }) => status?.settings.paceEachesPerHour ?? 0);
  const measured = useStationState(({ status }) => status?.settings.paceMeasured ?? false);
  const takeOff = async (po: string): Promise<void> => {
    const done = await run(async (client) => {
      const order = await client.orders.get({ po });
      await client.orders.assign({ po, staffIds: order.assigned.map((person) => person.staffId).filter((id) => id !== staffId) });
    });
    if (done) show({ tone: 'success', title: t('peopleScreen.taken', { name, po }) });
  };
  return (
    <Section
      actions={
        load.workMs > 0 && (
          <Text size={14} tone="quiet">
            {t('peopleScreen.load.text', { units: load.units, duration: workText(locale, load.workMs) })} · {t('peopleScreen.column.done').toLocaleLowerCase(locale)} <DoneBy workMs={load.workMs} />
          </Text>
        )
      }
      title={t('peopleScreen.panel.orders')}
    >
      {assigned.length === 0 ? (
        <Text as="p" tone="quiet">{t('peopleScreen.panel.none')}</Text>
      ) : (
        <ul className="people-list">
          {assigned.map(({ po, hpo, unitsLeft, people }) => (
            <li className="people-list__row" key={po}>
              <span className="people-orders__one">
                {hpo && <HotBadge />}
                <a className="people-list__link" href={`#/queue/${encodeURIComponent(po)}`}>
                  <CodeText kind="po" value={po} />
                </a>
              </span>
              <span className="people-list__left">{t('peopleScreen.panel.orderLeft', { count: unitsLeft, people })}</span>
              <IconButton disabled={busy} icon={UserMinus} label={t('peopleScreen.take', { name, po })} onPress={() => void takeOff(po)} />
            </li>
          ))}
        </ul>
      )}
      {load.workMs > 0 && <Text as="p" size={14} tone="quiet">{t('peopleScreen.load.how', { pace, measured: measured ? 'yes' : 'no' })}</Text>}
    </Section>
  );
}

import { CheckCheck, CircleCheck, Circle, LogOut, PackageOpen, Truck, type LucideIcon } from 'lucide-react';
import type { ShipmentView, TaskView, UnitView } from '../../../shared/contracts/views.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import type { MessageKey } from '../../../shared/messages/catalogue.ts';
import { useStationState } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { HoldButton } from '../../ui/actions/hold-button.tsx';
import { TaskStage } from '../../ui/floor/task-stage.tsx';
import { useText } from '../../ui/i18n.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { useChangedNotice } from './changed-notice.tsx';
import { SsccText } from './sscc-text.tsx';
import { TaskContext } from './task-context.tsx';
import { useTaskCommands } from './use-task-commands.ts';

/** Loading: scan each pallet; the list ticks itself; the shipping desk sends the truck off. */
export function LoadTask({ task }: { readonly task: TaskView }) {
  const { t, tell } = useText();
  const { leave, command, busy } = useTaskCommands();
  const notice = useChangedNotice(task);
  const role = useStationState(({ session }) => session?.person?.role);
  const { shipment } = task;
  const desk = role !== undefined && mayDo(role, 'depart');
  const complete = shipment !== null && shipment.loaded > 0 && shipment.loaded === shipment.toLoad;
  return (
    <TaskStage
      actions={
        <>
          {shipment !== null && shipment.loaded > 0 && desk && <Depart shipment={shipment} />}
          {complete && !desk && (
            <Button icon={CheckCheck} variant="primary" onPress={() => command('done')}>
              {t('floorScreen.done.load')}
            </Button>
          )}
          <Button busy={busy} icon={LogOut} onPress={() => void leave()}>
            {t('floorScreen.leave')}
          </Button>
        </>
      }
      context={<LoadContext task={task} />}
      hot={shipment?.orders.some(({ hpo }) => hpo) ?? task.hpo}
      instruction={tell(task.instruction)}
      notice={notice}
      quantity={
        shipment === null
          ? undefined
          : { label: t('floorScreen.onTruck'), done: shipment.loaded, of: shipment.toLoad, unit: t('floorScreen.pallets', { count: shipment.toLoad }) }
      }
    >
      {shipment !== null && <Pallets shipment={shipment} />}
      {complete && !desk && (
        <Text size={20} tone="quiet">
          {t('floorScreen.depart.desk')}
        </Text>
      )}
    </TaskStage>
  );
}

function LoadContext({ task }: { readonly task: TaskView }) {
  const { shipment } = task;
  if (shipment === null) return <TaskContext task={task} />;
  const carrier = [shipment.scac, shipment.pro, shipment.arn].filter((text) => text !== null).join(' · ');
  return (
    <>
      <TaskContext task={task} />
      {carrier !== '' && <CodeText value={carrier} wrap />}
    </>
  );
}

type Place = 'loaded' | 'waiting' | 'open';

const places: Readonly<Record<Place, { readonly icon: LucideIcon; readonly words: MessageKey }>> = {
  loaded: { icon: CircleCheck, words: 'floorScreen.load.loaded' },
  waiting: { icon: Circle, words: 'floorScreen.load.waiting' },
  open: { icon: PackageOpen, words: 'floorScreen.load.open' },
};

const placeOf = ({ state }: UnitView): Place => (state === 'loaded' || state === 'departed' ? 'loaded' : state === 'open' ? 'open' : 'waiting');

function Pallets({ shipment }: { readonly shipment: ShipmentView }) {
  const { t } = useText();
  const hot = new Set(shipment.orders.filter(({ hpo }) => hpo).map(({ po }) => po));
  return (
    <ul aria-label={t('floorScreen.load.list')} className="floor-pallets">
      {shipment.units.map((unit) => {
        const place = placeOf(unit);
        const { icon: Icon, words } = places[place];
        return (
          <li className={`floor-pallets__item floor-pallets__item--${place}`} key={unit.sscc}>
            <Icon aria-hidden size={32} />
            <span className="floor-pallets__words">
              <strong>
                <SsccText sscc={unit.sscc} />
              </strong>
              <span className="floor-pallets__minor">
                {hot.has(unit.po) && <HotBadge />} <CodeText kind="po" value={unit.po} /> · {t('floorScreen.unit.holds', { eaches: unit.eaches, cartons: unit.cartons })}
              </span>
            </span>
            <span className="floor-pallets__state">{t(words)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Held, not tapped, and named for what it does: it cannot be taken back. */
function Depart({ shipment }: { readonly shipment: ShipmentView }) {
  const { t } = useText();
  const { task } = useTaskCommands();
  const { show } = useToasts();
  const minutes = useStationState(({ status }) => status?.settings.confirmationMinutes ?? 0);
  const { shipmentId, units, loaded, toLoad } = shipment;
  const behind = units.filter((unit) => placeOf(unit) !== 'loaded');
  const eaches = units.filter((unit) => placeOf(unit) === 'loaded').reduce((sum, unit) => sum + unit.eaches, 0);
  const depart = async (): Promise<void> => {
    const done = await task(async (client) => {
      await client.shipments.depart({ shipmentId, leftBehind: behind.map(({ sscc }) => sscc) });
      return client.floor.leave({});
    });
    if (done) show({ tone: 'success', title: t('scanning.command.departed', { loaded }) });
  };
  return (
    <div className="floor-depart">
      <HoldButton
        icon={Truck}
        label={behind.length === 0 ? t('floorScreen.depart.all', { loaded }) : t('floorScreen.depart.behind', { loaded, of: toLoad, behind: behind.length })}
        variant={behind.length === 0 ? 'primary' : 'danger'}
        onConfirm={() => void depart()}
      />
      <Text size={16} tone="quiet">
        {t('floorScreen.depart.what', { eaches, minutes })}
      </Text>
    </div>
  );
}

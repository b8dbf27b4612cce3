import { ArrowRightLeft, ClipboardList, Hand, ListChecks, PackageCheck, PackagePlus, ScanBarcode, Search, Truck, UsersRound, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ShipmentView } from '../../../shared/contracts/views.ts';
import { useAnswer, useStationState } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { ClaimMark } from '../../ui/status/claim-mark.tsx';
import { LiveClock } from '../../ui/status/clock.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Heading, Text } from '../../ui/text/text.tsx';
import { claimText } from '../claims/claim-text.ts';
import { leftOf, workAmong, type FloorTask, type Work } from './floor-work.ts';
import { PickTogether } from './pick-together.tsx';
import { UnknownCodes } from './unknown-codes.tsx';
import { useTaskCommands } from './use-task-commands.ts';

/** Enough of the queue's top to find floor work in; a person chooses among few. */
const ASKED = 60;
const SHOWN = 8;

/** No task runs here: what to scan, and what there is to do, the hottest first. */
export function YourWork() {
  const { t } = useText();
  const person = useStationState(({ session }) => session?.person?.staffId ?? null);
  const mine = useAnswer(['orders', 'tasks', 'staff', 'claims', 'cases'], ['your-work', person], (client) => client.queue.page({ only: 'mine', limit: ASKED }));
  const queue = useAnswer(['orders', 'tasks', 'staff', 'claims', 'cases'], ['top-of-queue'], (client) => client.queue.page({ limit: ASKED }));
  const trucks = useAnswer(['shipments', 'units'], ['trucks'], (client) => client.shipments.list({}));
  const { start, busy } = useTaskCommands();
  const failed = [mine, queue].find(({ isError }) => isError);
  const assigned = workAmong(mine.data?.rows ?? []);
  const next = workAmong(queue.data?.rows ?? [], assigned).slice(0, SHOWN);
  const toLoad = (trucks.data ?? []).filter(({ loaded, toLoad: of, state }) => state !== 'departed' && state !== 'cancelled' && of > loaded);
  const first = [...assigned, ...next].find(({ row }) => !row.needsUpdate && row.claim?.here !== false);
  return (
    <Page>
      <div className="floor-invite">
        <ScanBarcode aria-hidden size={48} strokeWidth={1.75} />
        <div>
          <Heading level={1}>{t('floorScreen.title')}</Heading>
          <p className="floor-invite__words">{t('floorScreen.invite')}</p>
        </div>
      </div>
      {failed && <ErrorState next={t('floorScreen.error.next')} what={t('floorScreen.error')} onRetry={() => void failed.refetch()} />}
      {!failed && (!mine.data || !queue.data) && <Skeleton lines={6} />}
      {assigned.length > 0 && (
        <Section title={t('floorScreen.assigned')}>
          {assigned.map((work) => (
            <OrderRow first={work === first} key={work.row.po} work={work} />
          ))}
        </Section>
      )}
      {next.length > 0 && (
        <Section title={t('floorScreen.next')}>
          {next.map((work) => (
            <OrderRow first={work === first} key={work.row.po} work={work} />
          ))}
        </Section>
      )}
      {mine.data && queue.data && assigned.length + next.length === 0 && (
        <EmptyState icon={ClipboardList} title={t('floorScreen.empty.title')}>
          {t('floorScreen.empty.text')}
        </EmptyState>
      )}
      {toLoad.length > 0 && (
        <Section title={t('floorScreen.trucks')}>
          {toLoad.map((shipment) => (
            <TruckRow key={shipment.shipmentId} shipment={shipment} />
          ))}
        </Section>
      )}
      <Section title={t('floorScreen.other')}>
        <li>
          <Stack gap={3} row wrap>
            <Button busy={busy} icon={ListChecks} size="floor" onPress={() => void start({ kind: 'count' })}>
              {t('floorScreen.count.start')}
            </Button>
            <Button busy={busy} icon={PackagePlus} size="floor" onPress={() => void start({ kind: 'receive' })}>
              {t('floorScreen.receive.start')}
            </Button>
            <Button busy={busy} icon={Search} size="floor" onPress={() => void start({ kind: 'lookup' })}>
              {t('floorScreen.lookup.start')}
            </Button>
            <Button busy={busy} icon={ArrowRightLeft} size="floor" onPress={() => void start({ kind: 'move' })}>
              {t('floorScreen.move.start')}
            </Button>
            <PickTogether />
            <UnknownCodes />
          </Stack>
        </li>
      </Section>
    </Page>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="floor-section">
      <Heading level={2}>{title}</Heading>
      <ul className="floor-section__rows">{children}</ul>
    </section>
  );
}

const taskIcon: Readonly<Record<FloorTask, LucideIcon>> = { pick: Hand, pack: PackageCheck, load: Truck };

function OrderRow({ work, first }: { readonly work: Work; readonly first: boolean }) {
  const words = useText();
  const { t, tell } = words;
  const { start, busy } = useTaskCommands();
  const { row, task } = work;
  const { po, units, claim } = row;
  const elsewhere = claim?.here === false ? claim : undefined;
  const begun = task === 'pick' ? units.picked > 0 : task === 'pack' && units.packed > 0;
  return (
    <li className={row.hpo ? 'floor-work floor-work--hot' : 'floor-work'}>
      <span className="floor-work__order">
        <span className="floor-work__po">
          {row.hpo && <HotBadge size={20} />}
          <CodeText kind="po" value={po} />
        </span>
        <span className="floor-work__goods">{row.headline}</span>
        <span className="floor-work__why">{tell(row.whyFirst)}</span>
        {elsewhere && <ClaimMark here={false}>{claimText(words, elsewhere)}</ClaimMark>}
        {!elsewhere && row.workingOn !== null && (
          <span className="floor-work__why">{t('floorScreen.busy', { name: row.workingOn.person.name, task: row.workingOn.task, station: row.workingOn.station })}</span>
        )}
      </span>
      <span className="floor-work__facts">
        <strong>{t('floorScreen.left', { task, count: leftOf(work), total: units.accepted })}</strong>
        {row.shipBy !== null && <LiveClock atRisk={row.risk === 'atRisk'} deadline={row.shipBy} purpose="ship" />}
      </span>
      {row.needsUpdate ? (
        <Text tone="warn">{t('casesScreen.needsUpdate.title')}</Text>
      ) : elsewhere ? (
        <Button busy={busy} icon={UsersRound} size="floor" wide onPress={() => void start({ kind: task, po, share: true })}>
          {t('casesScreen.claim.join', { name: elsewhere.person.name, station: elsewhere.stationName })}
        </Button>
      ) : (
        <Button busy={busy} icon={taskIcon[task]} size="floor" variant={first ? 'primary' : 'secondary'} wide onPress={() => void start({ kind: task, po })}>
          {t(begun ? 'floorScreen.resume' : 'floorScreen.start', { task, po })}
        </Button>
      )}
    </li>
  );
}

function TruckRow({ shipment }: { readonly shipment: ShipmentView }) {
  const { t, format } = useText();
  const { start, busy } = useTaskCommands();
  const pos = shipment.pos.join(', ');
  return (
    <li className="floor-work">
      <span className="floor-work__order">
        <span className="floor-work__po">
          {shipment.orders.some(({ hpo }) => hpo) && <HotBadge size={20} />}
          <CodeText value={pos} wrap />
        </span>
        <span className="floor-work__why">{[shipment.scac, shipment.arn].filter((code) => code !== null).join(' · ')}</span>
      </span>
      <span className="floor-work__facts">
        <strong>{t('floorScreen.truck.loaded', { loaded: shipment.loaded, of: shipment.toLoad })}</strong>
        {shipment.appointment !== null && <Text>{t('floorScreen.truck.appointment', { at: format.dateTime(shipment.appointment) })}</Text>}
      </span>
      <Button busy={busy} icon={Truck} size="floor" wide onPress={() => void start({ kind: 'load', po: shipment.pos[0] ?? '', shipmentId: shipment.shipmentId })}>
        {t('floorScreen.truck.start', { pos })}
      </Button>
    </li>
  );
}

import { UserPlus } from 'lucide-react';
import type { OrderView } from '../../../shared/contracts/views.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { useCommand, useStationState } from '../../app/station.tsx';
import { Button, LinkButton } from '../../ui/actions/button.tsx';
import { KeyValue, type KeyValueItem } from '../../ui/data/key-value.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { ClaimMark } from '../../ui/status/claim-mark.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { UnitsBar } from '../../ui/status/units-bar.tsx';
import { Text } from '../../ui/text/text.tsx';
import { claimText } from '../claims/claim-text.ts';
import { ReleaseClaim } from '../claims/release-claim.tsx';
import { AcknowledgeClock, ShipClock } from './clocks.tsx';
import { OrderExposure } from './order-exposure.tsx';
import { OrderLines } from './order-lines.tsx';
import { Remarks } from './order-marks.tsx';
import { askAbout } from './order-dialog-store.ts';
import { PanelSection } from './panel-section.tsx';
import { isEnded } from './words.ts';

export function OrderOverview({ order }: { readonly order: OrderView }) {
  const words = useText();
  const { t, tell } = words;
  return (
    <Stack gap={6}>
      <Stack gap={4}>
        <Stack gap={2} row wrap>
          <Badge>{t('orders.state', { state: order.state })}</Badge>
          {order.risk !== 'onTrack' && <StatusMark status={order.risk} />}
          <Remarks row={order} />
        </Stack>
        {order.claim && (
          <Stack gap={3} justify="between" row wrap>
            <ClaimMark here={order.claim.here}>{claimText(words, order.claim)}</ClaimMark>
            <ReleaseClaim claim={order.claim} />
          </Stack>
        )}
        <Text as="p" size={16}>
          {tell(order.whyFirst)}
        </Text>
        {order.pinReason && (
          <Text as="p" tone="quiet">
            {t('queueScreen.pinReason', { reason: order.pinReason })}
          </Text>
        )}
        <div className="panel-clocks">
          <AcknowledgeClock row={order} size="card" />
          <ShipClock row={order} size="card" />
        </div>
        <UnitsBar size="card" units={order.units} />
      </Stack>
      <Attention order={order} />
      {order.why.length > 0 && (
        <PanelSection title={order.hpo ? t('queueScreen.why') : t('queueScreen.whyNot')}>
          <ul className="panel-list">
            {order.why.map((why, index) => (
              <li key={index}>{tell(why)}</li>
            ))}
          </ul>
        </PanelSection>
      )}
      <OrderLines order={order} />
      <OrderExposure order={order} />
      <People order={order} />
      <PanelSection title={t('queueScreen.facts')}>
        <KeyValue items={factsOf(words, order)} />
      </PanelSection>
    </Stack>
  );
}

/** What a person must look at before anything else. */
function Attention({ order }: { readonly order: OrderView }) {
  const { t, tell, format } = useText();
  const { run, busy } = useCommand();
  const role = useStationState(({ session }) => session?.person?.role);
  const lateChanges = order.order.changes.filter(({ afterAcknowledgement }) => afterAcknowledgement);
  const mayDecide = role !== undefined && mayDo(role, 'cases');
  const mayReview = role !== undefined && mayDo(role, 'review');
  if (!order.needsReview && !order.needsUpdate && order.openCases === 0 && order.routingClash === null && order.order.warnings.length === 0) return null;
  return (
    <Stack gap={3}>
      {order.needsUpdate && (
        <Banner title={t('casesScreen.needsUpdate.title')} tone="warning">
          {t('casesScreen.needsUpdate.text')}
        </Banner>
      )}
      {order.openCases > 0 && (
        <Banner
          action={
            mayDecide && (
              <LinkButton href="#/cases" size="desk">
                {t('casesScreen.title')}
              </LinkButton>
            )
          }
          title={t('casesScreen.remark.cases', { count: order.openCases })}
          tone="error"
        >
          {mayDecide ? undefined : t('casesScreen.readOnly')}
        </Banner>
      )}
      {order.needsReview && (
        <Banner
          action={
            mayReview &&
            !order.needsUpdate && (
              <Button busy={busy} variant="primary" onPress={() => void run((client) => client.orders.review({ po: order.po }))}>
                {t('queueScreen.review')}
              </Button>
            )
          }
          title={t('queueScreen.changedAfter')}
          tone="warning"
        >
          <ul className="panel-list">
            {lateChanges.slice(-3).flatMap(({ what, at, revision }) => what.map((words, index) => <li key={`${revision} ${index}`}>{`${format.dateTime(at)}: ${tell(words)}`}</li>))}
          </ul>
        </Banner>
      )}
      {order.routingClash && (
        <Banner title={t('queueScreen.routingClash')} tone="warning">
          {tell(order.routingClash)}
        </Banner>
      )}
      {order.order.warnings.map((warning, index) => (
        <Banner key={index} title={tell(warning)} tone="warning" />
      ))}
    </Stack>
  );
}

function People({ order }: { readonly order: OrderView }) {
  const { t, format } = useText();
  const role = useStationState(({ session }) => session?.person?.role);
  const { assigned, workingOn, po } = order;
  const mayAssign = role !== undefined && mayDo(role, 'assign') && !isEnded(order) && !order.needsUpdate;
  return (
    <PanelSection
      actions={
        mayAssign && (
          <Button icon={UserPlus} size="desk" onPress={() => askAbout({ ask: 'assign', po })}>
            {t('queueScreen.assign')}
          </Button>
        )
      }
      title={t('queueScreen.people')}
    >
      <Text as="p">{assigned.length === 0 ? t('queueScreen.people.none') : format.list(assigned.map(({ name }) => name))}</Text>
      {workingOn && (
        <Text as="p" tone="quiet">
          {t('queueScreen.people.working', { name: workingOn.person.name, task: workingOn.task, station: workingOn.station, since: format.time(workingOn.since) })}
        </Text>
      )}
    </PanelSection>
  );
}

function factsOf({ t, format }: Words, { order, value }: OrderView): readonly KeyValueItem[] {
  const window = order.windowEnd === null ? t('queueScreen.fact.noWindow') : t('queueScreen.fact.window', { kind: order.windowKind, from: order.windowStart ? format.day(order.windowStart) : '·', to: format.day(order.windowEnd) });
  const place = order.shipTo;
  const known: readonly (KeyValueItem | undefined)[] = [
    { label: t('queueScreen.fact.received'), value: format.dateTime(order.receivedAt) },
    order.orderDate === null ? undefined : { label: t('queueScreen.fact.ordered'), value: format.day(order.orderDate) },
    { label: t('queueScreen.fact.windowLabel'), value: window },
    { label: t('queueScreen.fact.type'), value: order.orderType ?? t('queueScreen.fact.unstated') },
    { label: t('queueScreen.fact.freight'), value: t('queueScreen.fact.freightTerm', { term: order.freightTerm ?? 'unstated' }) },
    { label: t('queueScreen.fact.shipTo'), value: [order.shipToId, place?.name, place?.city, place?.region].filter(Boolean).join(', ') || t('queueScreen.fact.unstated') },
    order.vendorCode === null ? undefined : { label: t('queueScreen.fact.vendor'), value: order.vendorCode },
    value === null ? undefined : { label: t('queueScreen.fact.value'), value: format.money(value) },
    { label: t('queueScreen.fact.revision'), value: format.number(order.revision) },
    order.notes.length === 0 ? undefined : { label: t('queueScreen.fact.notes'), value: order.notes.join(' · ') },
  ];
  return known.filter((item) => item !== undefined);
}

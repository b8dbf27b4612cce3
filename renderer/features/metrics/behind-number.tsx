import type { Money } from '../../../shared/lib/money.ts';
import { formatShare, type Share } from '../../../shared/domain/metrics/share.ts';
import type { MetricsView } from '../../../shared/domain/metrics/view.ts';
import { durationText } from '../../ui/clock-text.ts';
import { KeyValue, type KeyValueItem } from '../../ui/data/key-value.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { SidePanel } from '../../ui/overlays/side-panel.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { Text } from '../../ui/text/text.tsx';
import { numberOf, type NumberName } from './numbers.ts';
import { OrderShares } from './order-shares.tsx';

interface BehindNumberProps {
  readonly name: NumberName;
  readonly view: MetricsView;
  readonly onClose: () => void;
}

/** What one of the five numbers is made of: its meaning, both halves of it, every order behind. */
export function BehindNumber({ name, view, onClose }: BehindNumberProps) {
  const words = useText();
  const { t } = words;
  const { label, value } = numberOf(name, { now: view, before: undefined, days: 1 }, words);
  return (
    <SidePanel label={label} title={label} onClose={onClose}>
      <Stack gap={6}>
        <Stack gap={2}>
          <Text size={40} weight="bold">{value}</Text>
          <Text as="p" tone="quiet">{name === 'fillRate' ? t('metrics.fillRate.meaning') : t('metricsScreen.meaning', { number: name })}</Text>
        </Stack>
        <Behind name={name} view={view} />
      </Stack>
    </SidePanel>
  );
}

function Behind({ name, view }: Omit<BehindNumberProps, 'onClose'>) {
  switch (name) {
    case 'fillRate':
      return <FillRateBehind view={view} />;
    case 'acknowledged':
      return <AcknowledgedBehind view={view} />;
    case 'onTime':
      return <OnTimeBehind view={view} />;
    case 'takenBack':
      return <TakenBackBehind view={view} />;
    case 'openHot':
      return <OpenHotBehind view={view} />;
  }
}

const halves = (number: NumberName, share: Share, { t, format, locale }: Words): KeyValueItem[] => [
  { label: t('metricsScreen.panel.numerator', { number }), value: format.number(share.numerator) },
  { label: t('metricsScreen.panel.denominator', { number }), value: format.number(share.denominator) },
  { label: t('metricsScreen.panel.share'), value: formatShare(share, locale) },
];

const listed = ({ po, numerator, denominator }: Share & { readonly po: string }) => ({ po, share: { numerator, denominator } });

function FillRateBehind({ view: { fillRate } }: { readonly view: MetricsView }) {
  const words = useText();
  const { t } = words;
  const settled = fillRate.orders.filter(({ open }) => !open);
  const open = fillRate.orders.filter((order) => order.open);
  const title = t('metricsScreen.panel.orders', { count: settled.length });
  const openTitle = t('metricsScreen.panel.open', { count: open.length });
  return (
    <>
      <KeyValue items={halves('fillRate', fillRate.settled, words)} />
      <Section title={title}>
        <OrderShares label={title} orders={settled.map(listed)} />
      </Section>
      {open.length > 0 && (
        <Section title={openTitle}>
          <Text as="p" tone="quiet">{t('metrics.fillRate.open', { count: open.length, ...fillRate.open })}</Text>
          <OrderShares label={openTitle} orders={open.map(listed)} />
        </Section>
      )}
    </>
  );
}

function AcknowledgedBehind({ view: { acknowledged } }: { readonly view: MetricsView }) {
  const words = useText();
  const { t, locale } = words;
  const { hours, medianMs, late } = acknowledged;
  const title = t('metricsScreen.panel.late', { count: late.length });
  return (
    <>
      <KeyValue
        items={[
          ...halves('acknowledged', acknowledged, words),
          { label: t('metricsScreen.panel.hours'), value: t('metricsScreen.panel.hoursValue', { hours }) },
          { label: t('metricsScreen.panel.median'), value: medianMs === null ? '–' : durationText(locale, medianMs) },
        ]}
      />
      <Section title={title}>
        <OrderShares label={title} orders={late.map((po) => ({ po }))} />
      </Section>
    </>
  );
}

function OnTimeBehind({ view: { onTime } }: { readonly view: MetricsView }) {
  const words = useText();
  const title = words.t('metricsScreen.panel.orders', { count: onTime.orders.length });
  return (
    <>
      <KeyValue items={halves('onTime', onTime, words)} />
      <Section title={title}>
        <OrderShares label={title} orders={onTime.orders.map(listed)} />
      </Section>
    </>
  );
}

function TakenBackBehind({ view: { takenBack, incurred } }: { readonly view: MetricsView }) {
  const { t, format } = useText();
  const money = (amount: Money | null): string => (amount === null ? t('metricsScreen.panel.noMoney') : format.money(amount));
  const title = t('metricsScreen.panel.orders', { count: takenBack.pos.length });
  return (
    <>
      <KeyValue
        items={[
          { label: t('metricsScreen.panel.downConfirmed'), value: format.number(takenBack.downConfirmed) },
          { label: t('metricsScreen.panel.cancelled'), value: format.number(takenBack.cancelled) },
          { label: t('metricsScreen.panel.cost'), value: money(takenBack.cost) },
          { label: t('metricsScreen.panel.incurred'), value: money(incurred) },
        ]}
      />
      <Section title={title}>
        <OrderShares label={title} orders={takenBack.pos.map((po) => ({ po }))} />
      </Section>
    </>
  );
}

function OpenHotBehind({ view: { openHot } }: { readonly view: MetricsView }) {
  const { t } = useText();
  const overdue = new Set<string>(openHot.overdue);
  const atRisk = new Set<string>(openHot.atRisk);
  const risk = (po: string): 'overdue' | 'atRisk' | 'onTrack' => (overdue.has(po) ? 'overdue' : atRisk.has(po) ? 'atRisk' : 'onTrack');
  const title = t('metricsScreen.panel.orders', { count: openHot.open.length });
  // Overdue first, then at risk: what asks for somebody now.
  const worst = ['overdue', 'atRisk', 'onTrack'];
  const orders = [...openHot.open].sort((left, right) => worst.indexOf(risk(left)) - worst.indexOf(risk(right)));
  return (
    <Section title={title}>
      <OrderShares label={title} orders={orders.map((po) => ({ po, mark: <StatusMark status={risk(po)} /> }))} />
    </Section>
  );
}

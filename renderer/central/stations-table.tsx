import { MonitorX, Scale, ShieldOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StationRow } from '../../shared/contracts/central.ts';
import { MINUTE, SECOND, type Instant } from '../../shared/lib/time.ts';
import { Button } from '../ui/actions/button.tsx';
import { ageText, agoText, durationText } from '../ui/clock-text.ts';
import { PlainTable, type PlainColumn } from '../ui/data/plain-table.tsx';
import { useText, type Words } from '../ui/i18n.tsx';
import { Stack } from '../ui/layout/stack.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { StatusMark } from '../ui/status/status-mark.tsx';
import { Text } from '../ui/text/text.tsx';

export interface StationsTableProps {
  readonly stations: readonly StationRow[];
  readonly now: Instant;
  readonly onRevoke: (station: StationRow) => void;
  readonly onDecide: (station: StationRow) => void;
}

/** As long as central calls a station silent, and a clock wrong. */
const SILENT_AFTER = 10 * MINUTE;
const SKEW_TOLD = 2 * MINUTE;
const SAME_CLOCK = 2 * SECOND;

/** Every station of the site: is it there, what waits with it, is its clock right, which release it runs. */
export function StationsTable({ stations, now, onRevoke, onDecide }: StationsTableProps) {
  const words = useText();
  const { t, format, locale } = words;
  if (stations.length === 0) {
    return (
      <EmptyState icon={MonitorX} title={t('centralPage.stations.none')}>
        {t('centralPage.stations.none.text')}
      </EmptyState>
    );
  }
  const columns: readonly PlainColumn<StationRow>[] = [
    { id: 'number', header: t('centralPage.stations.number'), tight: true, cell: ({ number }) => format.number(number) },
    { id: 'name', header: t('centralPage.stations.name'), cell: ({ name }) => <Text weight="medium">{name}</Text> },
    { id: 'state', header: t('centralPage.stations.state'), cell: (row) => <StationState now={now} row={row} /> },
    { id: 'seen', header: t('centralPage.stations.seen'), wideOnly: true, cell: ({ lastSeenAt }) => (lastSeenAt === null ? t('centralPage.station.never') : agoText(locale, now - lastSeenAt)) },
    { id: 'backlog', header: t('centralPage.stations.backlog'), cell: (row) => <Backlog now={now} row={row} /> },
    { id: 'skew', header: t('centralPage.stations.skew'), wideOnly: true, cell: ({ skewMs }) => skewWords(words, skewMs) },
    { id: 'version', header: t('centralPage.stations.version'), wideOnly: true, cell: ({ version }) => version },
    {
      id: 'act',
      header: t('centralPage.stations.act'),
      align: 'end',
      tight: true,
      cell: (row) => {
        if (row.state === 'active') {
          return (
            <Button icon={ShieldOff} size="desk" onPress={() => onRevoke(row)}>
              {t('centralPage.revoke')}
              <span className="visually-hidden"> {row.name}</span>
            </Button>
          );
        }
        return row.heldAside > 0 && (
          <Button icon={Scale} size="desk" onPress={() => onDecide(row)}>
            {t('centralPage.held')}
            <span className="visually-hidden"> {row.name}</span>
          </Button>
        );
      },
    },
  ];
  return <PlainTable columns={columns} label={t('centralPage.stations')} rowId={({ station }) => station} rows={stations.toSorted((left, right) => left.number - right.number)} />;
}

function StationState({ row: { state, lastSeenAt, heldAside }, now }: { readonly row: StationRow; readonly now: Instant }) {
  const { t } = useText();
  if (state === 'revoked') {
    const mark = <StatusMark status="atRisk">{t('centralPage.station.revoked')}</StatusMark>;
    return heldAside === 0 ? mark : <Over first={mark} second={t('centralPage.station.heldAside', { count: heldAside })} />;
  }
  const silent = lastSeenAt === null || now - lastSeenAt > SILENT_AFTER;
  return <StatusMark status={silent ? 'offline' : 'done'}>{t(silent ? 'centralPage.station.silent' : 'centralPage.station.online')}</StatusMark>;
}

/** Both lines whole, where a table has room to grow. */
function Over({ first, second }: { readonly first: ReactNode; readonly second: string }) {
  return (
    <Stack gap={0}>
      <span>{first}</span>
      <Text tone="quiet">{second}</Text>
    </Stack>
  );
}

function Backlog({ row: { backlog, oldestAt, behind }, now }: { readonly row: StationRow; readonly now: Instant }) {
  const { t, locale } = useText();
  const waits = backlog === 0 ? t('centralPage.backlog.none') : t('centralPage.backlog', { count: backlog, age: ageText(locale, oldestAt === null ? 0 : now - oldestAt) });
  return behind === 0 ? waits : <Over first={waits} second={t('centralPage.backlog.behind', { count: behind })} />;
}

function skewWords({ t, locale }: Words, skewMs: number | null): ReactNode {
  if (skewMs === null) return t('centralPage.unknown');
  if (Math.abs(skewMs) < SAME_CLOCK) return t('centralPage.skew.same');
  const words = t(skewMs > 0 ? 'centralPage.skew.fast' : 'centralPage.skew.slow', { length: durationText(locale, Math.abs(skewMs)) });
  return Math.abs(skewMs) > SKEW_TOLD ? <StatusMark status="atRisk">{words}</StatusMark> : words;
}

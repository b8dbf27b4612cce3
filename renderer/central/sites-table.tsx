import { Building2 } from 'lucide-react';
import { useMemo, useState, type CSSProperties } from 'react';
import type { SiteSummary } from '../../shared/contracts/central.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { agoText } from '../ui/clock-text.ts';
import { DataTable, type Column, type TableSort } from '../ui/data/data-table.tsx';
import { SearchField } from '../ui/fields/search-field.tsx';
import { useText, type Words } from '../ui/i18n.tsx';
import { Toolbar } from '../ui/layout/page.tsx';
import { Stack } from '../ui/layout/stack.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { StatusMark } from '../ui/status/status-mark.tsx';
import { Text } from '../ui/text/text.tsx';
import './central.css';

export interface SitesTableProps {
  readonly sites: readonly SiteSummary[];
  readonly now: Instant;
  readonly onOpen: (site: string) => void;
}

/** All sites, up to thousands: those in trouble are found by sorting. */
export function SitesTable({ sites, now, onOpen }: SitesTableProps) {
  const words = useText();
  const { t } = words;
  const [find, setFind] = useState('');
  const [sort, setSort] = useState<TableSort>({ column: 'name', direction: 'ascending' });
  const columns = useMemo(() => columnsOf(words, now), [words, now]);
  const rows = useMemo(() => {
    const wanted = find.trim().toLowerCase();
    const sign = sort.direction === 'ascending' ? 1 : -1;
    return sites.filter(({ name, site }) => wanted === '' || name.toLowerCase().includes(wanted) || site === find.trim()).toSorted((left, right) => sign * compare(sort.column, left, right));
  }, [sites, find, sort]);
  const height: CSSProperties & Record<'--rows', number> = { '--rows': rows.length };
  if (sites.length === 0) {
    return (
      <EmptyState icon={Building2} title={t('centralPage.sites.none')}>
        {t('centralPage.sites.none.text')}
      </EmptyState>
    );
  }
  return (
    <Stack gap={4}>
      <Toolbar label={t('centralPage.sites')}>
        <SearchField label={t('centralPage.sites.find')} placeholder={t('centralPage.sites.find')} value={find} onChange={setFind} />
      </Toolbar>
      <div className="central-table" style={height}>
        <DataTable columns={columns} label={t('centralPage.sites')} rowId={({ site }) => site} rows={rows} sort={sort} onSelect={onOpen} onSort={setSort} />
      </div>
    </Stack>
  );
}

function compare(column: string, left: SiteSummary, right: SiteSummary): number {
  switch (column) {
    case 'stations':
      return left.stationsSilent - right.stationsSilent || left.stations - right.stations;
    case 'backlog':
      return left.backlog - right.backlog;
    case 'documents':
      return left.documentsWaiting - right.documentsWaiting;
    case 'cases':
      return left.openCases - right.openCases;
    case 'heard':
      return (left.lastHeardAt ?? 0) - (right.lastHeardAt ?? 0);
    default:
      return left.name.localeCompare(right.name);
  }
}

function columnsOf({ t, format, locale }: Words, now: Instant): readonly Column<SiteSummary>[] {
  return [
    { id: 'name', header: t('centralPage.sites.site'), width: 'minmax(160px, 2fr)', sortable: true, cell: ({ name }) => <Text weight="medium">{name}</Text> },
    {
      id: 'stations',
      header: t('centralPage.sites.stations'),
      width: 'minmax(130px, 1fr)',
      sortable: true,
      cell: ({ stations, stationsSilent }) => (
        <Stack gap={2} row>
          <span>{format.number(stations)}</span>
          {stationsSilent > 0 && <StatusMark status="offline">{t('centralPage.silent', { count: stationsSilent })}</StatusMark>}
        </Stack>
      ),
    },
    { id: 'backlog', header: t('centralPage.sites.backlog'), width: '100px', align: 'end', sortable: true, cell: ({ backlog }) => format.number(backlog) },
    { id: 'documents', header: t('centralPage.sites.documents'), width: '180px', align: 'end', sortable: true, wideOnly: true, cell: ({ documentsWaiting }) => format.number(documentsWaiting) },
    {
      id: 'cases',
      header: t('centralPage.sites.cases'),
      width: '124px',
      align: 'end',
      sortable: true,
      cell: ({ openCases }) => (openCases === 0 ? format.number(0) : <StatusMark status="atRisk">{format.number(openCases)}</StatusMark>),
    },
    {
      id: 'heard',
      header: t('centralPage.sites.heard'),
      width: '124px',
      align: 'end',
      sortable: true,
      cell: ({ lastHeardAt }) => (lastHeardAt === null ? t('centralPage.station.never') : agoText(locale, now - lastHeardAt)),
    },
  ];
}

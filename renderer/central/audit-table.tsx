import type { AuditRow, StationRow } from '../../shared/contracts/central.ts';
import { PlainTable, type PlainColumn } from '../ui/data/plain-table.tsx';
import { useText } from '../ui/i18n.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { Skeleton } from '../ui/states/skeleton.tsx';
import { Text } from '../ui/text/text.tsx';
import { useCentral } from './ask.ts';
import { central } from './client.ts';

/** `admin:Ana`, `station:01JD…`, `gateway:EDI`, `central`, or an address: by name where there is one. */
function whoText(who: string, nameOf: (station: string) => string): string {
  const [kind = '', ...rest] = who.split(':');
  const name = rest.join(':');
  if (kind === 'station') return nameOf(name);
  return kind === 'admin' || kind === 'gateway' ? name : who;
}

const kinds = [
  'station.enrolled', 'station.revoked', 'site.created', 'code.created', 'code.refused', 'token.revoked', 'token.expired', 'token.reused', 'operations.recovered', 'operations.letIn', 'operations.decided',
  'document.imported', 'gateway.created', 'gateway.removed', 'admin.login', 'admin.refused', 'site.restored', 'backup.made',
] as const;

/** A kind of a newer central has no words here yet: it is shown as it is. */
const isKind = (what: string): what is (typeof kinds)[number] => kinds.some((kind) => kind === what);

/** The newest entries of central's audit log; `site` null: of all sites. */
export function AuditTable({ site, stations = [] }: { readonly site: string | null; readonly stations?: readonly StationRow[] }) {
  const { t } = useText();
  const { data, isError, refetch } = useCentral(['audit', site ?? ''], () => central.audit(site));
  if (data) return <AuditRows rows={data.rows} stations={stations} />;
  return isError ? <ErrorState next={t('centralPage.error.next')} what={t('centralPage.error')} onRetry={() => void refetch()} /> : <Skeleton lines={5} />;
}

/** `stations`: those known here by name. */
export function AuditRows({ rows, stations }: { readonly rows: readonly AuditRow[]; readonly stations: readonly StationRow[] }) {
  const { t, format } = useText();
  const nameOf = (station: string): string => stations.find((row) => row.station === station)?.name ?? station;
  if (rows.length === 0) return <Text tone="quiet">{t('centralPage.audit.none')}</Text>;
  const columns: readonly PlainColumn<AuditRow>[] = [
    { id: 'at', header: t('centralPage.audit.at'), tight: true, cell: ({ at }) => format.dateTime(at) },
    { id: 'who', header: t('centralPage.audit.who'), cell: ({ who }) => whoText(who, nameOf) },
    { id: 'what', header: t('centralPage.audit.what'), cell: ({ what }) => (isKind(what) ? t(`centralPage.audit.kind.${what}`) : what) },
    { id: 'detail', header: t('centralPage.audit.detail'), wideOnly: true, cell: ({ who, station, detail }) => [station === null || who === `station:${station}` ? null : nameOf(station), detail].filter((part) => part !== null).join(' · ') },
  ];
  return <PlainTable columns={columns} label={t('centralPage.audit')} rowId={({ at, who, what, station, detail }) => JSON.stringify([at, who, what, station, detail])} rows={rows} />;
}

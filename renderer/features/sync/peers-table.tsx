import type { Peer } from '../../../shared/domain/state/entities.ts';
import { PlainTable, type PlainColumn } from '../../ui/data/plain-table.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { Text } from '../../ui/text/text.tsx';

/** The stations that central has enrolled for this site, by number. `here` is this one's. */
export function PeersTable({ peers, here }: { readonly peers: readonly Peer[]; readonly here: number | null }) {
  const { t, format } = useText();
  const columns: readonly PlainColumn<Peer>[] = [
    { id: 'number', header: t('syncScreen.peers.number'), tight: true, cell: ({ number }) => format.number(number) },
    {
      id: 'name',
      header: t('syncScreen.peers.name'),
      cell: ({ name, number }) => (
        <Stack gap={2} row wrap>
          <Text weight="medium">{name}</Text>
          {number === here && <Badge>{t('syncScreen.peers.here')}</Badge>}
        </Stack>
      ),
    },
    { id: 'since', header: t('syncScreen.peers.since'), cell: ({ since }) => format.dateTime(since) },
    { id: 'state', header: t('syncScreen.peers.state'), cell: ({ state }) => (state === 'active' ? t('syncScreen.peers.active') : <Badge tone="warning">{t('syncScreen.peers.revoked')}</Badge>) },
  ];
  return (
    <Stack gap={4}>
      {peers.length > 0 && <PlainTable columns={columns} label={t('syncScreen.peers')} rowId={({ station }) => station} rows={peers.toSorted((left, right) => left.number - right.number)} />}
      {peers.every(({ number }) => number === here) && <Text as="p" tone="quiet">{t('syncScreen.peers.none')}</Text>}
    </Stack>
  );
}

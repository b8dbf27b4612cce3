import type { Peer } from '../../../shared/domain/state/entities.ts';
import { useText } from '../../ui/i18n.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { Text } from '../../ui/text/text.tsx';
import './sync.css';

/** The stations that central has enrolled for this site, by number. `here` is this one's. */
export function PeersTable({ peers, here }: { readonly peers: readonly Peer[]; readonly here: number | null }) {
  const { t, format } = useText();
  return (
    <>
      {peers.length > 0 && (
        <table className="sync-peers">
          <thead>
            <tr>
              <th className="sync-peers__number" scope="col">{t('syncScreen.peers.number')}</th>
              <th scope="col">{t('syncScreen.peers.name')}</th>
              <th scope="col">{t('syncScreen.peers.since')}</th>
              <th scope="col">{t('syncScreen.peers.state')}</th>
            </tr>
          </thead>
          <tbody>
            {peers.toSorted((left, right) => left.number - right.number).map(({ station, name, number, state, since }) => (
              <tr key={station}>
                <td>{format.number(number)}</td>
                <td>
                  <span className="sync-peers__name">
                    {name}
                    {number === here && <Badge>{t('syncScreen.peers.here')}</Badge>}
                  </span>
                </td>
                <td>{format.dateTime(since)}</td>
                <td>{state === 'active' ? t('syncScreen.peers.active') : <Badge tone="warning">{t('syncScreen.peers.revoked')}</Badge>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {peers.every(({ number }) => number === here) && <Text as="p" tone="quiet">{t('syncScreen.peers.none')}</Text>}
    </>
  );
}

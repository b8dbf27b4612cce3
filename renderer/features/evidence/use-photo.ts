import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { FileAnswer } from '../../../shared/contracts/api.ts';
import { SECOND } from '../../../shared/lib/time.ts';
import { useBridge } from '../../app/station.tsx';

/** One that is still at the station that took it is asked for again. */
const AGAIN = 15 * SECOND;

/** The bytes of a kept photo. They never change, so no event has them fetched again. */
export function usePhoto(sscc: string, sha256: string): UseQueryResult<FileAnswer> {
  const { client } = useBridge();
  return useQuery({
    queryKey: ['photo', sscc, sha256],
    queryFn: () => client().evidence.photo({ sscc, sha256 }),
    refetchInterval: ({ state }) => (state.status === 'error' ? AGAIN : false),
  });
}

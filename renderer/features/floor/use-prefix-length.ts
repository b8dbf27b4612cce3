import { useStationState } from '../../app/station.tsx';

/** Digits of the site's GS1 company prefix, by which an SSCC is read in groups; undefined while none is set. */
export function usePrefixLength(): number | undefined {
  const length = useStationState(({ status }) => status?.settings.companyPrefix.length ?? 0);
  return length === 0 ? undefined : length;
}

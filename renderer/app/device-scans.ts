import { useEffect, useRef } from 'react';
import type { DeviceScan } from '../../shared/contracts/devices.ts';
import type { StationClient } from '../bridge.ts';
import { useBridge, useStationState } from './station.tsx';

/** This page among those that are open on the station. */
const WINDOW = crypto.randomUUID();

/**
 * Scans of the devices on the station's serial ports, each once: when the line breaks and is made anew, the station hears which
 * was the last to arrive. Of several open windows the one a person looked at last gets them.
 */
export function useStationScans(take: (scan: DeviceScan) => void): void {
  const { client } = useBridge();
  const connected = useStationState(({ connection }) => connection === 'connected');
  const latest = useRef(take);
  const last = useRef<string>(null);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!connected) return undefined;
    const stop = new AbortController();
    const toFront = (): void => {
      if (document.hasFocus()) client().devices.front({ window: WINDOW }).catch(lineEnded);
    };
    const takeScan = (scan: DeviceScan): void => {
      last.current = scan.scanId;
      latest.current(scan);
    };
    toFront();
    window.addEventListener('focus', toFront);
    follow(client(), last.current, stop.signal, takeScan).catch(lineEnded);
    return () => {
      stop.abort();
      window.removeEventListener('focus', toFront);
    };
  }, [connected, client]);
}

async function follow(client: StationClient, after: string | null, signal: AbortSignal, take: (scan: DeviceScan) => void): Promise<void> {
  for await (const scan of await client.devices.scans({ window: WINDOW, after }, { signal })) take(scan);
}

/** The line broke: when it is made anew, this is asked again. */
const lineEnded = (): void => undefined;

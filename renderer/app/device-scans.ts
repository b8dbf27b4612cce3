import { useEffect, useRef } from 'react';
import type { DeviceScan } from '../../shared/contracts/devices.ts';
import { followStream } from './follow-stream.ts';
import { lineEnded, useBridge, useStationState } from './station.tsx';

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
    const toFront = (): void => {
      if (document.hasFocus()) client().devices.front({ window: WINDOW }).catch(lineEnded);
    };
    const takeScan = (scan: DeviceScan): void => {
      last.current = scan.scanId;
      latest.current(scan);
    };
    toFront();
    window.addEventListener('focus', toFront);
    const letGo = followStream(client().devices.scans({ window: WINDOW, after: last.current }), takeScan);
    return () => {
      letGo();
      window.removeEventListener('focus', toFront);
    };
  }, [connected, client]);
}

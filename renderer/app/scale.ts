import { useEffect, useState } from 'react';
import type { ScaleView } from '../../shared/contracts/devices.ts';
import type { StationClient } from '../bridge.ts';
import { useBridge, useStationState } from './station.tsx';

const NONE: ScaleView = { kind: 'none' };

/** What this station's scale says, at each change, while the calling part is on the screen. */
export function useScale(): ScaleView {
  const { client } = useBridge();
  const connected = useStationState(({ connection }) => connection === 'connected');
  const [view, setView] = useState<ScaleView>(NONE);
  useEffect(() => {
    if (!connected) return undefined;
    const stop = new AbortController();
    follow(client(), stop.signal, setView).catch(lineEnded);
    return () => {
      stop.abort();
      setView(NONE);
    };
  }, [connected, client]);
  return view;
}

async function follow(client: StationClient, signal: AbortSignal, tell: (view: ScaleView) => void): Promise<void> {
  for await (const view of await client.devices.weights({}, { signal })) tell(view);
}

/** The line broke: when it is made anew, this is asked again. */
const lineEnded = (): void => undefined;

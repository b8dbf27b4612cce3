import { useEffect, useState } from 'react';
import type { ScaleView } from '../../shared/contracts/devices.ts';
import { followStream } from './follow-stream.ts';
import { useBridge, useStationState } from './station.tsx';

const NONE: ScaleView = { kind: 'none' };

/** What this station's scale says, at each change, while the calling part is on the screen. */
export function useScale(): ScaleView {
  const { client } = useBridge();
  const connected = useStationState(({ connection }) => connection === 'connected');
  const [view, setView] = useState<ScaleView>(NONE);
  useEffect(() => {
    if (!connected) return undefined;
    const letGo = followStream(client().devices.weights({}), setView);
    return () => {
      letGo();
      setView(NONE);
    };
  }, [connected, client]);
  return view;
}

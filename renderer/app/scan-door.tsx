import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { createSounds, defaultSoundSettings, type Sounds } from '../ui/sounds.ts';
import { attachWedge } from '../ui/wedge/attach-wedge.ts';
import { createScanDoor, type ScanDoor } from './scanning.ts';
import { useBridge, useStationState } from './station.tsx';

interface Doors {
  readonly door: ScanDoor;
  readonly sounds: Sounds;
}

const DoorContext = createContext<Doors | undefined>(undefined);

/** Listens for scanners on every screen below it, whatever has the focus. */
export function Scanning({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const [doors] = useState<Doors>(() => {
    const sounds = createSounds(() => defaultSoundSettings);
    return { sounds, door: createScanDoor(bridge.client, sounds.play) };
  });
  useEffect(() => attachWedge(window, { onScan: (text) => doors.door.scan(text), onIncomplete: doors.door.incomplete }), [doors]);
  const hot = useStationState(({ alerts }) => alerts.findLast(({ type }) => type === 'hot')?.id);
  useEffect(() => {
    if (hot !== undefined) doors.sounds.play('hot');
  }, [hot, doors]);
  return <DoorContext value={doors}>{children}</DoorContext>;
}

/** The door that every scan goes through; a keypad's quantity goes through it too. */
export function useScanDoor(): ScanDoor {
  const doors = useContext(DoorContext);
  if (!doors) throw new Error('useScanDoor needs Scanning above it');
  return doors.door;
}

import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import type { DeviceScan } from '../../shared/contracts/devices.ts';
import type { ScanReply } from '../../shared/contracts/views.ts';
import { createSounds, type SoundEvent, type Sounds } from '../ui/sounds.ts';
import { useToasts } from '../ui/status/toast.tsx';
import { attachWedge, type ScanEnd } from '../ui/wedge/attach-wedge.ts';
import { AskedPapers, askForPaper, type AskForPaper } from './asked-papers.tsx';
import { useStationScans } from './device-scans.ts';
import { keptScansIn } from './kept-scans.ts';
import { PaperPreview } from './paper-preview.tsx';
import { createScanDoor, recallScans, useScans, type ScanDoor } from './scanning.ts';
import { useDeviceScanner, wedgeSettingsOf } from './scanner-settings.ts';
import { useDeviceSounds, vibrate } from './sound-settings.ts';
import { useBridge, useStationState, type Alert } from './station.tsx';
import { useTakeTask } from './task.ts';
import { startWebScanners } from './web-scanners.ts';

/** Takes a scan for itself, for a form that asks for one. `device`: the scanner it came from, null for a keyboard's. */
type Claim = (text: string, end: ScanEnd, device: string | null) => void;

interface Doors {
  /** The forms that want the next scans; the one opened last gets them. */
  readonly claims: Claim[];
  readonly door: ScanDoor;
  readonly sounds: Sounds;
}

const DoorContext = createContext<Doors | undefined>(undefined);

/** Listens for scanners on every screen below it, whatever has the focus. */
export function Scanning({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const takeTask = useTakeTask();
  const [doors] = useState<Doors>(() => {
    const sounds = createSounds(() => useDeviceSounds.getState());
    const play = (event: SoundEvent): void => {
      sounds.play(event);
      vibrate(event);
    };
    const follow = (reply: ScanReply): void => {
      const asked = printAsked(reply);
      if (asked) askForPaper(asked);
    };
    return { claims: [], sounds: { ...sounds, play }, door: createScanDoor({ client: bridge.client, play, takeTask, follow, kept: keptScansIn(() => localStorage) }) };
  });
  const scanner = useDeviceScanner();
  useEffect(() => {
    const onScan = (text: string, end: ScanEnd): void => {
      const claim = doors.claims.at(-1);
      if (claim) claim(text, end, null);
      else doors.door.scan(text);
    };
    return attachWedge(window, { onScan, onIncomplete: doors.door.incomplete, settings: wedgeSettingsOf(scanner) });
  }, [doors, scanner]);
  const takeDevice = useCallback(({ scanId, device, text, incomplete }: DeviceScan): void => {
    const claim = doors.claims.at(-1);
    if (incomplete) doors.door.incomplete(text, device);
    else if (claim) claim(text, null, device);
    else doors.door.scan(text, undefined, { scanId, device });
  }, [doors]);
  useStationScans(takeDevice);
  useEffect(() => startWebScanners((scan) => takeDevice({ ...scan, scanId: crypto.randomUUID() })), [takeDevice]);
  useEffect(() => doors.door.restore(), [doors]);
  useScansClearErrors();
  const person = useStationState(({ session }) => session?.person?.staffId);
  useEffect(() => doors.door.resume(), [doors, person]);
  useEffect(() => {
    // Only the history for people to read: without it scanning works just the same.
    if (person !== undefined) bridge.client().floor.recent({}).then(recallScans, () => undefined);
  }, [person, bridge]);
  const atDesk = useStationState(({ session }) => session?.person != null && session.person.role !== 'picker');
  useAlertSound('hot', doors.sounds, 'hot');
  useAlertSound('lost', doors.sounds, 'lost');
  useAlertSound('paper', doors.sounds, 'paper');
  // A picker whose every scan is answered by sound would take it for a wrong scan; the band tells them.
  useAlertSound('file-refused', doors.sounds, atDesk ? 'wrong' : null);
  return (
    <DoorContext value={doors}>
      {children}
      <AskedPapers />
      <PaperPreview />
    </DoorContext>
  );
}

/** By scanner alone nobody can put a toast away: the next scan does. One that it causes itself comes later, and stays. */
function useScansClearErrors(): void {
  const { dismissErrors } = useToasts();
  const answered = useScans((state) => state.answered);
  useEffect(() => dismissErrors(), [answered, dismissErrors]);
}

/** Sounds each new alert of the kind; the screen shows it without taking the focus from what is being scanned. */
function useAlertSound(kind: Alert['type'], sounds: Sounds, sound: SoundEvent | null): void {
  const newest = useStationState(({ alerts }) => alerts.findLast(({ type }) => type === kind)?.id);
  useEffect(() => {
    if (newest !== undefined && sound !== null) sounds.play(sound);
  }, [newest, sound, sounds]);
}

/** The paper that a scanned command asked for. */
function printAsked({ answer: { followUp } }: ScanReply): AskForPaper | undefined {
  if (followUp?.kind === 'print-label') return (client) => client.printing.label({ sscc: followUp.sscc });
  if (followUp?.kind === 'print-list') return (client) => client.printing.pickList({ po: followUp.po });
  if (followUp?.kind === 'print-cart-list') return (client) => client.printing.paper({ paper: 'cart-list', subject: followUp.po });
  return undefined;
}

function useDoors(): Doors {
  const doors = useContext(DoorContext);
  if (!doors) throw new Error('the scan door needs Scanning above it');
  return doors;
}

/** The door that every scan goes through; a keypad's quantity goes through it too. */
export const useScanDoor = (): ScanDoor => useDoors().door;

/** The sounds of this machine, to try them out. */
export const useSounds = (): Sounds => useDoors().sounds;

/** While the calling part is on the screen, scans go to it and not through the door. */
export function useScanClaim(take: Claim): void {
  const { claims } = useDoors();
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const claim: Claim = (text, end, device) => latest.current(text, end, device);
    claims.push(claim);
    return () => {
      claims.splice(claims.indexOf(claim), 1);
    };
  }, [claims]);
}

import { CircleArrowUp, CloudDownload, CloudOff, MonitorCheck, RefreshCw, ShieldAlert, Wifi, type LucideIcon } from 'lucide-react';
import type { SyncState } from '../../../shared/contracts/views.ts';
import type { Tone } from './tones.ts';

/** Each way a station can stand with central has a shape of its own; its words are `syncScreen.state.…`. */
export const syncLook: Readonly<Record<SyncState, { readonly icon: LucideIcon; readonly tone: Exclude<Tone, 'hot'> }>> = {
  alone: { icon: MonitorCheck, tone: 'neutral' },
  joining: { icon: CloudDownload, tone: 'info' },
  connected: { icon: Wifi, tone: 'success' },
  'catching-up': { icon: RefreshCw, tone: 'info' },
  offline: { icon: CloudOff, tone: 'offline' },
  limited: { icon: ShieldAlert, tone: 'warning' },
  'needs-update': { icon: CircleArrowUp, tone: 'warning' },
};

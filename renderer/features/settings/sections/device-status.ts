import type { DeviceState } from '../../../../shared/contracts/devices.ts';
import type { Status } from '../../../ui/status/status-mark.tsx';

export const deviceStatus: Readonly<Record<DeviceState, Status>> = { connected: 'done', missing: 'atRisk', refused: 'overdue', off: 'offline' };

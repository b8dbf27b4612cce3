import type { Role } from '../../../shared/domain/state/entities.ts';

export interface DemoPerson {
  readonly name: string;
  readonly role: Role;
  /** Simple on purpose and shown to whoever opens the demo. */
  readonly pin: string;
  readonly badge: string;
}

/** The nine people of the demo warehouse. The first is the supervisor who set the station up. */
export const demoStaff: readonly DemoPerson[] = [
  { name: 'Marta Ruiz', role: 'supervisor', pin: '1001', badge: 'D1001' },
  { name: 'Owen Clarke', role: 'supervisor', pin: '1002', badge: 'D1002' },
  { name: 'Priya Nair', role: 'shipping', pin: '2001', badge: 'D2001' },
  { name: 'Tom Becker', role: 'shipping', pin: '2002', badge: 'D2002' },
  { name: 'Luis Ortega', role: 'picker', pin: '3001', badge: 'D3001' },
  { name: 'Hana Sato', role: 'picker', pin: '3002', badge: 'D3002' },
  { name: 'Jamal Reed', role: 'picker', pin: '3003', badge: 'D3003' },
  { name: 'Ewa Nowak', role: 'picker', pin: '3004', badge: 'D3004' },
  { name: 'Dele Okafor', role: 'picker', pin: '3005', badge: 'D3005' },
];

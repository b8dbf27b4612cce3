import { ArrowLeftRight, BarChart3, ClipboardList, FileText, ListOrdered, MessageSquareWarning, Package, Printer, Settings, Truck, Users, type LucideIcon } from 'lucide-react';
import { lazy, type ComponentType } from 'react';
import type { Role } from '../../shared/domain/state/entities.ts';
import type { MessageKey } from '../../shared/messages/catalogue.ts';

export interface Screen {
  readonly id: 'queue' | 'tasks' | 'shipping' | 'stock' | 'people' | 'metrics' | 'documents' | 'cases' | 'settings' | 'sync' | 'printing';
  /** Pattern of the address behind the `#`. */
  readonly path: string;
  readonly label: MessageKey;
  readonly icon: LucideIcon;
  readonly roles: readonly Role[];
  readonly page: ComponentType;
  /** Reached another way than by the rail. */
  readonly offRail?: true;
}

const everybody: readonly Role[] = ['picker', 'shipping', 'supervisor'];
const desk: readonly Role[] = ['shipping', 'supervisor'];

/** Each screen is a file of its own that loads when it is first opened. A screen reads the rest of its address itself. */
export const screens: readonly Screen[] = [
  { id: 'queue', path: '/queue', label: 'app.nav.queue', icon: ListOrdered, roles: everybody, page: lazy(async () => ({ default: (await import('../features/queue/queue-screen.tsx')).QueueScreen })) },
  { id: 'tasks', path: '/tasks', label: 'app.nav.tasks', icon: ClipboardList, roles: everybody, page: lazy(async () => ({ default: (await import('../features/floor/floor-screen.tsx')).FloorScreen })) },
  { id: 'shipping', path: '/shipping', label: 'app.nav.shipping', icon: Truck, roles: desk, page: lazy(async () => ({ default: (await import('../features/shipment/shipping-screen.tsx')).ShippingScreen })) },
  { id: 'stock', path: '/stock', label: 'app.nav.stock', icon: Package, roles: everybody, page: lazy(async () => ({ default: (await import('../features/stock/stock-screen.tsx')).StockScreen })) },
  { id: 'people', path: '/people', label: 'app.nav.people', icon: Users, roles: ['supervisor'], page: lazy(async () => ({ default: (await import('../features/staffing/people-screen.tsx')).PeopleScreen })) },
  { id: 'metrics', path: '/metrics', label: 'app.nav.metrics', icon: BarChart3, roles: desk, page: lazy(async () => ({ default: (await import('../features/metrics/metrics-screen.tsx')).MetricsScreen })) },
  { id: 'documents', path: '/documents', label: 'app.nav.documents', icon: FileText, roles: desk, page: lazy(async () => ({ default: (await import('../features/documents/documents-screen.tsx')).DocumentsScreen })) },
  { id: 'cases', path: '/cases', label: 'app.nav.cases', icon: MessageSquareWarning, roles: ['supervisor'], page: lazy(async () => ({ default: (await import('../features/cases/cases-screen.tsx')).CasesScreen })) },
  { id: 'settings', path: '/settings', label: 'app.nav.settings', icon: Settings, roles: ['supervisor'], page: lazy(async () => ({ default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen })) },
  { id: 'printing', path: '/printing', label: 'printingScreen.title', icon: Printer, roles: everybody, offRail: true, page: lazy(async () => ({ default: (await import('../features/printing/printing-screen.tsx')).PrintingScreen })) },
  { id: 'sync', path: '/sync', label: 'app.nav.sync', icon: ArrowLeftRight, roles: everybody, offRail: true, page: lazy(async () => ({ default: (await import('../features/sync/sync-screen.tsx')).SyncScreen })) },
];

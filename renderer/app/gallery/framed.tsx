import { BarChart3, Boxes, FileText, Flame, ListChecks, MessageSquareWarning, Search, Settings, Truck, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SyncView } from '../../../shared/contracts/views.ts';
import { MINUTE } from '../../../shared/lib/time.ts';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { ScanBar } from '../../ui/floor/scan-bar.tsx';
import { useText } from '../../ui/i18n.tsx';
import { AppFrame, type FrameEntry } from '../../ui/layout/app-frame.tsx';
import { TopBar } from '../../ui/layout/top-bar.tsx';
import { inTime, scanAnswers } from './samples.ts';
import { savedSample, syncSamples } from './sync-samples.ts';

const nothing = (): void => undefined;

const entries: readonly FrameEntry[] = [
  { id: 'queue', label: 'Queue', icon: Flame, href: '?page=queue#/gallery' },
  { id: 'tasks', label: 'Tasks', icon: ListChecks, href: '?page=task#/gallery' },
  { id: 'shipping', label: 'Shipping', icon: Truck, href: '?page=pallet#/gallery' },
  { id: 'stock', label: 'Stock', icon: Boxes, href: '?page=parts#/gallery' },
  { id: 'people', label: 'People', icon: Users, href: '?page=parts#/gallery' },
  { id: 'metrics', label: 'Metrics', icon: BarChart3, href: '?page=parts#/gallery' },
  { id: 'documents', label: 'Documents', icon: FileText, href: '?page=parts#/gallery' },
  { id: 'cases', label: 'Cases', icon: MessageSquareWarning, href: '?page=cases#/gallery', waiting: { count: 3, words: '3 open cases' } },
  { id: 'settings', label: 'Settings', icon: Settings, href: '?page=parts#/gallery' },
];

interface FramedProps {
  readonly current: string;
  readonly listening: string;
  readonly sync?: SyncView | undefined;
  readonly children: ReactNode;
}

/** A sample screen inside the frame, in the middle of a shift. */
export function Framed({ current, listening, sync = syncSamples.offline, children }: FramedProps) {
  const { t } = useText();
  return (
    <AppFrame
      current={current}
      entries={entries}
      scanBar={<ScanBar listening={listening} recent={scanAnswers} onUndo={nothing} />}
      top={
        <TopBar
          end={<IconButton icon={Search} label={t('app.find')} onPress={nothing} />}
          hot={{ count: 3, nearest: { deadline: inTime(-12 * MINUTE), purpose: 'acknowledge' }, href: '?page=queue#/gallery' }}
          marks={{ saved: savedSample, sync, href: '?page=sync-offline#/gallery' }}
          person={{ name: 'Maria Lopez', role: 'Supervisor' }}
          site="Phoenix South"
          station="Dock 2"
          onPerson={nothing}
        />
      }
    >
      {children}
    </AppFrame>
  );
}

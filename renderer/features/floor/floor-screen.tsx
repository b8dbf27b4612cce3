import type { TaskView } from '../../../shared/contracts/views.ts';
import { useTask } from '../../app/task.ts';
import { useText } from '../../ui/i18n.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { BinTask } from './bin-task.tsx';
import { LoadTask } from './load-task.tsx';
import { LookupTask } from './lookup-task.tsx';
import { MoveTask } from './move-task.tsx';
import { PackTask } from './pack-task.tsx';
import { PickTask } from './pick-task.tsx';
import { StoppedTask } from './stopped-task.tsx';
import { YourWork } from './your-work.tsx';
import './floor.css';

/** The screen of the floor: the one task that runs here, or what there is to do. */
export function FloorScreen() {
  const { t } = useText();
  const task = useTask();
  if (task.data === undefined) {
    return task.isError ? (
      <ErrorState next={t('floorScreen.error.next')} what={t('floorScreen.error')} onRetry={() => void task.refetch()} />
    ) : (
      <Page>
        <Skeleton lines={6} />
      </Page>
    );
  }
  return task.data === null ? <YourWork /> : <Running task={task.data} />;
}

function Running({ task }: { readonly task: TaskView }) {
  if (task.move !== null) return <MoveTask move={task.move} task={task} />;
  if (task.stopped !== null) return <StoppedTask stopped={task.stopped} task={task} />;
  switch (task.kind) {
    case 'pick':
      return <PickTask task={task} />;
    case 'pack':
      return <PackTask task={task} />;
    case 'load':
      return <LoadTask task={task} />;
    case 'count':
      return <BinTask kind="count" task={task} />;
    case 'receive':
      return <BinTask kind="receive" task={task} />;
    case 'lookup':
      return <LookupTask task={task} />;
    // Its move is over, and what comes next is being asked for.
    case 'move':
      return null;
  }
}

import { LogOut } from 'lucide-react';
import type { TaskView } from '../../../shared/contracts/views.ts';
import type { Message } from '../../../shared/messages/say.ts';
import { Button } from '../../ui/actions/button.tsx';
import { TaskStage } from '../../ui/floor/task-stage.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { TaskContext } from './task-context.tsx';
import { useTaskCommands } from './use-task-commands.ts';

/** The order was cancelled, or has left: nothing more is done for it here. */
export function StoppedTask({ task, stopped }: { readonly task: TaskView; readonly stopped: Message }) {
  const { t, tell } = useText();
  const { leave, busy } = useTaskCommands();
  return (
    <TaskStage
      actions={
        <Button busy={busy} icon={LogOut} variant="primary" onPress={() => void leave()}>
          {t('floorScreen.leave')}
        </Button>
      }
      context={<TaskContext task={task} />}
      hot={task.hpo}
      instruction={tell(stopped)}
      notice={
        <Banner title={t('floorScreen.stopped', { po: task.po ?? '' })} tone="error">
          {task.changed.map(tell).join(' · ')}
        </Banner>
      }
    />
  );
}

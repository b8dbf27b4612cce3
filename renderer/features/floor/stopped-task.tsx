import { HeartCrack, LogOut } from 'lucide-react';
import { useState } from 'react';
import type { TaskView } from '../../../shared/contracts/views.ts';
import type { Message } from '../../../shared/messages/say.ts';
import { Button } from '../../ui/actions/button.tsx';
import { TaskStage } from '../../ui/floor/task-stage.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { DamagedGoods } from './damaged-goods.tsx';
import { placesOnUnit, placesWaiting, type DamagedPlace } from './damaged-places.ts';
import { TaskContext } from './task-context.tsx';
import { useTaskCommands } from './use-task-commands.ts';

/** The order was cancelled, or has left: nothing more is done for it here. What was picked of it goes back, or is written off where it is broken. */
export function StoppedTask({ task, stopped }: { readonly task: TaskView; readonly stopped: Message }) {
  const { t, tell } = useText();
  const { leave, busy } = useTaskCommands();
  const [asked, setAsked] = useState<readonly DamagedPlace[]>();
  const places = [...(task.unit === null ? [] : placesOnUnit(task.unit)), ...placesWaiting(task)];
  return (
    <TaskStage
      actions={
        <>
          <Button busy={busy} icon={LogOut} variant="primary" onPress={() => void leave()}>
            {t('floorScreen.leave')}
          </Button>
          {task.po !== null && places.length > 0 && (
            <Button icon={HeartCrack} onPress={() => setAsked(places)}>
              {t('floorScreen.damaged')}
            </Button>
          )}
          {task.po !== null && asked && <DamagedGoods places={asked} po={task.po} onClose={() => setAsked(undefined)} />}
        </>
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

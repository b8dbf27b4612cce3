import { CheckCheck } from 'lucide-react';
import type { TaskView } from '../../../shared/contracts/views.ts';
import { Button } from '../../ui/actions/button.tsx';
import { TaskHint } from '../../ui/floor/task-hint.tsx';
import { TaskStage } from '../../ui/floor/task-stage.tsx';
import { useText } from '../../ui/i18n.tsx';
import { LastAnswer } from './last-answer.tsx';
import { useTaskCommands } from './use-task-commands.ts';

/** Looking things up: every scan says what it is, and nothing is counted. */
export function LookupTask({ task: { instruction } }: { readonly task: TaskView }) {
  const { t, tell } = useText();
  const { command } = useTaskCommands();
  return (
    <TaskStage
      actions={
        <Button icon={CheckCheck} onPress={() => command('done')}>
          {t('floorScreen.done.lookup')}
        </Button>
      }
      instruction={tell(instruction)}
    >
      <LastAnswer none={<TaskHint>{t('floorScreen.lookup.how')}</TaskHint>} task="lookup" />
    </TaskStage>
  );
}

import { Calculator, CheckCheck, LogOut, PackageX } from 'lucide-react';
import { useState } from 'react';
import type { LineView, TaskView } from '../../../shared/contracts/views.ts';
import { Button } from '../../ui/actions/button.tsx';
import { TaskStage } from '../../ui/floor/task-stage.tsx';
import { useText } from '../../ui/i18n.tsx';
import { UnitsBar } from '../../ui/status/units-bar.tsx';
import { useChangedNotice } from './changed-notice.tsx';
import { KeyQuantity } from './key-quantity.tsx';
import { codeOf } from './keyed-quantity.ts';
import { ProductFacts } from './product-facts.tsx';
import { RemainingLines } from './remaining-lines.tsx';
import { ShortPick } from './short-pick.tsx';
import { eachesDone, expectedCode } from './stage-facts.ts';
import { TaskContext } from './task-context.tsx';
import { useTaskCommands } from './use-task-commands.ts';

const leftToPick = ({ accepted, picked }: LineView): number => Math.max(0, accepted - picked);

/** Picking: the bin, the product, how many. */
export function PickTask({ task }: { readonly task: TaskView }) {
  const words = useText();
  const { t, tell } = words;
  const { leave, command, busy } = useTaskCommands();
  const notice = useChangedNotice(task);
  const { line } = task;
  return (
    <TaskStage
      actions={
        <>
          {line === null ? (
            <Button icon={CheckCheck} variant="primary" onPress={() => command('done')}>
              {t('floorScreen.done.pick')}
            </Button>
          ) : (
            <LineExceptions key={line.line} line={line} task={task} />
          )}
          <Button busy={busy} icon={LogOut} onPress={() => void leave()}>
            {t('floorScreen.leave')}
          </Button>
        </>
      }
      context={<TaskContext task={task} />}
      expected={expectedCode(words, task)}
      hot={task.hpo}
      instruction={tell(task.instruction)}
      notice={notice}
      place={line !== null && task.location !== null ? { label: t('floorScreen.bin'), value: task.location } : undefined}
      product={line === null ? undefined : { title: line.title, facts: <ProductFacts line={line} product={task.product} /> }}
      quantity={line === null ? undefined : eachesDone(words, t('floorScreen.picked'), task, task.product?.caseSize ?? line.caseSize)}
      rest={{
        title: t('floorScreen.remaining', { count: task.remaining.length }),
        content: <RemainingLines left={leftToPick} lines={task.remaining} places />,
      }}
    >
      {line === null && task.units !== null && <UnitsBar size="card" units={task.units} />}
    </TaskStage>
  );
}

/** What cannot be scanned: a quantity by key, and goods that are not there. */
function LineExceptions({ task, line }: { readonly task: TaskView; readonly line: LineView }) {
  const { t } = useText();
  const [open, setOpen] = useState<'key' | 'short' | null>(null);
  const { product, po, done, wanted } = task;
  const code = codeOf(line, product);
  const left = Math.max(0, wanted - done);
  const close = (): void => setOpen(null);
  return (
    <>
      {code !== null && (
        <Button icon={Calculator} onPress={() => setOpen('key')}>
          {t('floorScreen.key')}
        </Button>
      )}
      <Button icon={PackageX} onPress={() => setOpen('short')}>
        {t('floorScreen.short')}
      </Button>
      {open === 'key' && code !== null && (
        <KeyQuantity
          products={[{ id: line.line, code, sku: line.sku ?? code, title: line.title, left, caseSize: product?.caseSize ?? line.caseSize }]}
          task="pick"
          onClose={close}
        />
      )}
      {open === 'short' && po !== null && <ShortPick left={Math.max(1, left - line.short)} line={line} po={po} task={task} onClose={close} />}
    </>
  );
}

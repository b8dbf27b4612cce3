import { ArrowRight, CheckCheck } from 'lucide-react';
import type { TaskView } from '../../../shared/contracts/views.ts';
import { useScanDoor } from '../../app/scan-door.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Keypad } from '../../ui/floor/keypad.tsx';
import { TaskHint } from '../../ui/floor/task-hint.tsx';
import { TaskStage } from '../../ui/floor/task-stage.tsx';
import { useText } from '../../ui/i18n.tsx';
import { eaches } from '../../ui/text/amounts.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { LastAnswer } from './last-answer.tsx';
import { ProductFacts } from './product-facts.tsx';
import { useTaskCommands } from './use-task-commands.ts';

/** Where the stage has no room beside it; as in floor.css of the parts. */
const NO_ASIDE = '(max-width: 1100px)';

/**
 * Work at a bin: counting what lies in it, or receiving boxed goods into it. The bin, a product, how many. What the books say is not shown while
 * counting: whoever knows it does not count. What came in for an HPO is said with the answer.
 */
export function BinTask({ kind, task: { instruction, location, product } }: { readonly kind: 'count' | 'receive'; readonly task: TaskView }) {
  const { t, tell } = useText();
  const door = useScanDoor();
  const { command } = useTaskCommands();
  const below = useMedia(NO_ASIDE);
  const pad = product === null || location === null ? null : (
    <Keypad
      autoFocus
      doneLabel={t(`floorScreen.${kind}.save`)}
      key={`${location} ${product.sku}`}
      label={t(`floorScreen.${kind}.howMany`)}
      unit={eaches}
      // Digits are a quantity to the station while it waits for one; zero is a count too.
      onDone={(quantity) => door.scan(String(quantity))}
    />
  );
  const hint = location === null ? <TaskHint>{t(`floorScreen.${kind}.how`)}</TaskHint> : null;
  return (
    <TaskStage
      actions={
        <>
          {/* It stays where it is without a bin: under a second tap there must not be what ends the task. */}
          <Button disabled={location === null} icon={ArrowRight} onPress={() => command('next')}>
            {t('floorScreen.nextBin')}
          </Button>
          <Button icon={CheckCheck} onPress={() => command('done')}>
            {t(`floorScreen.done.${kind}`)}
          </Button>
        </>
      }
      instruction={tell(instruction)}
      place={location === null ? undefined : { label: t('floorScreen.bin'), value: location }}
      product={product === null ? undefined : { title: product.title, facts: <ProductFacts line={null} product={product} /> }}
      rest={product !== null && !below ? { title: t(`floorScreen.${kind}.label`, { sku: product.sku }), content: pad } : undefined}
    >
      {below && pad}
      {kind === 'receive' ? <LastAnswer none={hint} task="receive" /> : hint}
    </TaskStage>
  );
}

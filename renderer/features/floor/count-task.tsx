import { ArrowRight, CheckCheck } from 'lucide-react';
import type { TaskView } from '../../../shared/contracts/views.ts';
import { useScanDoor } from '../../app/scan-door.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Keypad } from '../../ui/floor/keypad.tsx';
import { TaskStage } from '../../ui/floor/task-stage.tsx';
import { useText } from '../../ui/i18n.tsx';
import { eaches } from '../../ui/text/amounts.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { ProductFacts } from './product-facts.tsx';
import { useTaskCommands } from './use-task-commands.ts';

/** Where the stage has no room beside it; as in floor.css of the parts. */
const NO_ASIDE = '(max-width: 1100px)';

/** Counting: the bin, a product in it, how many. What the books say is not shown: whoever knows it does not count. */
export function CountTask({ task: { instruction, location, product } }: { readonly task: TaskView }) {
  const { t, tell } = useText();
  const door = useScanDoor();
  const { command } = useTaskCommands();
  const below = useMedia(NO_ASIDE);
  const pad = product === null || location === null ? null : (
    <Keypad
      autoFocus
      doneLabel={t('floorScreen.count.save')}
      key={`${location} ${product.sku}`}
      label={t('floorScreen.count.howMany')}
      unit={eaches}
      // Digits are a count to the station while it waits for one; zero is a count too.
      onDone={(counted) => door.scan(String(counted))}
    />
  );
  return (
    <TaskStage
      actions={
        <>
          {/* It stays where it is without a bin: under a second tap there must not be what ends the task. */}
          <Button disabled={location === null} icon={ArrowRight} onPress={() => command('next')}>
            {t('floorScreen.nextBin')}
          </Button>
          <Button icon={CheckCheck} onPress={() => command('done')}>
            {t('floorScreen.done.count')}
          </Button>
        </>
      }
      instruction={tell(instruction)}
      place={location === null ? undefined : { label: t('floorScreen.bin'), value: location }}
      product={product === null ? undefined : { title: product.title, facts: <ProductFacts line={null} product={product} /> }}
      rest={product !== null && !below ? { title: t('floorScreen.count.label', { sku: product.sku }), content: pad } : undefined}
    >
      {below && pad}
    </TaskStage>
  );
}

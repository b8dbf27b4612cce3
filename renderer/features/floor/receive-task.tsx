import { ArrowRight, CheckCheck } from 'lucide-react';
import type { TaskView } from '../../../shared/contracts/views.ts';
import { useScanDoor } from '../../app/scan-door.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Keypad } from '../../ui/floor/keypad.tsx';
import { TaskStage } from '../../ui/floor/task-stage.tsx';
import { useText } from '../../ui/i18n.tsx';
import { eaches } from '../../ui/text/amounts.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { LastAnswer } from './last-answer.tsx';
import { ProductFacts } from './product-facts.tsx';
import { useTaskCommands } from './use-task-commands.ts';

/** Where the stage has no room beside it; as in floor.css of the parts. */
const NO_ASIDE = '(max-width: 1100px)';

/** Receiving: the bin, then each case by its code; a product that was only named is keyed. What came in for an HPO is said with it. */
export function ReceiveTask({ task: { instruction, location, product } }: { readonly task: TaskView }) {
  const { t, tell } = useText();
  const door = useScanDoor();
  const { command } = useTaskCommands();
  const below = useMedia(NO_ASIDE);
  const pad = product === null || location === null ? null : (
    <Keypad
      autoFocus
      doneLabel={t('floorScreen.receive.save')}
      key={`${location} ${product.sku}`}
      label={t('floorScreen.receive.howMany')}
      unit={eaches}
      // Digits are a quantity to the station while it waits for one.
      onDone={(received) => door.scan(String(received))}
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
            {t('floorScreen.done.receive')}
          </Button>
        </>
      }
      instruction={tell(instruction)}
      place={location === null ? undefined : { label: t('floorScreen.bin'), value: location }}
      product={product === null ? undefined : { title: product.title, facts: <ProductFacts line={null} product={product} /> }}
      rest={product !== null && !below ? { title: t('floorScreen.receive.label', { sku: product.sku }), content: pad } : undefined}
    >
      {below && pad}
      <LastAnswer task="receive" />
    </TaskStage>
  );
}

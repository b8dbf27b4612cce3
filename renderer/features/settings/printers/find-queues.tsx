import { Search } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../../app/station.tsx';
import type { StationClient } from '../../../bridge.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Text } from '../../../ui/text/text.tsx';

interface FindQueuesProps<Queue> {
  readonly find: (client: StationClient) => Promise<readonly Queue[]>;
  readonly keyOf: (queue: Queue) => string;
  readonly nameOf: (queue: Queue) => string;
  /** What to say when there is none. */
  readonly none: string;
  readonly onFound: (queue: Queue) => void;
}

/** Asks for the printers that the machine knows, to take one. */
export function FindQueues<Queue>({ find, keyOf, nameOf, none, onFound }: FindQueuesProps<Queue>) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const [found, setFound] = useState<readonly Queue[]>();
  return (
    <Stack gap={3} row wrap>
      <Button busy={busy} icon={Search} onPress={() => void run(async (client) => setFound(await find(client)))}>
        {t('printingScreen.form.find')}
      </Button>
      {found?.map((queue) => (
        <Button key={keyOf(queue)} onPress={() => onFound(queue)}>
          {t('printingScreen.form.found', { name: nameOf(queue) })}
        </Button>
      ))}
      {found?.length === 0 && <Text tone="quiet">{none}</Text>}
    </Stack>
  );
}

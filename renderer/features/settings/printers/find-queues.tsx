import { Search } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Text } from '../../../ui/text/text.tsx';

interface Queue {
  readonly name: string;
  readonly url: string;
}

/** The queues that the machine's own print server knows, to take one. */
export function FindQueues({ onFound }: { readonly onFound: (queue: Queue) => void }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const [found, setFound] = useState<readonly Queue[]>();
  return (
    <Stack gap={3} row wrap>
      <Button busy={busy} icon={Search} onPress={() => void run(async (client) => setFound(await client.printing.find({})))}>
        {t('printingScreen.form.find')}
      </Button>
      {found?.map((queue) => (
        <Button key={queue.url} onPress={() => onFound(queue)}>
          {t('printingScreen.form.found', { name: queue.name })}
        </Button>
      ))}
      {found?.length === 0 && <Text tone="quiet">{t('printingScreen.form.found.none')}</Text>}
    </Stack>
  );
}

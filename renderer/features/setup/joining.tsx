import { RefreshCw } from 'lucide-react';
import type { SyncView } from '../../../shared/contracts/views.ts';
import { useCommand } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { HoldButton } from '../../ui/actions/hold-button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { Progress } from '../../ui/status/progress.tsx';
import { Heading, Text } from '../../ui/text/text.tsx';

/** While the first copy of the site comes in. */
export function Joining({ sync }: { readonly sync: SyncView }) {
  const { t, tell } = useText();
  const { run, busy } = useCommand();
  const { trouble, progress } = sync;
  return (
    <div className="setup__card">
      <Stack gap={2}>
        <Heading level={1}>{t('syncScreen.join.copying')}</Heading>
        <Text as="p">{t('syncScreen.join.copying.text')}</Text>
      </Stack>
      <Progress label={t('syncScreen.progress')} ratio={progress ?? undefined} />
      {trouble && (
        <Banner
          action={
            <Button busy={busy} icon={RefreshCw} onPress={() => void run((client) => client.sync.now({}))}>
              {t('syncScreen.now')}
            </Button>
          }
          title={tell(trouble)}
          tone="offline"
        >
          {t('syncScreen.join.waiting')}
        </Banner>
      )}
      {trouble && (
        <Stack row>
          <HoldButton disabled={busy} label={t('syncScreen.join.startOver')} onConfirm={() => void run((client) => client.sync.leave({}))} />
        </Stack>
      )}
    </div>
  );
}

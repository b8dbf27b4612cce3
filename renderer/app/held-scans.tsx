import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../ui/actions/button.tsx';
import { useText } from '../ui/i18n.tsx';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { Banner } from '../ui/status/banner.tsx';
import { CodeText } from '../ui/text/code-text.tsx';
import { Text } from '../ui/text/text.tsx';
import { useScanDoor } from './scan-door.tsx';
import { useScans, type HeldScan } from './scanning.ts';
import './app.css';

/** Scans of people whom the station signed out before it took them: kept for each until they sign in, or put away by hand. */
export function HeldScans() {
  return useHeldByPerson().map((scans) => <HeldOf key={scans[0]?.by.staffId} look="card" scans={scans} />);
}

export function useHeldByPerson(): readonly (readonly HeldScan[])[] {
  const held = useScans((state) => state.held);
  return useMemo(() => [...Map.groupBy(held, ({ by }) => by.staffId).values()], [held]);
}

export function HeldOf({ scans, look }: { readonly scans: readonly HeldScan[]; readonly look: 'card' | 'strip' }) {
  const { t, format } = useText();
  const door = useScanDoor();
  const [asking, setAsking] = useState(false);
  const [first] = scans;
  if (!first) return null;
  const { name, staffId } = first.by;
  const count = scans.length;
  const title = t('app.held.title', { name, count });
  return (
    <>
      <Banner action={<Button size="desk" onPress={() => setAsking(true)}>{t('app.held.look')}</Button>} look={look} title={title} tone="warning">
        {t('app.held.text', { name })}
      </Banner>
      <Dialog
        actions={
          <>
            <Button icon={Trash2} variant="danger" onPress={() => door.discardHeld(staffId)}>
              {t('app.held.discard', { count })}
            </Button>
            <Button autoFocus variant="primary" onPress={() => setAsking(false)}>
              {t('app.held.keep')}
            </Button>
          </>
        }
        open={asking}
        title={title}
        onClose={() => setAsking(false)}
      >
        <ol className="held-scans">
          {scans.map(({ scanId, code, at }) => (
            <li key={scanId}>
              <CodeText value={code} wrap />
              <Text size={14} tone="quiet">{format.timeWithSeconds(at)}</Text>
            </li>
          ))}
        </ol>
      </Dialog>
    </>
  );
}

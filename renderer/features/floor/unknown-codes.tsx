import { ScanSearch } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';

/** Codes that nothing here has, kept for somebody to find out about. */
export function UnknownCodes() {
  const { t, format } = useText();
  const codes = useAnswer(['stock', 'tasks'], ['unknown-codes'], (client) => client.stock.unknownCodes({}));
  const [open, setOpen] = useState(false);
  if (!codes.data || codes.data.length === 0) return null;
  return (
    <>
      <Button icon={ScanSearch} onPress={() => setOpen(true)}>
        {t('floorScreen.unknown', { count: codes.data.length })}
      </Button>
      <Dialog open={open} title={t('floorScreen.unknown.title')} onClose={() => setOpen(false)}>
        <Text as="p" tone="quiet">
          {t('floorScreen.unknown.text')}
        </Text>
        <ul className="floor-unknown">
          {codes.data.map(({ code, times, lastAt }) => (
            <li key={code}>
              <strong>
                <CodeText value={code} wrap />
              </strong>
              <Text tone="quiet">{t('floorScreen.unknown.times', { times, at: format.dateTime(lastAt) })}</Text>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

import { FileCheck2, Pencil } from 'lucide-react';
import type { Printer } from '../../../../shared/domain/printing/printer.ts';
import { useAnswer, useCommand } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { useToasts } from '../../../ui/status/toast.tsx';
import { ConditionText } from './condition-text.tsx';
import { addressOf, mediaWord } from './printer-form.ts';

/** One printer with how it is now. It is asked when the row appears and after each print. */
export function PrinterRow({ printer, onEdit }: { readonly printer: Printer; readonly onEdit: () => void }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const { id, name, connection, media, language, dpi } = printer;
  const { data: condition } = useAnswer(['printing'], ['condition', JSON.stringify(printer)], (client) => client.printing.condition({ printer }));
  const test = (): void =>
    void run(async (client) => {
      await client.printing.test({ printerId: id });
      show({ tone: 'success', title: t('printingScreen.printers.tested', { name }) });
    });
  return (
    <li className="printer-row">
      <div className="printer-row__words">
        <Text as="p" size={20} weight="medium">{name}</Text>
        <Text as="p" tone="quiet">
          {[t('printingScreen.printers.way', { way: connection.kind, address: addressOf(connection) }), t('printingScreen.printers.media', { media: mediaWord(media) }), language === 'zpl' ? `ZPL ${dpi} dpi` : 'PDF'].join(' · ')}
        </Text>
        {condition ? <ConditionText condition={condition} /> : <Text tone="quiet">{t('printingScreen.printers.checking')}</Text>}
      </div>
      <Button busy={busy} icon={FileCheck2} onPress={test}>{t('printingScreen.printers.test')}</Button>
      <IconButton icon={Pencil} label={t('printingScreen.printers.edit', { name })} onPress={onEdit} />
    </li>
  );
}

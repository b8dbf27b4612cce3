import { Plus, Printer as PrinterIcon } from 'lucide-react';
import { useState } from 'react';
import { printedKinds, type Printer, type PrinterFor } from '../../../../shared/domain/printing/printer.ts';
import type { Settings } from '../../../../shared/domain/settings/settings.ts';
import { useAnswer } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { PrinterDialog } from '../printers/printer-dialog.tsx';
import { PrinterRow } from '../printers/printer-row.tsx';
import { PrinterUse } from '../printers/printer-use.tsx';
import { useSaveSettings } from '../save-settings.tsx';

/** The printers of this station, how each is, and what prints where. Every change holds at once. */
export function PrintersSection({ settings: { printers, printerFor } }: { readonly settings: Settings }) {
  const { t } = useText();
  const { save, busy } = useSaveSettings();
  const [editing, setEditing] = useState<Printer | 'new'>();
  const { data: jobs = [] } = useAnswer(['printing'], ['jobs'], (client) => client.printing.jobs({}));
  const keep = async (next: readonly Printer[], uses: PrinterFor): Promise<void> => {
    if (await save({ printers: [...next], printerFor: uses })) setEditing(undefined);
  };
  const known = editing === 'new' ? undefined : editing;
  const add = (
    <Button icon={Plus} size="floor" variant={printers.length === 0 ? 'primary' : 'secondary'} onPress={() => setEditing('new')}>
      {t('printingScreen.printers.add')}
    </Button>
  );
  return (
    <Stack gap={6}>
      {printers.length === 0 ? (
        <EmptyState action={add} icon={PrinterIcon} title={t('printingScreen.printers.none')}>
          {t('printingScreen.printers.none.text')}
        </EmptyState>
      ) : (
        <ul aria-label={t('printingScreen.printers')} className="printer-rows">
          {printers.map((printer) => (
            <PrinterRow key={printer.id} printer={printer} onEdit={() => setEditing(printer)} />
          ))}
        </ul>
      )}
      {printers.length > 0 && <Stack row>{add}</Stack>}
      {printers.length > 0 && <PrinterUse printerFor={printerFor} printers={printers} onChange={(uses) => void save({ printerFor: uses })} />}
      {editing !== undefined && (
        <PrinterDialog
          busy={busy}
          id={known?.id ?? freeId(printers)}
          known={known}
          waiting={jobs.filter(({ printerId, state }) => printerId === known?.id && (state === 'queued' || state === 'sending')).length}
          onClose={() => setEditing(undefined)}
          onRemove={() => void keep(printers.filter(({ id }) => id !== known?.id), printerFor)}
          onSave={(printer) => void keep(known ? printers.map((other) => (other.id === printer.id ? printer : other)) : [...printers, printer], known ? printerFor : firstUse(printer, printerFor))}
        />
      )}
    </Stack>
  );
}

/** A first printer of its kind prints what nothing printed so far: nobody adds a label printer to leave it idle. */
function firstUse({ id, media }: Printer, uses: PrinterFor): PrinterFor {
  if (media === '4x6') return { ...uses, label: uses.label ?? id };
  return { ...uses, ...Object.fromEntries(printedKinds.filter((kind) => kind !== 'label').map((kind) => [kind, uses[kind] ?? id])) };
}

function freeId(printers: readonly Printer[]): string {
  const taken = new Set(printers.map(({ id }) => id));
  let number = printers.length + 1;
  while (taken.has(`printer-${number}`)) number += 1;
  return `printer-${number}`;
}

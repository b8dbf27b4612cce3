import { zodResolver } from '@hookform/resolvers/zod';
import { Activity } from 'lucide-react';
import { useId, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { PrinterCondition } from '../../../../shared/contracts/views.ts';
import { printerMedia, type Printer } from '../../../../shared/domain/printing/printer.ts';
import { FormChoice, FormText } from '../../../app/form-fields.tsx';
import { useAnswer, useCommand } from '../../../app/station.tsx';
import { useUnsavedForm } from '../../../app/unsaved.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { HoldButton } from '../../../ui/actions/hold-button.tsx';
import { FieldGrid } from '../../../ui/fields/field-grid.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { ConditionText } from './condition-text.tsx';
import { FindQueues } from './find-queues.tsx';
import { hasDots, mediaWord, printerForm, printerOf, speaksZpl, valuesOf, ways, type PrinterOutput, type PrinterValues } from './printer-form.ts';

interface PrinterDialogProps {
  /** The printer to change; undefined for a new one. */
  readonly known: Printer | undefined;
  /** The id that a new one gets. */
  readonly id: string;
  /** Papers that wait at it. */
  readonly waiting: number;
  readonly busy: boolean;
  readonly onSave: (printer: Printer) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** One printer: its name, how it is reached, what it holds and understands. "Check" asks it before anything is saved. */
export function PrinterDialog({ known, id, waiting, busy, onSave, onRemove, onClose }: PrinterDialogProps) {
  const { t } = useText();
  const formId = useId();
  const { run, busy: asking } = useCommand();
  const [condition, setCondition] = useState<PrinterCondition>();
  const { control, handleSubmit, setValue } = useForm<PrinterValues, unknown, PrinterOutput>({ resolver: zodResolver(printerForm), defaultValues: valuesOf(known) });
  useUnsavedForm(control);
  const [way, media] = useWatch({ control, name: ['way', 'media'] });
  const zpl = speaksZpl({ way, media });
  const language = useWatch({ control, name: 'language' });
  // Null: this station runs in a browser, which can print nothing by itself.
  const { data: system } = useAnswer(['printing'], ['system-printers'], (client) => client.printing.desktop({}));
  const offered = ways.filter((each) => each !== 'desktop' || (system !== null && system !== undefined) || known?.connection.kind === 'desktop');
  const check = handleSubmit(async (typed) => {
    setCondition(undefined);
    await run(async (client) => setCondition(await client.printing.condition({ printer: printerOf(id, typed) })));
  });
  const needed = t('printingScreen.form.needed');
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button busy={asking} icon={Activity} onPress={() => void check()}>
            {t('printingScreen.form.check')}
          </Button>
          <Button busy={busy} form={formId} type="submit" variant="primary">
            {t('printingScreen.form.save')}
          </Button>
        </>
      }
      open
      title={known ? t('printingScreen.printers.edit', { name: known.name }) : t('printingScreen.form.new')}
      wide
      onClose={onClose}
    >
      <form id={formId} noValidate onSubmit={(event) => void handleSubmit((typed) => onSave(printerOf(id, typed)))(event)}>
        <Stack gap={4}>
          <FormText autoFocus control={control} error={t('printingScreen.form.name.error')} hint={t('printingScreen.form.name.hint')} label={t('printingScreen.form.name')} maxLength={40} name="name" />
          <FormChoice control={control} label={t('printingScreen.form.kind')} name="way" options={offered.map((each) => ({ id: each, label: t('printingScreen.form.kind.name', { kind: each }) }))} />
          {system === null && <Text as="p" tone="quiet">{t('printingScreen.form.desktop.none')}</Text>}
          {way === 'network' && (
            <FieldGrid>
              <FormText code control={control} error={needed} hint={t('printingScreen.form.host.hint')} label={t('printingScreen.form.host')} name="host" />
              <FormText code control={control} error={t('printingScreen.form.port.error')} label={t('printingScreen.form.port')} maxLength={5} name="port" />
            </FieldGrid>
          )}
          {way === 'ipp' && (
            <>
              <FormText code control={control} error={t('printingScreen.form.url.error')} hint={t('printingScreen.form.url.hint')} label={t('printingScreen.form.url')} name="url" />
              <FindQueues find={(client) => client.printing.find({})} keyOf={({ url }) => url} nameOf={({ name }) => name} none={t('printingScreen.form.found.none')} onFound={({ url }) => setValue('url', url, { shouldDirty: true, shouldValidate: true })} />
            </>
          )}
          {way === 'windows' && <FormText control={control} error={needed} hint={t('printingScreen.form.queue.hint')} label={t('printingScreen.form.queue')} name="queue" />}
          {way === 'desktop' && (
            <>
              <FormText control={control} error={needed} hint={t('printingScreen.form.desktop.queue.hint')} label={t('printingScreen.form.desktop.queue')} name="queue" />
              <FindQueues find={async (client) => (await client.printing.desktop({})) ?? []} keyOf={({ name }) => name} nameOf={({ title }) => title} none={t('printingScreen.form.desktop.found.none')} onFound={({ name }) => setValue('queue', name, { shouldDirty: true, shouldValidate: true })} />
            </>
          )}
          {way === 'folder' && <FormText code control={control} error={needed} hint={t('printingScreen.form.folder.hint')} label={t('printingScreen.form.folder')} name="folder" />}
          <FieldGrid>
            <FormChoice control={control} label={t('printingScreen.form.media')} name="media" options={printerMedia.map((each) => ({ id: each, label: t('printingScreen.form.media.name', { media: mediaWord(each) }) }))} />
            {zpl && <FormChoice control={control} label={t('printingScreen.form.language')} name="language" options={(['zpl', 'pdf'] as const).map((each) => ({ id: each, label: t('printingScreen.form.language.name', { language: each }) }))} />}
            {hasDots({ way, media, language }) && <FormChoice control={control} label={t('printingScreen.form.dpi')} name="dpi" options={(['203', '300'] as const).map((dpi) => ({ id: dpi, label: t('printingScreen.form.dpi.name', { dpi }) }))} />}
          </FieldGrid>
          {condition && <ConditionText condition={condition} long />}
          {known && (
            <Stack gap={2}>
              {waiting > 0 && <Text as="p">{t('printingScreen.form.remove.waiting', { count: waiting })}</Text>}
              <Stack row>
                <HoldButton disabled={busy} label={t('printingScreen.form.remove')} size="floor" onConfirm={onRemove} />
              </Stack>
            </Stack>
          )}
        </Stack>
      </form>
    </Dialog>
  );
}

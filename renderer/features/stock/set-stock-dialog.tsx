import { zodResolver } from '@hookform/resolvers/zod';
import { useId } from 'react';
import { useController, useForm, useWatch, type Control } from 'react-hook-form';
import { z } from 'zod';
import type { ProductView } from '../../../shared/contracts/views.ts';
import { FormChoice, FormText } from '../../app/form-fields.tsx';
import { useCommand } from '../../app/station.tsx';
import { useUnsavedForm } from '../../app/unsaved.ts';
import { Button } from '../../ui/actions/button.tsx';
import { QuantityField } from '../../ui/fields/quantity-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { eaches } from '../../ui/text/amounts.tsx';
import { Text } from '../../ui/text/text.tsx';

/** No bin is called so: a bin's name begins with no blank. */
const OTHER_BIN = ' other';
const MOST = 100_000_000;
const reasons = ['counted', 'received', 'damaged', 'moved', 'other'] as const;

const stockForm = z
  .object({
    bin: z.string(),
    newBin: z.string().trim().max(60),
    boxed: z.int().min(0).max(MOST),
    safety: z.int().min(0).max(MOST),
    reason: z.enum(reasons),
    words: z.string().trim().max(500),
  })
  .refine(({ bin, newBin }) => bin !== OTHER_BIN || newBin !== '', { path: ['newBin'] })
  .refine(({ reason, words }) => reason !== 'other' || words.length >= 3, { path: ['words'] });
type StockFields = z.input<typeof stockForm>;

/** What lies boxed in one bin, by a supervisor's word and with a reason. */
export function SetStockDialog({ product, onClose }: { readonly product: ProductView; readonly onClose: () => void }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const form = useId();
  const { sku, bins, stock } = product;
  const firstBin = bins.find(({ location }) => location === product.location) ?? bins[0];
  const { control, handleSubmit, setValue } = useForm<StockFields>({
    resolver: zodResolver(stockForm),
    defaultValues: { bin: firstBin?.location ?? OTHER_BIN, newBin: firstBin ? '' : (product.location ?? ''), boxed: firstBin?.boxed ?? 0, safety: stock.safety, reason: 'counted', words: '' },
  });
  useUnsavedForm(control);
  const [bin, newBin, boxed, reason] = useWatch({ control, name: ['bin', 'newBin', 'boxed', 'reason'] });
  const submit = handleSubmit(async (typed) => {
    const location = typed.bin === OTHER_BIN ? typed.newBin : typed.bin;
    const words = typed.reason === 'other' ? typed.words : t('stockScreen.set.reason', { reason: typed.reason });
    if (!(await run((client) => client.stock.set({ sku, location, boxed: typed.boxed, safety: typed.safety === stock.safety ? null : typed.safety, reason: words })))) return;
    show({ tone: 'success', title: t('stockScreen.set.done', { sku, boxed: typed.boxed, location: location.toUpperCase() }) });
    onClose();
  });
  const place = (bin === OTHER_BIN ? newBin : bin).trim().toUpperCase();
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button busy={busy} form={form} type="submit" variant="primary">
            {place === '' ? t('stockScreen.set') : t('stockScreen.set.do', { boxed, location: place })}
          </Button>
        </>
      }
      open
      title={t('stockScreen.set.title', { sku })}
      onClose={onClose}
    >
      <form id={form} noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap={4}>
          <Text as="p" tone="quiet">{t('stockScreen.set.text')}</Text>
          {bins.length > 0 && (
            <BinField
              bins={bins}
              control={control}
              onBin={(count) => setValue('boxed', count)}
            />
          )}
          {bin === OTHER_BIN && <FormText code control={control} error={t('stockScreen.set.locationError')} label={t('stockScreen.set.location')} name="newBin" />}
          <Quantity control={control} label={t('stockScreen.set.boxed')} name="boxed" />
          <Quantity control={control} label={t('stockScreen.set.safety')} name="safety" />
          <FormChoice control={control} label={t('stockScreen.set.why')} name="reason" options={reasons.map((id) => ({ id, label: t('stockScreen.set.reason', { reason: id }) }))} />
          {reason === 'other' && <FormText control={control} error={t('stockScreen.set.reasonError')} label={t('stockScreen.set.reasonText')} name="words" />}
        </Stack>
      </form>
    </Dialog>
  );
}

/** The bins that hold the product, and the way to another; the count follows the bin. */
function BinField({ control, bins, onBin }: { readonly control: Control<StockFields>; readonly bins: ProductView['bins']; readonly onBin: (boxed: number) => void }) {
  const { t } = useText();
  const { field } = useController({ control, name: 'bin' });
  const options = [...bins.map(({ location, boxed }) => ({ id: location, label: t('stockScreen.set.binOption', { location, boxed }) })), { id: OTHER_BIN, label: t('stockScreen.set.otherBin') }];
  return (
    <SelectField
      label={t('stockScreen.set.bin')}
      options={options}
      value={field.value}
      onChange={(id) => {
        field.onChange(id);
        onBin(bins.find(({ location }) => location === id)?.boxed ?? 0);
      }}
    />
  );
}

function Quantity({ control, name, label }: { readonly control: Control<StockFields>; readonly name: 'boxed' | 'safety'; readonly label: string }) {
  const { field } = useController({ control, name });
  return <QuantityField label={label} max={MOST} unit={eaches} value={field.value} onChange={field.onChange} />;
}

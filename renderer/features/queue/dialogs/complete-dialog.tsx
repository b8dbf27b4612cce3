import { zodResolver } from '@hookform/resolvers/zod';
import { useId } from 'react';
import { Controller, useForm, type Control } from 'react-hook-form';
import type { ProductInput } from '../../../../shared/contracts/api.ts';
import type { LineView, ProductView } from '../../../../shared/contracts/views.ts';
import { eachWeightIn, lengthIn } from '../../../../shared/lib/measures.ts';
import { FormMeasure } from '../../../app/form-fields.tsx';
import { useAnswer, useCommand, useStationState } from '../../../app/station.tsx';
import { useUnsavedForm } from '../../../app/unsaved.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { FormActions } from '../../../ui/overlays/form-actions.tsx';
import { Skeleton } from '../../../ui/states/skeleton.tsx';
import { Text } from '../../../ui/text/text.tsx';
import type { OrderDialogProps } from './dialog-props.ts';
import { fieldsFrom, keepingPallet, productForm, type ProductFields } from './product-form.ts';

/** One tap to a complete line: the product's form, filled with what the document says. */
export function CompleteDialog({ order, line, onClose }: OrderDialogProps & { readonly line: string | null }) {
  const { t } = useText();
  const row = order.lines.find((candidate) => candidate.line === line) ?? order.lines.find(({ missing }) => missing.length > 0);
  const sku = row?.sku ?? null;
  const known = useAnswer(['stock'], ['product', sku], (client) => (sku === null ? Promise.resolve(null) : client.stock.product({ sku })));
  if (!row) {
    return (
      <Dialog actions={<Button variant="primary" onPress={onClose}>{t('common.close')}</Button>} open title={t('queueScreen.ask.complete', { po: order.po })} onClose={onClose}>
        <Text as="p">{t('queueScreen.complete.none')}</Text>
      </Dialog>
    );
  }
  if (known.data === undefined && !known.isError) {
    return (
      <Dialog open title={t('queueScreen.ask.complete', { po: order.po })} onClose={onClose}>
        <Skeleton lines={6} />
      </Dialog>
    );
  }
  return <ProductDialog key={row.line} known={known.data ?? undefined} line={row} po={order.po} onClose={onClose} />;
}

function ProductDialog({ line, known, po, onClose }: { readonly line: LineView; readonly known: ProductView | undefined; readonly po: string; readonly onClose: () => void }) {
  const { t, system } = useText();
  const { run, busy } = useCommand();
  const currency = useStationState(({ status }) => status?.settings.currency ?? 'USD');
  const form = useId();
  const { control, handleSubmit } = useForm<ProductFields, unknown, ProductInput>({ resolver: zodResolver(productForm), defaultValues: fieldsFrom(line, known, currency) });
  useUnsavedForm(control);
  const submit = handleSubmit(async (input) => {
    if (await run((client) => client.stock.putProduct(keepingPallet(input, known)))) onClose();
  });
  return (
    <Dialog
      actions={<FormActions busy={busy} form={form} label={t('queueScreen.complete.save')} onCancel={onClose} />}
      open
      title={t('queueScreen.ask.complete', { po })}
      wide
      onClose={onClose}
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <Stack gap={4}>
          <Text as="p">{t(`queueScreen.complete.text.${line.missing[0] ?? 'product'}`, { line: line.line })}</Text>
          <div className="product-form">
            <Words control={control} code field="sku" />
            <Words control={control} field="title" />
            <Words control={control} code field="asin" optional />
            <Words control={control} code field="gtinEach" optional />
            <Words control={control} code field="gtinCase" optional />
            <CaseSize control={control} />
            <Words control={control} field="cost" hint={t('queueScreen.product.costHint')} />
            <Words control={control} field="currency" />
            <Words control={control} code field="location" optional />
            {measures.map((field) => (
              <FormMeasure control={control} error={t('queueScreen.product.error', { field })} key={field} label={t(`queueScreen.product.${field}`)} measure={(field === 'weightGrams' ? eachWeightIn : lengthIn)[system]} min={0} name={field} optional />
            ))}
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}

type FormControl = Control<ProductFields, unknown, ProductInput>;
type WordField = 'sku' | 'title' | 'asin' | 'gtinEach' | 'gtinCase' | 'cost' | 'currency' | 'location';
const measures = ['weightGrams', 'lengthMm', 'widthMm', 'heightMm'] as const;

function Words({ control, field: name, code, optional, hint }: { readonly control: FormControl; readonly field: WordField; readonly code?: boolean; readonly optional?: boolean; readonly hint?: string }) {
  const { t } = useText();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <TextField
          code={code}
          error={fieldState.invalid ? t('queueScreen.product.error', { field: name }) : undefined}
          hint={hint}
          inputRef={field.ref}
          label={t(`queueScreen.product.${name}`)}
          optional={optional}
          value={field.value}
          onBlur={field.onBlur}
          onChange={field.onChange}
        />
      )}
    />
  );
}

function CaseSize({ control }: { readonly control: FormControl }) {
  const { t } = useText();
  return (
    <Controller
      control={control}
      name="caseSize"
      render={({ field, fieldState }) => (
        <NumberField error={fieldState.invalid ? t('queueScreen.product.error', { field: 'caseSize' }) : undefined} label={t('queueScreen.product.caseSize')} min={1} value={field.value} onChange={field.onChange} />
      )}
    />
  );
}

import { zodResolver } from '@hookform/resolvers/zod';
import { useId } from 'react';
import { useForm, useWatch, type Control } from 'react-hook-form';
import type { ProductInput } from '../../../shared/contracts/api.ts';
import type { ProductView } from '../../../shared/contracts/views.ts';
import { eachWeightIn, lengthIn, type Measure } from '../../../shared/lib/measures.ts';
import { FormMeasure, FormNumber, FormSwitch, FormText } from '../../app/form-fields.tsx';
import { useCommand, useStationState } from '../../app/station.tsx';
import { useUnsavedForm } from '../../app/unsaved.ts';
import { FieldGrid } from '../../ui/fields/field-grid.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { FormActions } from '../../ui/overlays/form-actions.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { useScannedGtin } from './use-scanned-gtin.ts';
import { fieldsOf, productForm, type ProductFields } from './product-form.ts';

export interface ProductDialogProps {
  /** The product to change; undefined for a new one. */
  readonly known: ProductView | undefined;
  /** The scanned code that led here, for a new one. */
  readonly code: string | null;
  readonly onClose: () => void;
  readonly onSaved: (sku: string) => void;
}

/** Everything the item master says of one product. Its SKU is its identity and does not change. */
export function ProductDialog({ known, code, onClose, onSaved }: ProductDialogProps) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const currency = useStationState(({ status }) => status?.settings.currency ?? 'USD');
  const form = useId();
  const { control, handleSubmit, setValue } = useForm<ProductFields, unknown, ProductInput>({ resolver: zodResolver(productForm), defaultValues: fieldsOf(known, code, currency) });
  useUnsavedForm(control);
  useScannedGtin((field, gtin) => setValue(field, gtin, { shouldDirty: true, shouldValidate: true }));
  const submit = handleSubmit(async (input) => {
    if (!(await run((client) => client.stock.putProduct(input)))) return;
    show({ tone: 'success', title: t('stockScreen.saved', { sku: input.sku }) });
    onSaved(input.sku);
  });
  return (
    <Dialog
      actions={<FormActions busy={busy} form={form} label={t('stockScreen.save')} onCancel={onClose} />}
      open
      title={known ? t('stockScreen.edit.title', { sku: known.sku }) : t('stockScreen.add')}
      wide
      onClose={onClose}
    >
      <form id={form} noValidate onSubmit={(event) => void submit(event)}>
        <Fields control={control} known={known !== undefined} />
      </form>
    </Dialog>
  );
}

type FormControl = Control<ProductFields, unknown, ProductInput>;
type TextName = 'sku' | 'title' | 'asin' | 'gtinEach' | 'gtinCase' | 'gtinPallet' | 'cost' | 'currency' | 'location';
type NumberName = 'caseSize' | 'cartonsPerLayer' | 'layersPerPallet';
type MeasureName = 'weightGrams' | 'lengthMm' | 'widthMm' | 'heightMm';

function Fields({ control, known }: { readonly control: FormControl; readonly known: boolean }) {
  const { t, system } = useText();
  const text = (name: TextName, more: { readonly optional?: boolean; readonly code?: boolean; readonly hint?: string; readonly disabled?: boolean; readonly autoFocus?: boolean } = {}) => (
    <FormText control={control} error={t('stockScreen.fieldError', { field: name })} label={t(`stockScreen.field.${name}`)} name={name} {...more} />
  );
  const number = (name: NumberName, min: number, more: { readonly optional?: boolean } = {}) => (
    <FormNumber control={control} error={t('stockScreen.fieldError', { field: name })} label={t(`stockScreen.field.${name}`)} min={min} name={name} {...more} />
  );
  const measured = (name: MeasureName, measure: Measure) => (
    <FormMeasure control={control} error={t('stockScreen.fieldError', { field: name })} label={t(`stockScreen.field.${name}`)} measure={measure} min={0} name={name} optional />
  );
  return (
    <Stack gap={6}>
      <FieldGrid>
        {text('sku', { code: true, disabled: known, autoFocus: !known })}
        {text('title', { optional: true, autoFocus: known })}
      </FieldGrid>
      <Section title={t('stockScreen.section.codes')}>
        <FieldGrid>
          {text('asin', { code: true, optional: true })}
          {text('gtinEach', { code: true, optional: true })}
          {text('gtinCase', { code: true, optional: true })}
          {text('gtinPallet', { code: true, optional: true })}
        </FieldGrid>
      </Section>
      <Section title={t('stockScreen.section.trade')}>
        <FieldGrid>
          {number('caseSize', 1)}
          {text('cost', { optional: true, hint: t('stockScreen.field.costHint') })}
          {text('currency', { optional: true })}
        </FieldGrid>
      </Section>
      <Section title={t('stockScreen.section.size')}>
        <FieldGrid>
          {text('location', { code: true, optional: true })}
          {measured('weightGrams', eachWeightIn[system])}
          {measured('lengthMm', lengthIn[system])}
          {measured('widthMm', lengthIn[system])}
          {measured('heightMm', lengthIn[system])}
          {number('cartonsPerLayer', 1, { optional: true })}
          {number('layersPerPallet', 1, { optional: true })}
        </FieldGrid>
      </Section>
      <Needs control={control} />
    </Stack>
  );
}

/** What packers are asked for before goods of it leave. */
function Needs({ control }: { readonly control: FormControl }) {
  const { t } = useText();
  const expiry = useWatch({ control, name: 'expiry' });
  return (
    <Section title={t('stockScreen.section.needs')}>
      <Stack gap={3}>
        <FormSwitch control={control} hint={t('stockScreen.needs.lotHint')} label={t('stockScreen.needs.lot')} name="lot" />
        <FormSwitch control={control} hint={t('stockScreen.needs.expiryHint')} label={t('stockScreen.needs.expiry')} name="expiry" />
        <FormSwitch control={control} hint={t('stockScreen.needs.serialHint')} label={t('stockScreen.needs.serial')} name="serial" />
      </Stack>
      {expiry && (
        <FieldGrid>
          <FormNumber after={t('stockScreen.needs.days')} control={control} error={t('stockScreen.needs.shelfLifeError')} hint={t('stockScreen.needs.shelfLifeHint')} label={t('stockScreen.needs.shelfLife')} min={0} name="shelfLifeDays" optional />
        </FieldGrid>
      )}
    </Section>
  );
}

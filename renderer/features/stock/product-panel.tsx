import { Pencil, PackageCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ProductView } from '../../../shared/contracts/views.ts';
import type { ProductNeeds } from '../../../shared/domain/state/entities.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { eachWeightIn, lengthIn } from '../../../shared/lib/measures.ts';
import { extend } from '../../../shared/lib/money.ts';
import { useAnswer, useStationState } from '../../app/station.tsx';
import { refusalOf } from '../../bridge.ts';
import { Button } from '../../ui/actions/button.tsx';
import { KeyValue } from '../../ui/data/key-value.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { measureText, sidesText } from '../../ui/measures.ts';
import { SidePanel } from '../../ui/overlays/side-panel.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { BarLegend, BarTrack } from '../../ui/status/bar.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { ProductDialog } from './product-dialog.tsx';
import { SetStockDialog } from './set-stock-dialog.tsx';
import { Status } from './stock-columns.tsx';
import { barParts, stockParts, sumOf } from './stock-state.ts';

/** One product: what there is of it, where it lies, what is known of it. */
export function ProductPanel({ sku, onClose }: { readonly sku: string; readonly onClose: () => void }) {
  const { t, tell } = useText();
  const answer = useAnswer(['stock'], ['product', sku], (client) => client.stock.product({ sku }));
  // While another product's answer is still shown by the cache, there is none.
  const product = answer.data?.sku === sku && !answer.isError ? answer.data : undefined;
  const role = useStationState(({ session }) => session?.person?.role);
  const [open, setOpen] = useState<'edit' | 'set'>();
  const refusal = answer.isError ? refusalOf(answer.error) : undefined;
  const mayEdit = product !== undefined && role !== undefined && mayDo(role, 'products');
  const maySet = product !== undefined && role !== undefined && mayDo(role, 'stock');
  return (
    <SidePanel
      footer={
        (mayEdit || maySet) && (
          <>
            {mayEdit && <Button icon={Pencil} size="floor" onPress={() => setOpen('edit')}>{t('stockScreen.edit')}</Button>}
            {maySet && <Button icon={PackageCheck} size="floor" variant="primary" onPress={() => setOpen('set')}>{t('stockScreen.set')}</Button>}
          </>
        )
      }
      label={t('stockScreen.panel', { sku })}
      subtitle={product?.title}
      title={<CodeText value={sku} />}
      onClose={onClose}
    >
      {product ? (
        <Facts product={product} />
      ) : answer.isError ? (
        <ErrorState next={refusal?.hint ? tell(refusal.hint) : t('stockScreen.error.next')} what={refusal ? tell(refusal.message) : t('stockScreen.error')} where={refusal?.where} onRetry={() => void answer.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
      {product && open === 'edit' && <ProductDialog code={null} known={product} onClose={() => setOpen(undefined)} onSaved={() => setOpen(undefined)} />}
      {product && open === 'set' && <SetStockDialog product={product} onClose={() => setOpen(undefined)} />}
    </SidePanel>
  );
}

function Facts({ product }: { readonly product: ProductView }) {
  const words = useText();
  const { t } = words;
  return (
    <Stack gap={6}>
      <StockSection product={product} />
      <Section title={t('stockScreen.panel.bins')}>
        {product.bins.length === 0 ? (
          <Text as="p" tone="quiet">{t('stockScreen.panel.bins.none')}</Text>
        ) : (
          <KeyValue items={product.bins.map(({ location, boxed }) => ({ label: location, value: t('common.quantity.eaches', { count: boxed }) }))} />
        )}
      </Section>
      <Section title={t('stockScreen.panel.product')}>
        <KeyValue items={factsOf(product, words)} />
      </Section>
    </Stack>
  );
}

function StockSection({ product }: { readonly product: ProductView }) {
  const { t, format } = useText();
  const parts = stockParts(product);
  const { caseSize, stock } = product;
  const items = [
    { kind: 'free', value: parts.free, words: 'common.stock.free' },
    { kind: 'safety', value: parts.safety, words: 'common.stock.safetyBarred' },
    { kind: 'allocated', value: parts.allocated, words: 'common.stock.allocated' },
    { kind: 'short', value: parts.short, words: 'common.stock.short' },
  ] as const;
  return (
    <Section actions={<Status row={product} />} title={t('stockScreen.panel.stock')}>
      <div className="stock-total">
        <span>
          <Text size={40} weight="bold">{format.number(stock.boxed)}</Text> <Text size={16} tone="quiet">{t('common.stock.boxed')}</Text>
        </span>
        {caseSize > 1 && <Text tone="quiet">{t('stockScreen.panel.cases', { cases: Math.floor(stock.boxed / caseSize), size: caseSize, rest: stock.boxed % caseSize })}</Text>}
      </div>
      <div className="bar bar--card">
        <BarTrack parts={barParts(parts)} total={sumOf(parts)} />
        <BarLegend
          items={items.map(({ kind, value, words }) => ({
            kind,
            value,
            words: (
              <>
                <span className="bar__number">{format.number(value)}</span> {t(words)}
              </>
            ),
          }))}
        />
      </div>
    </Section>
  );
}

function needsText(needs: ProductNeeds | null, t: Words['t']): string {
  if (needs === null) return t('stockScreen.needs.nothing');
  const { lot, expiry, serial, shelfLifeDays } = needs;
  return [
    ...(lot ? [t('stockScreen.needs.lot')] : []),
    ...(expiry ? [shelfLifeDays === null ? t('stockScreen.needs.expiry') : t('stockScreen.needs.expiryDays', { days: shelfLifeDays })] : []),
    ...(serial ? [t('stockScreen.needs.serial')] : []),
  ].join(' · ');
}

function factsOf(product: ProductView, words: Words): { label: string; value: ReactNode }[] {
  const { t, format, system } = words;
  const missing = <Text tone="quiet">{t('stockScreen.panel.missing')}</Text>;
  const code = (value: string | null) => (value === null ? missing : <CodeText value={value} />);
  const { cost, currency, weightGrams, lengthMm, widthMm, heightMm, cartonsPerLayer, layersPerPallet } = product;
  const sides = [lengthMm, widthMm, heightMm];
  return [
    { label: t('stockScreen.field.asin'), value: code(product.asin) },
    { label: t('stockScreen.field.gtinEach'), value: code(product.gtinEach) },
    { label: t('stockScreen.field.gtinCase'), value: code(product.gtinCase) },
    { label: t('stockScreen.field.gtinPallet'), value: code(product.gtinPallet) },
    { label: t('stockScreen.field.caseSize'), value: format.number(product.caseSize) },
    { label: t('stockScreen.field.cost'), value: cost === null || currency === null ? missing : format.money(extend({ amount: cost, currency }, 1)) },
    { label: t('stockScreen.field.weightGrams'), value: weightGrams === null ? missing : measureText(words, weightGrams, eachWeightIn[system]) },
    { label: t('stockScreen.field.size'), value: sides.every((side) => side !== null) ? sidesText(words, sides, lengthIn[system]) : missing },
    { label: t('stockScreen.field.stacking'), value: cartonsPerLayer === null ? missing : t('stockScreen.panel.stacking', { perLayer: cartonsPerLayer, layers: layersPerPallet ?? 0 }) },
    { label: t('stockScreen.field.location'), value: code(product.location) },
    { label: t('stockScreen.section.needs'), value: needsText(product.needs, t) },
  ];
}

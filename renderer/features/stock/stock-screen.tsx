import { FileUp, Package, Plus, ScanBarcode, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { useAnswer, useStationState } from '../../app/station.tsx';
import { usePages } from '../../app/use-pages.ts';
import { refusalOf } from '../../bridge.ts';
import { Button } from '../../ui/actions/button.tsx';
import { DataTable } from '../../ui/data/data-table.tsx';
import { ChoiceBar } from '../../ui/fields/choice-bar.tsx';
import { DropSurface } from '../../ui/fields/drop-surface.tsx';
import { SearchField } from '../../ui/fields/search-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Page, PageHeader, Toolbar } from '../../ui/layout/page.tsx';
import { Split } from '../../ui/layout/split.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { ImportDialog } from './import/import-dialog.tsx';
import { ProductDialog } from './product-dialog.tsx';
import { ProductPanel } from './product-panel.tsx';
import { productAddress, skuOf } from './stock-address.ts';
import { roomFor, stockColumns } from './stock-columns.tsx';
import { UnknownCodes } from './unknown-codes.tsx';
import './stock.css';

type StockOnly = 'all' | 'short' | 'empty' | 'safety';
const filters: readonly StockOnly[] = ['all', 'short', 'empty', 'safety'];
const SETTLE_MS = 200;

type Open = { readonly kind: 'import'; readonly files: readonly File[] } | { readonly kind: 'codes' } | { readonly kind: 'add'; readonly code: string | null };

const idOf = ({ sku }: { readonly sku: string }): string => sku;

/** `/stock`: every product with what lies boxed; `/stock/:sku` opens one beside the list. */
export function StockScreen() {
  const words = useText();
  const { t } = words;
  const [, go] = useLocation();
  const [, opened] = useRoute('/stock/:sku');
  const selected = opened ? skuOf(opened.sku) : undefined;
  const [only, setOnly] = useState<StockOnly>('all');
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<Open>();
  const search = useSettled(typed.trim(), SETTLE_MS);
  const role = useStationState(({ session }) => session?.person?.role);
  const mayEdit = role !== undefined && mayDo(role, 'products');
  const pages = usePages({ subjects: ['stock'], key: ['products', only, search], ask: (client, offset, limit) => client.stock.products({ only, search, offset, limit }), rowId: idOf });
  const codes = useAnswer(['stock', 'tasks'], ['unknown-codes'], (client) => client.stock.unknownCodes({}));
  const unknown = codes.data?.length ?? 0;
  const { ref, width } = useWidth<HTMLDivElement>();
  const room = roomFor(width);
  const columns = useMemo(() => stockColumns(words, room), [words, room]);
  const nothingAtAll = pages.total === 0 && only === 'all' && search === '';
  const showAll = (): void => {
    setOnly('all');
    setTyped('');
  };
  const close = (): void => setOpen(undefined);
  const refusal = pages.error === undefined ? undefined : refusalOf(pages.error);

  return (
    <DropSurface disabled={!mayEdit || open !== undefined} label={t('stockScreen.import.drop')} onFiles={(files) => setOpen({ kind: 'import', files })}>
      <Split panel={selected !== undefined && <ProductPanel key={selected} sku={selected} onClose={() => go('/stock')} />}>
        <Page fill>
          <PageHeader
            actions={
              <>
                {unknown > 0 && (
                  <Button icon={ScanBarcode} onPress={() => setOpen({ kind: 'codes' })}>
                    {t('stockScreen.codes', { count: unknown })}
                  </Button>
                )}
                {mayEdit && (
                  <>
                    <Button icon={FileUp} variant={nothingAtAll ? 'primary' : 'secondary'} onPress={() => setOpen({ kind: 'import', files: [] })}>
                      {t('stockScreen.import')}
                    </Button>
                    <Button icon={Plus} onPress={() => setOpen({ kind: 'add', code: null })}>
                      {t('stockScreen.add')}
                    </Button>
                  </>
                )}
              </>
            }
            subtitle={pages.total !== undefined && t('stockScreen.count', { count: pages.total })}
            title={t('app.nav.stock')}
          />
          <Toolbar
            end={
              <div className="stock-search">
                <SearchField label={t('stockScreen.search')} placeholder={t('stockScreen.search.hint')} value={typed} onChange={setTyped} />
              </div>
            }
            label={t('stockScreen.filters')}
          >
            <ChoiceBar label={t('stockScreen.filters')} options={filters.map((id) => ({ id, label: t('stockScreen.filter', { only: id }) }))} value={only} onChange={setOnly} />
          </Toolbar>
          {pages.error !== undefined ? (
            <ErrorState next={t('stockScreen.error.next')} what={refusal ? words.tell(refusal.message) : t('stockScreen.error')} where={refusal?.where} onRetry={pages.retry} />
          ) : (
            <Stack fill>
              <div className="stock-table" ref={ref}>
                <DataTable
                  columns={columns}
                  empty={
                    nothingAtAll ? (
                      <EmptyState
                        action={mayEdit && <Button icon={FileUp} variant="primary" onPress={() => setOpen({ kind: 'import', files: [] })}>{t('stockScreen.import')}</Button>}
                        icon={Package}
                        title={t('stockScreen.empty')}
                      >
                        {t('stockScreen.empty.hint')}
                      </EmptyState>
                    ) : (
                      <EmptyState action={<Button onPress={showAll}>{t('stockScreen.showAll')}</Button>} icon={SearchX} title={search === '' ? t('stockScreen.none.filter', { only }) : t('stockScreen.none')}>
                        {search === '' ? undefined : t('stockScreen.none.hint')}
                      </EmptyState>
                    )
                  }
                  label={t('stockScreen.table')}
                  loading={pages.total === undefined}
                  rowId={({ id }) => id}
                  rows={pages.slots}
                  selectedId={selected}
                  onRange={pages.onRange}
                  onSelect={(id) => {
                    if (!id.startsWith('#')) go(productAddress(id));
                  }}
                />
              </div>
            </Stack>
          )}
        </Page>
      </Split>
      {open?.kind === 'import' && <ImportDialog files={open.files} onClose={close} />}
      {open?.kind === 'codes' && <UnknownCodes codes={codes.data ?? []} mayAdd={mayEdit} onAdd={(code) => setOpen({ kind: 'add', code })} onClose={close} />}
      {open?.kind === 'add' && (
        <ProductDialog
          code={open.code}
          known={undefined}
          onClose={close}
          onSaved={(sku) => {
            close();
            go(productAddress(sku));
          }}
        />
      )}
    </DropSurface>
  );
}

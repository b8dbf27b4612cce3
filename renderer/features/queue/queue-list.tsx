import { FileUp, Inbox, ListFilter } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useLocation } from 'wouter';
import type { QueueCounts } from '../../../shared/contracts/views.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { useAnswer, useStationState } from '../../app/station.tsx';
import { refusalOf } from '../../bridge.ts';
import { Button } from '../../ui/actions/button.tsx';
import { DataTable } from '../../ui/data/data-table.tsx';
import { DropSurface } from '../../ui/fields/drop-surface.tsx';
import { SearchField } from '../../ui/fields/search-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Page, PageHeader, Toolbar } from '../../ui/layout/page.tsx';
import { Split } from '../../ui/layout/split.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { PickTogether } from '../floor/pick-together.tsx';
import { queueSubjects } from './ask.ts';
import { FilterBar } from './filter-bar.tsx';
import { HotOrders, NoHotOrders } from './hot-orders.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { useImport } from './import/use-import.ts';
import { orderAddress, useNextStep } from './next-step.ts';
import { OrderPanel } from './order-panel.tsx';
import { queueColumns, roomFor } from './queue-columns.tsx';
import { useQueueClock, useQueuePages, type QueueOnly, type QueuePages } from './queue-pages.ts';
import { useDebounced } from './use-debounced.ts';

const HOT_SHOWN = 200;
const noCounts: QueueCounts = { hot: 0, standard: 0, atRisk: 0, overdue: 0 };

/** Hot orders on top, the rest below; the order that is open beside them. */
export function QueueList({ selected }: { readonly selected: string | undefined }) {
  const { t } = useText();
  const [, go] = useLocation();
  const [only, setOnly] = useState<QueueOnly>('all');
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), 200);
  const [importing, setImporting] = useState(false);
  const imports = useImport();
  const role = useStationState(({ session }) => session?.person?.role);
  const mayImport = role !== undefined && mayDo(role, 'import');
  const searchInput = useRef<HTMLInputElement>(null);
  useFindKey(searchInput);
  useQueueClock();

  const hot = useAnswer(queueSubjects, ['queue', 'hot-cards', search], (client) => client.queue.page({ only: 'hot', search, limit: HOT_SHOWN }));
  const pages = useQueuePages(only === 'all' ? 'standard' : only, search);
  const counts = pages.first?.counts ?? hot.data?.counts ?? noCounts;
  const hotRows = hot.data?.rows ?? [];
  const nothingAtAll = pages.first !== undefined && search === '' && only === 'all' && counts.hot + counts.standard === 0;

  const take = (files: readonly File[]): void => {
    setImporting(true);
    void imports.start(files);
  };

  return (
    <DropSurface disabled={!mayImport} label={t('queueScreen.import.drop')} onFiles={take}>
      <Split panel={selected !== undefined && <OrderPanel key={selected} po={selected} onClose={() => go('/queue')} />}>
        <Page fill>
          <PageHeader
            actions={
              <>
                <PickTogether />
                {mayImport && (
                  <Button icon={FileUp} variant={nothingAtAll ? 'primary' : 'secondary'} onPress={() => setImporting(true)}>
                    {t('queueScreen.import')}
                  </Button>
                )}
              </>
            }
            subtitle={t('queueScreen.counts', { ...counts })}
            title={t('app.nav.queue')}
          />
          {only === 'all' && <HotPlace failed={hot.isError} loading={hot.data === undefined} next={hot.data?.nextCutoff ?? null} rows={hotRows} searching={search !== ''} selected={selected} />}
          <Toolbar label={t('queueScreen.filters')}>
            <FilterBar counts={counts} only={only} onOnly={setOnly} />
            <div className="queue-search">
              <SearchField inputRef={searchInput} keys={['Ctrl', 'F']} label={t('queueScreen.search')} placeholder={t('queueScreen.search.hint')} value={typed} onChange={setTyped} />
            </div>
          </Toolbar>
          {only === 'hot' ? (
            hotRows.length === 0 && hot.data ? (
              <NothingHere only={only} search={search} onAll={() => { setOnly('all'); setTyped(''); }} />
            ) : (
              <HotOrders all rows={hotRows} selected={selected} />
            )
          ) : (
            <QueueTable
              empty={
                nothingAtAll ? (
                  <EmptyState action={mayImport && <Button icon={FileUp} variant="primary" onPress={() => setImporting(true)}>{t('queueScreen.import')}</Button>} icon={Inbox} title={t('queueScreen.empty')}>
                    {t('queueScreen.empty.hint')}
                  </EmptyState>
                ) : (
                  <NothingHere only={only} search={search} onAll={() => { setOnly('all'); setTyped(''); }} />
                )
              }
              label={only === 'all' ? t('queueScreen.table.standard') : t(`queueScreen.filter.${only}`)}
              pages={pages}
              selected={selected}
            />
          )}
        </Page>
      </Split>
      <ImportDialog
        imports={imports}
        open={importing}
        onClose={() => {
          setImporting(false);
          imports.clear();
        }}
      />
    </DropSurface>
  );
}

interface HotPlaceProps {
  readonly rows: Parameters<typeof HotOrders>[0]['rows'];
  readonly next: Parameters<typeof NoHotOrders>[0]['next'];
  readonly selected: string | undefined;
  readonly loading: boolean;
  readonly failed: boolean;
  readonly searching: boolean;
}

function HotPlace({ rows, next, selected, loading, failed, searching }: HotPlaceProps) {
  if (failed) return null;
  if (loading) return <Skeleton lines={4} />;
  if (rows.length > 0) return <HotOrders rows={rows} selected={selected} />;
  return searching ? null : <NoHotOrders next={next} />;
}

function QueueTable({ pages, label, empty, selected }: { readonly pages: QueuePages; readonly label: string; readonly empty: ReactNode; readonly selected: string | undefined }) {
  const words = useText();
  const [, go] = useLocation();
  const { ref, width } = useWidth<HTMLDivElement>();
  const room = roomFor(width);
  const stepOf = useNextStep();
  const columns = useMemo(() => queueColumns(words, room, stepOf), [words, room, stepOf]);
  if (pages.error !== undefined) {
    const refusal = refusalOf(pages.error);
    return <ErrorState next={words.t('queueScreen.error.next')} what={refusal ? words.tell(refusal.message) : words.t('queueScreen.error')} where={refusal?.where} onRetry={pages.retry} />;
  }
  return (
    <Stack fill>
      <div className="queue-table" ref={ref}>
        <DataTable
          columns={columns}
          empty={empty}
          isHot={({ row }) => row?.hpo ?? false}
          label={label}
          loading={pages.first === undefined}
          rowId={({ id }) => id}
          rows={pages.slots}
          selectedId={selected}
          onRange={pages.onRange}
          onSelect={(id) => {
            if (!id.startsWith('#')) go(orderAddress(id));
          }}
        />
      </div>
    </Stack>
  );
}

function NothingHere({ only, search, onAll }: { readonly only: QueueOnly; readonly search: string; readonly onAll: () => void }) {
  const { t } = useText();
  return (
    <EmptyState action={(search !== '' || only !== 'all') && <Button onPress={onAll}>{t('queueScreen.showAll')}</Button>} icon={ListFilter} title={search === '' ? t(`queueScreen.none.${only}`) : t('queueScreen.noneFound', { text: search })}>
      {search === '' ? undefined : t('queueScreen.noneHint')}
    </EmptyState>
  );
}

/** Ctrl+F finds in the whole queue: the browser's own find sees only the rows in sight. */
function useFindKey(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [input]);
}

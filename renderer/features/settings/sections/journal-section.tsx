import { BookOpenText } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { HistoryEntry, Subject } from '../../../../shared/contracts/views.ts';
import type { Slot } from '../../../app/page-slots.ts';
import { usePages, type AnsweredPage } from '../../../app/use-pages.ts';
import { refusalOf, type StationClient } from '../../../bridge.ts';
import { DataTable, type Column } from '../../../ui/data/data-table.tsx';
import { KeyValue } from '../../../ui/data/key-value.tsx';
import { useText, type Words } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { ErrorState } from '../../../ui/states/error-state.tsx';
import { Skeleton } from '../../../ui/states/skeleton.tsx';
import { MomentText } from '../../../ui/text/amounts.tsx';
import { actorName } from '../../../ui/text/actor-name.ts';
import { CodeText } from '../../../ui/text/code-text.tsx';
import { Text } from '../../../ui/text/text.tsx';

type Entry = HistoryEntry & { readonly body: unknown; readonly hash: string };

/** Whatever is done adds to it. */
const subjects: readonly Subject[] = ['orders', 'stock', 'units', 'shipments', 'documents', 'staff', 'tasks', 'settings'];
const key = ['journal'] as const;
const idOf = ({ opId }: Entry): string => opId;

/** A page of the journal backwards: its numbers run without a gap from 1 to its length. */
async function newestFirst(client: StationClient, offset: number, limit: number): Promise<AnsweredPage<Entry>> {
  const { length } = await client.station.journal({ after: 0, limit: 1 });
  const last = length - offset;
  if (last <= 0) return { rows: [], total: length };
  const after = Math.max(0, last - limit);
  const { entries } = await client.station.journal({ after, limit: last - after });
  return { rows: [...entries].reverse(), total: length };
}

/** Everything that was done, by whom and when; a row shows the entry as it is kept. */
export function JournalSection() {
  const words = useText();
  const { t, tell } = words;
  const pages = usePages({ subjects, key, ask: newestFirst, rowId: idOf });
  const columns = useMemo(() => journalColumns(words), [words]);
  const [opened, setOpened] = useState<string>();
  const entry = pages.slots.find(({ id }) => id === opened)?.row;
  const refusal = pages.error === undefined ? undefined : refusalOf(pages.error);
  if (pages.error !== undefined) {
    return <ErrorState next={t('settingsScreen.error.next')} what={refusal ? tell(refusal.message) : t('settingsScreen.journal.error')} where={refusal?.where} onRetry={pages.retry} />;
  }
  return (
    <Stack gap={4}>
      <Text as="p">{t('settingsScreen.journal.text', { count: pages.total ?? 0 })}</Text>
      <div className="settings-table settings-table--journal">
        <DataTable
          columns={columns}
          empty={<EmptyState icon={BookOpenText} title={t('settingsScreen.journal.empty')} />}
          label={t('settingsScreen.journal.table')}
          loading={pages.total === undefined}
          rowId={({ id }) => id}
          rows={pages.slots}
          onRange={pages.onRange}
          onSelect={setOpened}
        />
      </div>
      {entry && <EntryDialog entry={entry} onClose={() => setOpened(undefined)} />}
    </Stack>
  );
}

const fetched = (cell: (entry: Entry) => ReactNode) => ({ row }: Slot<Entry>) => (row ? cell(row) : <Skeleton />);

function journalColumns(words: Words): readonly Column<Slot<Entry>>[] {
  const { t, tell, format } = words;
  return [
    { id: 'seq', header: t('settingsScreen.journal.column.seq'), width: '76px', align: 'end', cell: fetched(({ seq }) => format.number(seq)) },
    { id: 'at', header: t('settingsScreen.journal.column.at'), width: '148px', cell: fetched(({ at }) => <MomentText at={at} show="dateTime" />) },
    { id: 'what', header: t('settingsScreen.journal.column.what'), width: 'minmax(160px, 2fr)', cell: fetched(({ what }) => tell(what)) },
    { id: 'who', header: t('settingsScreen.journal.column.who'), width: 'minmax(96px, 0.8fr)', cell: fetched(({ actor }) => actorName(words, actor)) },
  ];
}

function EntryDialog({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const words = useText();
  const { t, tell } = words;
  return (
    <Dialog open title={t('settingsScreen.journal.entry', { seq: entry.seq })} wide onClose={onClose}>
      <Stack gap={4}>
        <Text as="p" size={16} weight="medium">{tell(entry.what)}</Text>
        <KeyValue
          items={[
            { label: t('settingsScreen.journal.column.at'), value: <MomentText at={entry.at} show="dateTime" zone /> },
            { label: t('settingsScreen.journal.column.who'), value: actorName(words, entry.actor) },
            { label: t('settingsScreen.journal.column.station'), value: entry.station },
            { label: t('settingsScreen.journal.kind'), value: <CodeText value={entry.kind} /> },
            { label: t('settingsScreen.journal.id'), value: <CodeText value={entry.opId} wrap /> },
            { label: t('settingsScreen.journal.hash'), value: <CodeText value={entry.hash} wrap /> },
          ]}
        />
        <Stack gap={2}>
          <Text weight="bold">{t('settingsScreen.journal.body')}</Text>
          <pre className="settings-body" tabIndex={0}>{JSON.stringify(entry.body, null, 2)}</pre>
        </Stack>
      </Stack>
    </Dialog>
  );
}

import type { AdminSite, WaitingDocument } from '../../shared/contracts/central.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { kindOf, kindText } from '../features/documents/document-words.ts';
import { agoText } from '../ui/clock-text.ts';
import { PlainTable, type PlainColumn } from '../ui/data/plain-table.tsx';
import { useText } from '../ui/i18n.tsx';
import { LiveClock } from '../ui/status/clock.tsx';
import { CodeText } from '../ui/text/code-text.tsx';
import { Text } from '../ui/text/text.tsx';
import { More } from './more.tsx';

/** Documents that a gateway or a person has still to hand over to the customer. */
export function WaitingDocuments({ documents: { waiting, rows }, now }: { readonly documents: AdminSite['documents']; readonly now: Instant }) {
  const words = useText();
  const { t, locale } = words;
  if (waiting === 0) return <Text tone="quiet">{t('centralPage.documents.none')}</Text>;
  const columns: readonly PlainColumn<WaitingDocument>[] = [
    { id: 'kind', header: t('centralPage.documents.kind'), cell: ({ kind }) => kindText(words, kind) },
    { id: 'po', header: t('centralPage.documents.po'), cell: ({ po }) => <CodeText kind="po" value={po} /> },
    { id: 'prepared', header: t('centralPage.documents.prepared'), tight: true, wideOnly: true, cell: ({ preparedAt }) => agoText(locale, now - preparedAt) },
    { id: 'due', header: t('centralPage.documents.due'), cell: ({ dueBy, kind }) => dueBy !== null && <LiveClock deadline={dueBy} purpose={kindOf[kind].purpose} /> },
  ];
  return (
    <>
      <PlainTable columns={columns} label={t('centralPage.documents')} rowId={({ documentId }) => documentId} rows={rows} />
      <More shown={rows.length} total={waiting} />
    </>
  );
}

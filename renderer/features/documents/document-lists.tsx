import { FileInput, FileOutput } from 'lucide-react';
import type { InboundDocument } from '../../../shared/domain/state/entities.ts';
import { SelectList } from '../../ui/data/select-list.tsx';
import { useText } from '../../ui/i18n.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { LiveClock } from '../../ui/status/clock.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { kindOf, kindText, type ListedDocument } from './document-words.ts';
import { ordersText } from './inbound-detail.tsx';
import { StateBadge } from './state-badge.tsx';

interface ListProps<Document> {
  readonly documents: readonly Document[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

/** The station lists this many of each direction. */
const LISTED = 300;

export function OutgoingList({ documents, selected, onSelect }: ListProps<ListedDocument>) {
  const words = useText();
  const { t, format } = words;
  return (
    <>
      <SelectList
        empty={
          <EmptyState icon={FileOutput} title={t('documentsScreen.out.none')}>
            {t('documentsScreen.out.none.text')}
          </EmptyState>
        }
        items={documents.map((document) => ({
          id: document.documentId,
          text: `${kindText(words, document.kind)} ${document.po}`,
          content: (
            <span className="documents__item">
              <span className="documents__item-line">
                <Text weight="medium">{kindText(words, document.kind)}</Text>
                {document.replaced ? <Badge>{t('documentsScreen.replaced')}</Badge> : <StateBadge state={document.state} />}
              </span>
              <span className="documents__item-line">
                <CodeText kind="po" value={document.po} />
                {document.waits && document.dueBy !== null ? (
                  <LiveClock deadline={document.dueBy} purpose={kindOf[document.kind].purpose} size="inline" />
                ) : (
                  <Text tone="quiet">{format.dateTime(document.stateAt)}</Text>
                )}
              </span>
            </span>
          ),
        }))}
        label={t('documentsScreen.out.list')}
        selected={selected}
        onSelect={onSelect}
      />
      <Newest count={documents.length} />
    </>
  );
}

export function InboundList({ documents, selected, onSelect }: ListProps<InboundDocument>) {
  const words = useText();
  const { t, format } = words;
  return (
    <>
      <SelectList
        empty={
          <EmptyState icon={FileInput} title={t('documentsScreen.in.none')}>
            {t('documentsScreen.in.none.text')}
          </EmptyState>
        }
        items={documents.map((document) => ({
          id: document.documentId,
          text: document.fileName,
          content: (
            <span className="documents__item">
              <span className="documents__item-line">
                <Text oneLine weight="medium">
                  {document.fileName}
                </Text>
                {(document.error !== null || document.orders.some(({ result }) => result === 'refused')) && <Badge tone="error">{t('documentsScreen.result', { result: 'refused' })}</Badge>}
              </span>
              <span className="documents__item-line">
                <Text tone="quiet">{ordersText(words, document)}</Text>
                <Text tone="quiet">{format.dateTime(document.receivedAt)}</Text>
              </span>
            </span>
          ),
        }))}
        label={t('documentsScreen.in.list')}
        selected={selected}
        onSelect={onSelect}
      />
      <Newest count={documents.length} />
    </>
  );
}

function Newest({ count }: { readonly count: number }) {
  const { t } = useText();
  if (count < LISTED) return null;
  return (
    <div className="documents__newest">
      <Text tone="quiet">{t('documentsScreen.newest', { count: LISTED })}</Text>
    </div>
  );
}

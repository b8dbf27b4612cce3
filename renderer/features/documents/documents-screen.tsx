import { FileText, FileUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { DocumentsView } from '../../../shared/contracts/views.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { useAnswer, useStationState } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Tabs } from '../../ui/data/tabs.tsx';
import { DropSurface } from '../../ui/fields/drop-surface.tsx';
import { useText } from '../../ui/i18n.tsx';
import { PageHeader } from '../../ui/layout/page.tsx';
import { ListDetail } from '../../ui/layout/split.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { ImportDialog } from '../queue/import/import-dialog.tsx';
import { useImport } from '../queue/import/use-import.ts';
import { InboundList, OutgoingList } from './document-lists.tsx';
import { listOutgoing } from './document-words.ts';
import { InboundDetail } from './inbound-detail.tsx';
import { OutgoingDetail } from './outgoing-detail.tsx';
import './documents.css';

type Direction = 'out' | 'in';

/** `/documents`, `/documents/:id`: what goes to the customer and what came from there. */
export function DocumentsScreen() {
  const { t } = useText();
  const role = useStationState(({ session }) => session?.person?.role);
  const { data, isError, refetch } = useAnswer(['documents'], ['documents'], (client) => client.documents.list({}));
  const imports = useImport();
  const [importing, setImporting] = useState(false);
  const mayImport = role !== undefined && mayDo(role, 'import');
  const drop = (files: readonly File[]): void => {
    setImporting(true);
    void imports.start(files);
  };
  return (
    <DropSurface disabled={!mayImport} label={t('documentsScreen.drop')} onFiles={drop}>
      <div className="documents">
        <div className="documents__head">
          <PageHeader
            actions={
              mayImport && (
                <Button icon={FileUp} variant="primary" onPress={() => setImporting(true)}>
                  {t('documentsScreen.import')}
                </Button>
              )
            }
            subtitle={data && <Folders outboxFolder={data.outboxFolder} watchedFolder={data.watchedFolder} />}
            title={t('documentsScreen.title')}
          />
        </div>
        {isError ? (
          <ErrorState next={t('documentsScreen.error.next')} what={t('documentsScreen.error')} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <div className="documents__head">
            <Skeleton lines={8} />
          </div>
        ) : (
          <Documents view={data} />
        )}
      </div>
      <ImportDialog
        done={t('common.close')}
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

function Documents({ view }: { readonly view: DocumentsView }) {
  const { t } = useText();
  const [, go] = useLocation();
  const [open, params] = useRoute('/documents/:id');
  const id = open ? decodeURIComponent(params.id) : null;
  const out = useMemo(() => listOutgoing(view.outgoing), [view.outgoing]);
  const outgoing = out.find(({ documentId }) => documentId === id);
  const inbound = view.inbound.find(({ documentId }) => documentId === id);
  const [chosen, setChosen] = useState<Direction>();
  const unseen = useStationState(({ status }) => status?.refusedFiles.length ?? 0);
  const direction = chosen ?? (inbound || (unseen > 0 && !outgoing) ? 'in' : 'out');
  const select = (to: string): void => go(`/documents/${encodeURIComponent(to)}`);
  return (
    <ListDetail
      detail={
        outgoing ? (
          <OutgoingDetail document={outgoing} key={id} />
        ) : inbound ? (
          <InboundDetail document={inbound} key={id} />
        ) : (
          <EmptyState icon={FileText} title={t(open ? 'documentsScreen.missing' : 'documentsScreen.choose')}>
            {t(open ? 'documentsScreen.missing.text' : 'documentsScreen.choose.text')}
          </EmptyState>
        )
      }
      detailLabel={t('documentsScreen.detail')}
      list={
        <Tabs
            items={[
              { id: 'out', label: t('documentsScreen.out', { waiting: out.filter(({ waits }) => waits).length }), content: <OutgoingList documents={out} selected={id} onSelect={select} /> },
              { id: 'in', label: t('documentsScreen.in'), content: <InboundList documents={view.inbound} selected={id} onSelect={select} /> },
            ]}
            label={t('documentsScreen.tabs')}
            selected={direction}
            onSelect={setChosen}
          />
      }
      open={open}
      onBack={() => go('/documents')}
    />
  );
}

/** Where files come from and go to by themselves. */
function Folders({ watchedFolder, outboxFolder }: Pick<DocumentsView, 'watchedFolder' | 'outboxFolder'>) {
  const { t } = useText();
  return (
    <span className="documents__folders">
      <span>
        {t('documentsScreen.watched')} {watchedFolder === '' ? t('documentsScreen.watched.off') : <CodeText value={watchedFolder} wrap />}
      </span>
      <span>
        {t('documentsScreen.outbox')} <CodeText value={outboxFolder} wrap />
      </span>
    </span>
  );
}

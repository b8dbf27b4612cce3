import { RefreshCw } from 'lucide-react';
import { useLocation } from 'wouter';
import type { WaitingDocument } from '../../../shared/contracts/views.ts';
import { useCommand } from '../../app/station.tsx';
import { Button, LinkButton } from '../../ui/actions/button.tsx';
import { KeyValue } from '../../ui/data/key-value.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Badge } from '../../ui/status/badge.tsx';
import { LiveClock } from '../../ui/status/clock.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Heading, Text } from '../../ui/text/text.tsx';
import { kindOf, kindText, type ListedDocument } from './document-words.ts';
import { FileButtons } from './file-buttons.tsx';
import { NextStateButtons } from './next-state-buttons.tsx';
import { StateBadge } from './state-badge.tsx';

export function OutgoingDetail({ document }: { readonly document: ListedDocument }) {
  const words = useText();
  const { t, tell, format } = words;
  const { kind, po, shipmentId, fileName, state, dueBy, note } = document;
  return (
    <Stack gap={6}>
      <Stack gap={2}>
        <Stack gap={3} row wrap>
          <Heading level={1}>{kindText(words, kind)}</Heading>
          <StateBadge state={state} />
          {document.replaced && <Badge>{t('documentsScreen.replaced')}</Badge>}
        </Stack>
        <Text as="p" size={16}>
          {t(`documentsScreen.state.${state}.text`, { moment: format.dateTime(document.stateAt) })}
        </Text>
        {document.noX12 && (
          <Text as="p" size={16} tone="warn">
            {tell(document.noX12)}
          </Text>
        )}
        {document.waits && dueBy !== null && (
          <LiveClock deadline={dueBy} label={t('documentsScreen.due', { moment: `${format.dateTime(dueBy)} ${format.zoneName(dueBy)}` })} purpose={kindOf[kind].purpose} size="card" />
        )}
      </Stack>
      <Stack gap={3} row wrap>
        <NextStateButtons document={document} main={!document.replaced} />
        <FileButtons documentId={document.documentId} fileName={fileName} />
        <PrepareButton document={document} />
      </Stack>
      {state !== 'confirmed' && state !== 'withdrawn' && !document.replaced && (
        <Stack gap={2}>
          <Heading level={2}>{t('documentsScreen.handOver.steps')}</Heading>
          <ol className="documents__steps">
            <li>{t('documentsScreen.handOver.step1')}</li>
            <li>{t('documentsScreen.handOver.step2')}</li>
            <li>{t('documentsScreen.handOver.step3')}</li>
          </ol>
        </Stack>
      )}
      <KeyValue
        items={[
          ...(note === null ? [] : [{ label: t('documentsScreen.note'), value: note }]),
          { label: t('documentsScreen.path'), value: <CodeText value={document.path} wrap /> },
          { label: t('documentsScreen.format'), value: t('documentsScreen.kind.format', { kind: kindOf[kind].word }) },
          { label: t('documentsScreen.prepared'), value: format.dateTime(document.preparedAt) },
          { label: t('documentsScreen.changed'), value: format.dateTime(document.stateAt) },
          { label: t('documentsScreen.hash'), value: <CodeText value={document.sha256} wrap /> },
        ]}
      />
      <Stack gap={3} row wrap>
        <LinkButton href={`#/queue/${encodeURIComponent(po)}`}>{`${t('documentsScreen.act.order')} ${po}`}</LinkButton>
        {shipmentId !== null && <LinkButton href={`#/shipping/${encodeURIComponent(shipmentId)}`}>{`${t('documentsScreen.act.shipment')} ${shipmentId}`}</LinkButton>}
      </Stack>
    </Stack>
  );
}

/** Written anew from what the order or shipment now says; the document before stays in the list. */
function PrepareButton({ document: { kind, po, shipmentId } }: { readonly document: WaitingDocument }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const [, go] = useLocation();
  const prepare = async (): Promise<void> => {
    await run(async (client) => {
      const { outgoing } = await client.documents.prepare({ po, kind: kindOf[kind].prepare, shipmentId });
      const newest = outgoing.filter((row) => row.kind === kind && row.po === po).sort((left, right) => right.preparedAt - left.preparedAt)[0];
      if (newest) go(`/documents/${encodeURIComponent(newest.documentId)}`);
      show({ tone: 'success', title: t('documentsScreen.preparedAgain') });
    });
  };
  return (
    <Button busy={busy} icon={RefreshCw} onPress={() => void prepare()}>
      {t('documentsScreen.act.prepare')}
    </Button>
  );
}

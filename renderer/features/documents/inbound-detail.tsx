import { useEffect } from 'react';
import type { InboundDocument } from '../../../shared/domain/state/entities.ts';
import { lineEnded, useBridge, useStationState } from '../../app/station.tsx';
import { KeyValue } from '../../ui/data/key-value.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Heading, Text } from '../../ui/text/text.tsx';
import { FileButtons } from './file-buttons.tsx';
import { ImportedOrders } from './imported-orders.tsx';

const KILOBYTE = 1000;

export function InboundDetail({ document }: { readonly document: InboundDocument }) {
  const words = useText();
  const { t, tell, format } = words;
  const { documentId, fileName, orders, error, receivedAt } = document;
  const { client } = useBridge();
  const unseen = useStationState(({ status }) => status?.refusedFiles.includes(documentId) === true);
  useEffect(() => {
    if (unseen) client().documents.seen({ documentId }).catch(lineEnded);
  }, [client, documentId, unseen]);
  return (
    <Stack gap={6}>
      <Stack gap={2}>
        <Heading level={1}>{fileName}</Heading>
        <Text as="p" size={16} tone="quiet">
          {`${format.dateTime(receivedAt)} · ${t('documentsScreen.in.via', { via: viaWord[document.via] })}`}
        </Text>
      </Stack>
      {error && (
        <Banner title={t('documentsScreen.in.fileRefused')} tone="error">
          <Text as="p">{tell(error.message)}</Text>
          <Text as="p">{t('documentsScreen.in.where', { where: error.where })}</Text>
        </Banner>
      )}
      <Stack gap={3} row wrap>
        <FileButtons documentId={documentId} fileName={fileName} />
      </Stack>
      {orders.length > 0 && (
        <Stack gap={2}>
          <Heading level={2}>{t('documentsScreen.in.results')}</Heading>
          <Text tone="quiet">{ordersText(words, document)}</Text>
          <ImportedOrders label={t('documentsScreen.in.results')} orders={orders} />
        </Stack>
      )}
      <KeyValue
        items={[
          { label: t('documentsScreen.format'), value: document.format },
          { label: t('documentsScreen.in.size'), value: sizeText(words, document.bytes) },
          { label: t('documentsScreen.hash'), value: <CodeText value={document.sha256} wrap /> },
        ]}
      />
    </Stack>
  );
}

const viaWord = { screen: 'screen', folder: 'folder', 'command-line': 'commandLine', gateway: 'gateway' } as const;

/** "12 orders · 2 HPOs · 1 refused": only what there is. */
export function ordersText({ t }: Words, { orders }: InboundDocument): string {
  const hot = orders.filter(({ hpo }) => hpo).length;
  const refused = orders.filter(({ result }) => result === 'refused').length;
  return [
    t('documentsScreen.in.orders', { count: orders.length }),
    ...(hot > 0 ? [t('documentsScreen.in.hotOf', { count: hot })] : []),
    ...(refused > 0 ? [t('documentsScreen.in.refusedOf', { count: refused })] : []),
  ].join(' · ');
}

const sizeText = ({ t }: Words, bytes: number): string =>
  bytes < KILOBYTE ? t('documentsScreen.in.bytes', { count: bytes }) : t('documentsScreen.in.kilobytes', { count: Math.round(bytes / KILOBYTE) });

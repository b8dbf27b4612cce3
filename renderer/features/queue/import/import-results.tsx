import { CircleCheck, CircleSlash, Equal, FilePen, OctagonAlert, type LucideIcon } from 'lucide-react';
import { useLocation } from 'wouter';
import type { ImportedOrder, ImportResult } from '../../../../shared/domain/state/entities.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { HotBadge } from '../../../ui/status/hot-badge.tsx';
import { CodeText } from '../../../ui/text/code-text.tsx';
import { Heading, Text } from '../../../ui/text/text.tsx';
import { orderAddress } from '../next-step.ts';
import type { ImportedFile } from './use-import.ts';
import '../queue.css';

/** What needs a person comes first. */
const order: readonly ImportResult[] = ['refused', 'cancelled', 'changed', 'received', 'unchanged'];
const icons: Readonly<Record<ImportResult, LucideIcon>> = { refused: OctagonAlert, cancelled: CircleSlash, changed: FilePen, received: CircleCheck, unchanged: Equal };

/** A person reads no more; the rest is said as a number and stands in the queue. */
const SHOWN = 100;

export function ImportResults({ files }: { readonly files: readonly ImportedFile[] }) {
  return (
    <Stack gap={6}>
      {files.map((file, index) => (
        <FileResult file={file} key={`${file.file} ${index}`} />
      ))}
    </Stack>
  );
}

function FileResult({ file }: { readonly file: ImportedFile }) {
  const { t, tell } = useText();
  const count = (result: ImportResult): number => file.orders.filter((item) => item.result === result).length;
  const sorted = [...file.orders].sort((left, right) => order.indexOf(left.result) - order.indexOf(right.result) || Number(right.hpo) - Number(left.hpo));
  return (
    <section aria-label={file.file}>
      <Stack gap={3}>
        <Stack gap={1}>
          <Heading level={3}>{file.file}</Heading>
          {file.error === null && (
            <Text size={14} tone="quiet">
              {t('queueScreen.import.summary', {
                received: count('received'), hot: file.orders.filter(({ hpo, result }) => hpo && result === 'received').length,
                changed: count('changed'), unchanged: count('unchanged'), cancelled: count('cancelled'), refused: count('refused'),
              })}
            </Text>
          )}
        </Stack>
        {file.error && (
          <Banner title={tell(file.error.message)} tone="error">
            {file.error.where}
          </Banner>
        )}
        {sorted.length > 0 && (
          <ul className="import-list">
            {sorted.slice(0, SHOWN).map((item, index) => (
              <OrderResult item={item} key={`${item.po ?? ''} ${index}`} />
            ))}
          </ul>
        )}
        {sorted.length > SHOWN && <Text tone="quiet">{t('queueScreen.import.more', { count: sorted.length - SHOWN })}</Text>}
      </Stack>
    </section>
  );
}

function OrderResult({ item }: { readonly item: ImportedOrder }) {
  const { t, tell } = useText();
  const [, go] = useLocation();
  const { po, result, hpo, why, changes, warnings = [], error } = item;
  const Icon = icons[result];
  return (
    <li className="import-list__item">
      <span className={`import-list__result import-list__result--${result}`}>
        <Icon aria-hidden size={20} />
        {t('queueScreen.import.result', { result })}
      </span>
      <div className="import-list__words">
        <Stack gap={2} row wrap>
          {hpo && <HotBadge />}
          <b>{po === null ? t('queueScreen.import.noPo') : <CodeText kind="po" value={po} />}</b>
        </Stack>
        {error && (
          <>
            <Text>{tell(error.message)}</Text>
            <Text tone="quiet">{error.where}</Text>
          </>
        )}
        {[...changes, ...(result === 'received' ? why : [])].map((words, index) => (
          <Text key={index} tone="quiet">
            {tell(words)}
          </Text>
        ))}
        {warnings.map((words, index) => (
          <Text key={index} tone="warn">
            {tell(words)}
          </Text>
        ))}
      </div>
      {po !== null && result !== 'refused' && (
        <Button size="desk" variant="quiet" onPress={() => go(orderAddress(po))}>
          {t('app.alert.open')}
          <span className="visually-hidden"> {po}</span>
        </Button>
      )}
    </li>
  );
}

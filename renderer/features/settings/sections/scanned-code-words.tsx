import { faultWords, remarkWords } from '../../../../shared/domain/scanning/code-words.ts';
import { applicationIdentifier } from '../../../../shared/lib/barcode/application-identifiers.ts';
import { GS } from '../../../../shared/lib/barcode/carrier.ts';
import { decodeScan } from '../../../../shared/lib/barcode/decode-scan.ts';
import { PlainTable } from '../../../ui/data/plain-table.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Banner } from '../../../ui/status/banner.tsx';

/** What any other code says: its kind, its GS1 elements by their titles, and what is wrong with it. */
export function ScannedCodeWords({ text }: { readonly text: string }) {
  const { t, tell } = useText();
  const code = decodeScan(text);
  const data = 'data' in code ? code.data : undefined;
  return (
    <Stack gap={4}>
      <Banner tone={code.kind === 'invalid' ? 'warning' : 'info'} title={t('settingsScreen.scanner.code', { kind: code.kind })}>
        {code.kind === 'invalid' ? tell(faultWords(code)) : <code>{code.text.replaceAll(GS, '[GS]')}</code>}
      </Banner>
      {data && data.elements.length > 0 && (
        <PlainTable
          columns={[
            { id: 'ai', header: t('settingsScreen.scanner.code.ai'), cell: ({ ai }) => `(${ai})`, tight: true },
            { id: 'title', header: t('settingsScreen.scanner.code.title'), cell: ({ ai }) => applicationIdentifier(ai)?.title },
            { id: 'value', header: t('settingsScreen.scanner.code.value'), cell: ({ value }) => <code>{value}</code> },
          ]}
          label={t('settingsScreen.scanner.code.elements')}
          rowId={({ ai, value }) => `${ai} ${value}`}
          rows={data.elements}
        />
      )}
      {data && data.remarks.length > 0 && (
        <Banner tone="info" title={t('settingsScreen.scanner.code.remarks')}>
          {data.remarks.map((remark) => tell(remarkWords(remark))).join(' ')}
        </Banner>
      )}
    </Stack>
  );
}

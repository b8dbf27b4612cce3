import type { CaseLine } from '../../../shared/domain/state/entities.ts';
import { PlainTable, type PlainColumn } from '../../ui/data/plain-table.tsx';
import { useText } from '../../ui/i18n.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';

/** How the quantities of each order line split between the two sides. */
export function CaseQuantities({ lines }: { readonly lines: readonly CaseLine[] }) {
  const { t, format } = useText();
  if (lines.length === 0) return null;
  const columns: readonly PlainColumn<CaseLine>[] = [
    { id: 'po', header: t('casesScreen.fact.po'), cell: ({ po }) => <CodeText kind="po" value={po} /> },
    { id: 'line', header: t('casesScreen.fact.line'), cell: ({ line }) => line },
    { id: 'sku', header: t('casesScreen.fact.product'), wideOnly: true, cell: ({ sku }) => sku ?? '–' },
    { id: 'first', header: t('casesScreen.side.first'), align: 'end', tight: true, cell: ({ first }) => format.number(first) },
    { id: 'second', header: t('casesScreen.side.second'), align: 'end', tight: true, cell: ({ second }) => format.number(second) },
  ];
  return <PlainTable columns={columns} label={t('casesScreen.sides')} rowId={({ po, line }) => `${po} ${line}`} rows={lines} />;
}

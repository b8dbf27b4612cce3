import type { AdminSite } from '../../shared/contracts/central.ts';
import type { Case } from '../../shared/domain/state/entities.ts';
import { PlainTable, type PlainColumn } from '../ui/data/plain-table.tsx';
import { useText } from '../ui/i18n.tsx';
import { Stack } from '../ui/layout/stack.tsx';
import { Text } from '../ui/text/text.tsx';
import { More } from './more.tsx';

/** Contradictions that a supervisor of the site has still to decide. */
export function OpenCases({ cases: { open, rows } }: { readonly cases: AdminSite['cases'] }) {
  const { t, tell, format } = useText();
  if (open === 0) return <Text tone="quiet">{t('centralPage.cases.none')}</Text>;
  const columns: readonly PlainColumn<Case>[] = [
    { id: 'what', header: t('centralPage.cases.what'), cell: ({ type, what }) => (
        <Stack gap={0}>
          <Text weight="medium">{t(`casesScreen.type.${type}`)}</Text>
          <Text tone="quiet">{tell(what)}</Text>
        </Stack>
      ) },
    { id: 'units', header: t('centralPage.cases.units'), align: 'end', tight: true, cell: ({ units }) => format.number(units) },
    { id: 'opened', header: t('centralPage.cases.opened'), tight: true, cell: ({ openedAt }) => format.dateTime(openedAt) },
  ];
  return (
    <>
      <PlainTable columns={columns} label={t('centralPage.cases')} rowId={({ caseId }) => caseId} rows={rows} />
      <More shown={rows.length} total={open} />
    </>
  );
}

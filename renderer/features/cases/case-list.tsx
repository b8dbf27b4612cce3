import { CircleCheck, History } from 'lucide-react';
import type { CasesPage, CaseView } from '../../../shared/contracts/views.ts';
import { SelectList } from '../../ui/data/select-list.tsx';
import { useText } from '../../ui/i18n.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { stakes } from './case-detail.tsx';
import './cases.css';

export interface CaseListProps {
  readonly state: CaseView['state'];
  readonly page: CasesPage | undefined;
  readonly selected: string | null;
  readonly onSelect: (caseId: string) => void;
  /** Given when the list could not be read. */
  readonly onRetry?: (() => void) | undefined;
}

/** Cases of one state as a person scans them: what it is, what it is about, what is at stake, since when. */
export function CaseList({ state, page, selected, onSelect, onRetry }: CaseListProps) {
  const { t } = useText();
  if (onRetry) return <ErrorState next={t('casesScreen.error.next')} what={t('casesScreen.error')} onRetry={onRetry} />;
  if (!page) {
    return (
      <div className="cases__loading">
        <Skeleton lines={8} />
      </div>
    );
  }
  const open = state === 'open';
  return (
    <>
      <SelectList
        empty={
          <EmptyState icon={open ? CircleCheck : History} title={t(open ? 'casesScreen.none' : 'casesScreen.none.resolved')}>
            {t(open ? 'casesScreen.none.text' : 'casesScreen.none.resolved.text')}
          </EmptyState>
        }
        items={page.rows.map((row) => ({ id: row.caseId, text: `${t(`casesScreen.type.${row.type}`)} ${row.po ?? ''}`, content: <CaseItem row={row} /> }))}
        label={t(open ? 'casesScreen.list.open' : 'casesScreen.list.resolved')}
        selected={selected}
        onSelect={onSelect}
      />
      {page.total > page.rows.length && (
        <p className="cases__newest">{t(open ? 'casesScreen.newest' : 'casesScreen.newest.resolved', { count: page.rows.length, total: page.total })}</p>
      )}
    </>
  );
}

function CaseItem({ row }: { readonly row: CaseView }) {
  const words = useText();
  const { t, format } = words;
  return (
    <span className="cases__item">
      <span className="cases__item-line">
        <Text weight="medium">{t(`casesScreen.type.${row.type}`)}</Text>
        <Text tone="quiet">{format.dateTime(row.openedAt)}</Text>
      </span>
      <span className="cases__item-line">
        {row.po === null ? <Text oneLine tone="quiet">{row.product ?? row.location ?? ''}</Text> : <CodeText kind="po" value={row.po} />}
        <Text>{stakes(words, row).join(' · ')}</Text>
      </span>
      <Text oneLine tone="quiet">{[row.firstStation, row.secondStation].filter((station) => station !== null).join(' · ')}</Text>
    </span>
  );
}

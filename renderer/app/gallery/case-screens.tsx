import { MessageSquareWarning } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CasesPage, CaseView } from '../../../shared/contracts/views.ts';
import { CaseDetail } from '../../features/cases/case-detail.tsx';
import { CaseList } from '../../features/cases/case-list.tsx';
import { Tabs } from '../../ui/data/tabs.tsx';
import { useText } from '../../ui/i18n.tsx';
import { ListDetail } from '../../ui/layout/split.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Heading } from '../../ui/text/text.tsx';
import { caseSample, caseSamples, manyCases, quarantinedSample, resolvedSample } from './case-samples.ts';
import { Framed } from './framed.tsx';

const nothing = (): void => undefined;
const some: CasesPage = { rows: caseSamples, total: caseSamples.length, open: caseSamples.length };

function CasesSample({ page, failed = false, view, busy = false, reads = false }: { readonly page?: CasesPage; readonly failed?: boolean; readonly view?: CaseView; readonly busy?: boolean; readonly reads?: boolean }) {
  const { t } = useText();
  const list: ReactNode = <CaseList page={page} selected={view?.caseId ?? null} state="open" onRetry={failed ? nothing : undefined} onSelect={nothing} />;
  return (
    <Framed current="cases" listening="Any order, pallet or product">
      <div className="cases">
        <ListDetail
          detail={
            view ? (
              <CaseDetail busy={busy} prefixLength={7} view={view} onDecide={reads ? undefined : nothing} />
            ) : (
              <EmptyState icon={MessageSquareWarning} title={t('casesScreen.choose')}>
                {t('casesScreen.choose.text')}
              </EmptyState>
            )
          }
          detailLabel={t('casesScreen.detail')}
          list={
            <>
              <div className="cases__head">
                <Heading level={1}>{t('casesScreen.title')}</Heading>
              </div>
              <Tabs
                items={[
                  { id: 'open', label: t('casesScreen.open'), count: page?.total, content: list },
                  { id: 'resolved', label: t('casesScreen.resolved'), count: 12, content: list },
                ]}
                label={t('casesScreen.tabs')}
                selected="open"
                onSelect={nothing}
              />
            </>
          }
          open={view !== undefined}
          onBack={nothing}
        />
      </div>
    </Framed>
  );
}

export const Cases = () => <CasesSample page={some} />;
export const CaseOpen = () => <CasesSample page={some} view={caseSample} />;
export const CaseReadOnly = () => <CasesSample page={some} reads view={quarantinedSample} />;
export const CaseResolved = () => <CasesSample page={some} view={resolvedSample} />;
export const CasesEmpty = () => <CasesSample page={{ rows: [], total: 0, open: 0 }} />;
export const CasesLoading = () => <CasesSample />;
export const CasesFailed = () => <CasesSample failed />;
export const CasesMany = () => <CasesSample busy page={manyCases} view={caseSample} />;

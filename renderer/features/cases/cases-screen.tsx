import { MessageSquareWarning } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { CaseView } from '../../../shared/contracts/views.ts';
import type { Message } from '../../../shared/messages/say.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { useAnswer, useCommand, useStationState } from '../../app/station.tsx';
import { Tabs } from '../../ui/data/tabs.tsx';
import { useText } from '../../ui/i18n.tsx';
import { ListDetail } from '../../ui/layout/split.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { Heading } from '../../ui/text/text.tsx';
import { CaseDetail } from './case-detail.tsx';
import { CaseList } from './case-list.tsx';
import './cases.css';

/** Enough for a person to work through; what is left over is told. */
const LISTED = 200;

/** `/cases`, `/cases/:id`: contradictions to decide, and those decided. */
export function CasesScreen() {
  const { t } = useText();
  const [, go] = useLocation();
  const [opened, params] = useRoute('/cases/:id');
  const id = opened ? decodeURIComponent(params.id) : null;
  const [tab, setTab] = useState<CaseView['state']>('open');
  const open = useCases('open');
  const resolved = useCases('resolved');
  const lists = { open, resolved } as const;
  const select = (caseId: string): void => go(`/cases/${encodeURIComponent(caseId)}`);
  return (
    <div className="cases">
      <ListDetail
        detail={
          id !== null ? (
            <OneCase caseId={id} key={id} />
          ) : lists[tab].data?.total === 0 ? null : (
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
              items={(['open', 'resolved'] as const).map((state) => ({
                id: state,
                label: t(`casesScreen.${state}`),
                count: lists[state].data?.total,
                content: <CaseList page={lists[state].data} selected={id} state={state} onRetry={lists[state].isError ? () => void lists[state].refetch() : undefined} onSelect={select} />,
              }))}
              label={t('casesScreen.tabs')}
              selected={tab}
              onSelect={setTab}
            />
          </>
        }
        open={opened}
        onBack={() => go('/cases')}
      />
    </div>
  );
}

const useCases = (state: CaseView['state']) => useAnswer(['cases', 'peers', 'staff'], ['cases', state], (client) => client.cases.list({ state, limit: LISTED }));

function OneCase({ caseId }: { readonly caseId: string }) {
  const { t } = useText();
  const [next, setNext] = useState<Message | null>(null);
  const { run, busy } = useCommand();
  const role = useStationState(({ session }) => session?.person?.role);
  const prefixLength = useStationState(({ status }) => status?.settings.companyPrefix.length);
  const { data, isError } = useAnswer(['cases', 'peers', 'staff'], ['case', caseId], (client) => client.cases.view({ caseId }));
  if (isError) {
    return (
      <EmptyState icon={MessageSquareWarning} title={t('casesScreen.missing')}>
        {t('casesScreen.missing.text')}
      </EmptyState>
    );
  }
  if (data?.caseId !== caseId) return <Skeleton lines={8} />;
  const decide = async (decision: NonNullable<CaseView['decision']>, note: string | null): Promise<void> => {
    // What was decided then stands in the case itself.
    await run(async (client) => setNext((await client.cases.resolve({ caseId, decision, note })).next));
  };
  return (
    <CaseDetail
      busy={busy}
      next={next}
      prefixLength={prefixLength === 0 ? undefined : prefixLength}
      view={data}
      onDecide={role !== undefined && mayDo(role, 'cases') ? (decision, note) => void decide(decision, note) : undefined}
    />
  );
}

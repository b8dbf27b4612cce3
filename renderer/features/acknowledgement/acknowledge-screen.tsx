import { CircleSlash } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OrderView } from '../../../shared/contracts/views.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { useAnswer, useStationState } from '../../app/station.tsx';
import { refusalOf } from '../../bridge.ts';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { StateView } from '../../ui/states/state-view.tsx';
import { AnswerForm } from './answer-form.tsx';
import { SentView } from './sent-view.tsx';
import './acknowledge.css';

/** The answer to an order: the advice for every line, what it costs to differ, and one button that sends it. */
export function AcknowledgeScreen({ po }: { readonly po: string }) {
  const { t, tell } = useText();
  const [, go] = useLocation();
  const [sent, setSent] = useState<OrderView>();
  const role = useStationState(({ session }) => session?.person?.role);
  const { data: plan, isError, error, refetch } = useAnswer(['orders', 'stock', 'settings'], ['plan', po], (client) => client.acknowledgement.plan({ po }));
  const back = (): void => go(`/queue/${encodeURIComponent(po)}`);

  if (sent) return <SentView order={sent} onAgain={() => setSent(undefined)} onBack={back} />;
  if (isError) {
    const refusal = refusalOf(error);
    return (
      <Page>
        <ErrorState next={refusal?.hint ? tell(refusal.hint) : t('queueScreen.error.next')} what={refusal ? tell(refusal.message) : t('queueScreen.error')} where={refusal?.where} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (plan?.po !== po) {
    return (
      <Page>
        <Skeleton lines={10} />
      </Page>
    );
  }
  if (plan.refusal) {
    return (
      <Page>
        <StateView actions={<Button variant="primary" onPress={back}>{t('queueScreen.ack.toOrder')}</Button>} icon={CircleSlash} role="status" title={t('queueScreen.ack.title', { po })} tone="neutral">
          {tell(plan.refusal)}
        </StateView>
      </Page>
    );
  }
  return <AnswerForm mayAnswer={role !== undefined && mayDo(role, 'acknowledge')} mayOverride={role !== undefined && mayDo(role, 'override')} plan={plan} onBack={back} onSent={setSent} />;
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OrderView } from '../../../shared/contracts/views.ts';
import type { AcknowledgementPlan, PlanLine } from '../../../shared/domain/acknowledgement/plan.ts';
import { useCommand } from '../../app/station.tsx';
import { VirtualList } from '../../ui/data/virtual-list.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { PageHeader } from '../../ui/layout/page.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { askAbout } from '../queue/order-dialog-store.ts';
import { AnswerFooter } from './answer-footer.tsx';
import { LineRow } from './line-row.tsx';
import { acceptedDifferently, adviceOf, answersToSend, totalsOf, type Choice, type Choices } from './answers.ts';
import { useConsequences } from './use-consequences.ts';

interface AnswerFormProps {
  readonly plan: AcknowledgementPlan;
  readonly mayAnswer: boolean;
  readonly mayOverride: boolean;
  readonly onBack: () => void;
  readonly onSent: (order: OrderView) => void;
}

const nothingChosen: Choices = new Map();

/** Starts with the advice on every line that has no answer yet, so that the order can be answered by one press; a person changes what they know better. */
export function AnswerForm({ plan, mayAnswer, mayOverride, onBack, onSent }: AnswerFormProps) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const [choices, setChoices] = useState<Choices>(nothingChosen);
  const [reason, setReason] = useState('');
  const { tried, current } = useConsequences(plan, choices);
  const consequences = useMemo(() => new Map(tried?.lines.map((line) => [line.line, line])), [tried]);
  const totals = useMemo(() => totalsOf(plan, choices), [plan, choices]);
  const advisable = useMemo(() => Object.keys(acceptedDifferently(plan, choices)).length > 0, [plan, choices]);
  const lines = useMemo(() => plan.lines.filter(({ requested }) => requested > 0), [plan]);

  const choose = useCallback((line: string, choice: Choice) => {
    setChoices((before) => new Map(before).set(line, { ...before.get(line), ...choice }));
  }, []);
  const needsOverride = tried?.needsOverride ?? false;
  // Amazon refuses the whole file where a line has no cost; without product or case size a line can still be rejected.
  const blocked = plan.incomplete.filter(({ missing }) => missing.includes('cost'));
  const canSend = mayAnswer && blocked.length === 0 && (!needsOverride || (mayOverride && reason.trim().length >= 3));

  const send = (): void => {
    if (!canSend || busy) return;
    void run(async (client) => {
      onSent(await client.acknowledgement.send({ po: plan.po, lines: answersToSend(plan, choices).map((answer) => ({ ...answer })), overrideReason: needsOverride ? reason.trim() : null }));
    });
  };
  const final = plan.phase !== 'dates-only' && totals.linesRejected > 0;
  const sendPlace = useRef<HTMLDivElement>(null);
  // What is final is held, never sent by a key alone: the key leads to the button.
  useSendKey(() => {
    if (final) sendPlace.current?.querySelector('button')?.focus();
    else send();
  });

  const row = (line: PlanLine) => (
    <LineRow
      choice={choices.get(line.line)}
      disabled={!mayAnswer}
      hot={plan.hpo}
      line={line}
      phase={plan.phase}
      settled={current}
      tried={consequences.get(line.line) ?? line}
      onChoose={choose}
      onComplete={() => askAbout({ ask: 'complete', po: plan.po, line: line.line })}
    />
  );

  return (
    <div className="ack">
      <div className="ack__head">
        <PageHeader
          actions={
            <>
              {advisable && (
                <Button onPress={() => setChoices(adviceOf(plan))}>{t('queueScreen.ack.takeAdvice')}</Button>
              )}
              <Button variant="quiet" onPress={onBack}>
                {t('queueScreen.ack.toOrder')}
              </Button>
            </>
          }
          subtitle={
            <Stack gap={2} row>
              {plan.hpo && <HotBadge />}
              <span>{t('queueScreen.ack.subtitle', { lines: lines.length, units: totals.requested })}</span>
            </Stack>
          }
          title={t('queueScreen.ack.title', { po: plan.po })}
        />
        <Notices blocked={blocked.length} incomplete={plan.incomplete} mayAnswer={mayAnswer} phase={plan.phase} />
      </div>
      <div className="ack__lines">
        <VirtualList estimate={180} itemId={({ line }) => line} items={lines} label={t('queueScreen.ack.lines')}>
          {row}
        </VirtualList>
      </div>
      <AnswerFooter
        busy={busy}
        canSend={canSend}
        final={final}
        mayOverride={mayOverride}
        needsOverride={needsOverride}
        plan={plan}
        reason={reason}
        sendRef={sendPlace}
        settled={current}
        totals={totals}
        tried={tried ?? plan}
        onReason={setReason}
        onSend={send}
      />
    </div>
  );
}

function Notices({ phase, mayAnswer, incomplete, blocked }: { readonly phase: AcknowledgementPlan['phase']; readonly mayAnswer: boolean; readonly incomplete: AcknowledgementPlan['incomplete']; readonly blocked: number }) {
  const { t } = useText();
  const first = incomplete[0];
  return (
    <>
      {!mayAnswer && <Banner title={t('queueScreen.ack.readOnly')} tone="info" />}
      {phase === 'replace' && (
        <Banner title={t('queueScreen.ack.replace')} tone="info">
          {t('queueScreen.ack.replace.text')}
        </Banner>
      )}
      {phase === 'dates-only' && (
        <Banner title={t('queueScreen.ack.datesOnly')} tone="info">
          {t('queueScreen.ack.datesOnly.text')}
        </Banner>
      )}
      {first && (
        <Banner title={t('queueScreen.ack.incomplete', { count: incomplete.length })} tone="warning">
          {blocked > 0 ? t('queueScreen.ack.incomplete.blocked') : t('queueScreen.ack.incomplete.text')}
        </Banner>
      )}
    </>
  );
}

/** Ctrl+Enter sends from any field, so that the keyboard alone answers a long order. */
function useSendKey(send: () => void): void {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

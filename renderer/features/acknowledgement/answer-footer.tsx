import { Send } from 'lucide-react';
import type { Ref } from 'react';
import type { AcknowledgementPlan } from '../../../shared/domain/acknowledgement/plan.ts';
import { MINUTE } from '../../../shared/lib/time.ts';
import { Button } from '../../ui/actions/button.tsx';
import { HoldButton } from '../../ui/actions/hold-button.tsx';
import { classes } from '../../ui/defined.ts';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useText, type Words } from '../../ui/i18n.tsx';
import { useNow } from '../../ui/now.tsx';
import { LiveClock } from '../../ui/status/clock.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { Text } from '../../ui/text/text.tsx';
import { whenText } from '../queue/words.ts';
import type { AnswerTotals } from './answers.ts';

interface AnswerFooterProps {
  readonly plan: AcknowledgementPlan;
  readonly tried: AcknowledgementPlan;
  readonly settled: boolean;
  readonly totals: AnswerTotals;
  readonly needsOverride: boolean;
  readonly mayOverride: boolean;
  readonly reason: string;
  readonly canSend: boolean;
  readonly busy: boolean;
  /** Something in it can never be taken back: the button must be held. */
  readonly final: boolean;
  readonly sendRef: Ref<HTMLDivElement>;
  readonly onReason: (reason: string) => void;
  readonly onSend: () => void;
}

/** Totals, the clock, and the one button that says what will happen. */
export function AnswerFooter(props: AnswerFooterProps) {
  const { plan, tried, settled, totals, needsOverride, mayOverride, reason, canSend, busy, final, sendRef, onReason, onSend } = props;
  const words = useText();
  const { t, format } = words;
  const { accepting, rejectingNow, short } = tried.totals;
  const label = labelOf(words, plan, totals);
  return (
    <footer className="ack-foot">
      {needsOverride && (
        <div className="ack-foot__override">
          <div className="ack-foot__over" role="status">
            <Text size={16}>
              <StatusMark status="atRisk">{t('queueScreen.ack.over', { short })}</StatusMark>
            </Text>
            <Text>{mayOverride ? t('queueScreen.ack.over.reason') : t('queueScreen.ack.over.supervisor')}</Text>
          </div>
          {mayOverride && <TextField label={t('queueScreen.ack.over.label')} maxLength={500} placeholder={t('queueScreen.ack.over.kept')} value={reason} onChange={onReason} />}
        </div>
      )}
      <div className="ack-foot__row">
        <dl className="ack-foot__totals">
          <Total label={t('queueScreen.ack.total.accepted')}>{t('queueScreen.ack.ofTotal', { count: totals.accepted, total: totals.requested })}</Total>
          <Total label={t('queueScreen.ack.total.rejected')}>{format.number(totals.rejected)}</Total>
          {totals.backordered > 0 && <Total label={t('queueScreen.ack.total.backordered')}>{format.number(totals.backordered)}</Total>}
          {accepting && accepting.minor > 0 && (
            <Total label={t('queueScreen.ack.total.accepting')} old={!settled} tone="warn">
              {format.money(accepting)}
            </Total>
          )}
          {rejectingNow && (accepting?.minor ?? 0) + rejectingNow.minor > 0 && (
            <Total label={t('queueScreen.ack.total.rejectingNow')} old={!settled}>
              {format.money(rejectingNow)}
            </Total>
          )}
        </dl>
        <AnswerClock plan={plan} />
        <div className="ack-foot__send" ref={sendRef}>
          {final ? (
            <HoldButton disabled={!canSend || busy} icon={Send} label={label} size="floor" variant="primary" onConfirm={onSend} />
          ) : (
            <Button busy={busy} disabled={!canSend} icon={Send} keys={['Ctrl', 'Enter']} size="floor" variant="primary" onPress={onSend}>
              {label}
            </Button>
          )}
          {final && (
            <Text size={14} tone="quiet">
              {t('queueScreen.ack.final', { count: totals.linesRejected })}
            </Text>
          )}
        </div>
      </div>
    </footer>
  );
}

function Total({ label, children, tone, old = false }: { readonly label: string; readonly children: string; readonly tone?: 'warn'; readonly old?: boolean }) {
  return (
    <div className={classes('ack-foot__total', old && 'ack-line__money--old')}>
      <dt>{label}</dt>
      <dd>
        <Text size={20} weight="bold" {...(tone ? { tone } : {})}>
          {children}
        </Text>
      </dd>
    </div>
  );
}

function AnswerClock({ plan: { clock, phase } }: { readonly plan: AcknowledgementPlan }) {
  const words = useText();
  const { t, format } = words;
  const now = useNow(MINUTE);
  if (phase === 'first') return <LiveClock deadline={clock.answerDue} label={t('queueScreen.clock.acknowledgeBy', { at: `${whenText(words, clock.answerDue, now)} ${format.zoneName(clock.answerDue)}` })} size="card" />;
  if (clock.changeableUntil === null) return null;
  const done = phase === 'dates-only' ? t('queueScreen.ack.clock.closed') : undefined;
  return <LiveClock deadline={clock.changeableUntil} done={done} label={t('queueScreen.ack.clock.changeable', { at: `${whenText(words, clock.changeableUntil, now)} ${format.zoneName(clock.changeableUntil)}` })} size="card" />;
}

function labelOf({ t }: Words, { phase }: AcknowledgementPlan, { accepted, rejected, requested, linesChanged, changedDates }: AnswerTotals): string {
  if (phase === 'dates-only') return changedDates > 0 ? t('queueScreen.ack.send.dates', { count: changedDates }) : t('queueScreen.ack.send.same', { accepted });
  const what = rejected === 0 && accepted === requested ? 'all' : accepted === 0 ? 'none' : 'part';
  if (phase === 'first') return t('queueScreen.ack.send', { what, accepted, rejected });
  return t('queueScreen.ack.sendAgain', { what, accepted, rejected, changed: linesChanged > 0 ? 'yes' : 'no' });
}

import { Wrench } from 'lucide-react';
import { memo } from 'react';
import type { RejectionReason } from '../../../shared/documents/outgoing.ts';
import type { AcknowledgementPlan, PlanLine } from '../../../shared/domain/acknowledgement/plan.ts';
import { extend } from '../../../shared/lib/money.ts';
import { Button } from '../../ui/actions/button.tsx';
import { classes } from '../../ui/defined.ts';
import { QuantityField } from '../../ui/fields/quantity-field.tsx';
import { PlainSelect } from '../../ui/fields/plain-select.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { LineBar } from '../../ui/status/line-bar.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { casesOf, eaches } from '../../ui/text/amounts.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { acceptOf, limitsOf, reasonOf, rejectionReasons, rejectOf, type Choice } from './answers.ts';

interface LineRowProps {
  readonly line: PlanLine;
  /** The same line with the money of what was last tried. */
  readonly tried: PlanLine;
  /** The money belongs to what the stepper shows now. */
  readonly settled: boolean;
  readonly choice: Choice | undefined;
  readonly phase: AcknowledgementPlan['phase'];
  readonly hot: boolean;
  readonly disabled: boolean;
  readonly onChoose: (line: string, choice: Choice) => void;
  readonly onComplete: () => void;
}

/** One line: what is asked and what is there, the stepper with the advice, what the rest is rejected for, and the money. */
function Row({ line, tried, settled, choice, phase, hot, disabled, onChoose, onComplete }: LineRowProps) {
  const { t, tell, format } = useText();
  const accept = acceptOf(line, choice);
  const reject = rejectOf(line, choice);
  const { min, max, size } = limitsOf(line, phase);
  const unit = line.unit === 'cases' && line.unitSize !== null ? casesOf(line.unitSize) : eaches;
  const fixed = disabled || min === max;
  const name = t('queueScreen.ack.line', { line: line.line, product: line.title });
  const { consequence } = tried;
  return (
    <article aria-label={name} className={classes('ack-line', consequence.short > 0 && 'ack-line--short')}>
      <div className="ack-line__goods">
        <Text as="h2" size={16} weight="bold">
          {name}
        </Text>
        <span className="ack-line__codes">
          {line.sku && <CodeText kind="sku" value={line.sku} />}
          {line.asin && <CodeText kind="asin" value={line.asin} />}
          {line.unitCost && <span>{t('queueScreen.ack.cost', { amount: format.money(extend(line.unitCost, 1)) })}</span>}
        </span>
        <Text as="p" size={14} tone="quiet">
          {tell(line.advised.why)}
        </Text>
        {line.missing.length > 0 && (
          <span className="ack-line__missing">
            {line.missing.map((what) => (
              <StatusMark key={what} status="atRisk">
                {t(`acknowledgement.missing.${what}`)}
              </StatusMark>
            ))}
            {!disabled && (
              <Button icon={Wrench} onPress={onComplete}>
                {t('queueScreen.line.complete')}
              </Button>
            )}
          </span>
        )}
      </div>
      <div className="ack-line__stock">
        <LineBar allocated={Math.min(line.allocated, line.boxed)} boxed={line.boxed} requested={line.requested} safety={line.safety} safetyUsable={hot} />
      </div>
      <div className="ack-line__answer">
        <QuantityField
          advised={line.advised.accept / size}
          disabled={fixed}
          hint={line.current !== null && line.current.accepted !== accept ? t('queueScreen.ack.before', { count: line.current.accepted / size }) : undefined}
          label={t('queueScreen.ack.accept', { line: line.line })}
          max={max}
          min={min}
          ordered={line.requested / size}
          unit={unit}
          value={accept / size}
          onChange={(value) => onChoose(line.line, { accept: value * size })}
        />
        {phase === 'dates-only' && (
          <TextField disabled={disabled} label={t('queueScreen.ack.shipDate')} optional type="date" value={choice?.shipDate ?? line.current?.shipDate ?? ''} onChange={(shipDate) => onChoose(line.line, { shipDate })} />
        )}
        {reject > 0 && (
          <PlainSelect
            disabled={disabled || line.finallyRejected}
            label={t('queueScreen.ack.reject', { count: reject })}
            options={rejectionReasons.map((id) => ({ id, label: t(`acknowledgement.reason.${id}`), ...(id === 'ObsoleteProduct' ? { description: t('queueScreen.ack.obsolete') } : {}) }))}
            value={reasonOf(line, choice)}
            onChange={(reason: RejectionReason) => onChoose(line.line, { reason })}
          />
        )}
        <p aria-live="polite" className={classes('ack-line__money', !settled && choice?.accept !== undefined && 'ack-line__money--old')}>
          {consequence.short > 0 ? <StatusMark status="atRisk">{tell(consequence.sentence)}</StatusMark> : <Text tone="quiet">{tell(consequence.sentence)}</Text>}
        </p>
      </div>
    </article>
  );
}

export const LineRow = memo(Row);

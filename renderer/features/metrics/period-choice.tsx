import { useState } from 'react';
import { parseCalendarDate } from '../../../shared/lib/time.ts';
import { ChoiceBar } from '../../ui/fields/choice-bar.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { isPeriod, type Period } from './period.ts';

const usual = [7, 28, 91] as const;
const OWN = 'own';

interface PeriodChoiceProps {
  readonly period: Period;
  /** A number of days up to today, or days of one's own. */
  readonly value: Period | number;
  readonly onChange: (value: Period | number) => void;
}

/** The last week, four weeks or quarter, or any days. */
export function PeriodChoice({ period, value, onChange }: PeriodChoiceProps) {
  const { t } = useText();
  const own = typeof value !== 'number';
  return (
    <>
      <ChoiceBar
        label={t('metricsScreen.period.label')}
        options={[...usual.map((days) => ({ id: String(days), label: t('metricsScreen.period.days', { days }) })), { id: OWN, label: t('metricsScreen.period.own') }]}
        value={own ? OWN : String(value)}
        onChange={(id) => onChange(id === OWN ? period : Number(id))}
      />
      {own && <OwnDays period={period} onChange={onChange} />}
    </>
  );
}

/** What is typed may be no period yet; the numbers follow once it is. */
function OwnDays({ period, onChange }: { readonly period: Period; readonly onChange: (period: Period) => void }) {
  const { t } = useText();
  const [typed, setTyped] = useState<{ readonly from: string; readonly to: string }>(period);
  const read = (next: typeof typed): Period | undefined => {
    const from = parseCalendarDate(next.from);
    const to = parseCalendarDate(next.to);
    return from && to && isPeriod({ from, to }) ? { from, to } : undefined;
  };
  const change = (next: typeof typed): void => {
    setTyped(next);
    const chosen = read(next);
    if (chosen) onChange(chosen);
  };
  return (
    <>
      <TextField label={t('metricsScreen.period.from')} type="date" value={typed.from} onChange={(from) => change({ ...typed, from })} />
      <TextField error={read(typed) ? undefined : t('metricsScreen.period.wrong')} label={t('metricsScreen.period.to')} type="date" value={typed.to} onChange={(to) => change({ ...typed, to })} />
    </>
  );
}

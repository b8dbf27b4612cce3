import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ChargebackRule, Settings } from '../../../../shared/domain/settings/settings.ts';
import { dateIn, MINUTE, parseCalendarDate, type CalendarDate } from '../../../../shared/lib/time.ts';
import { useAnswer } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { DataTable, type Column } from '../../../ui/data/data-table.tsx';
import { useText, type Words } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { useNow } from '../../../ui/now.tsx';
import { ErrorState } from '../../../ui/states/error-state.tsx';
import { Badge } from '../../../ui/status/badge.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { TwoLines } from '../../../ui/text/two-lines.tsx';
import { ChargebackDialog, eventWord } from './chargeback-dialog.tsx';

const idOf = ({ id }: ChargebackRule): string => id;

/** The rules as they are used now: the product's own until a site edits one, then the site's. */
export function ChargebacksSection({ settings: { zone } }: { readonly settings: Settings }) {
  const words = useText();
  const { t } = words;
  const [editing, setEditing] = useState<string | null>();
  const answer = useAnswer(['settings'], ['policy'], (client) => client.station.policy({}));
  const today = dateIn(zone, useNow(MINUTE));
  const columns = useMemo(() => policyColumns(words, today), [words, today]);
  const rules = answer.data ?? [];
  if (answer.isError) return <ErrorState next={t('settingsScreen.error.next')} what={t('settingsScreen.charge.error')} onRetry={() => void answer.refetch()} />;
  return (
    <Stack gap={4}>
      <Text as="p">{t('settingsScreen.charge.text')}</Text>
      <Stack justify="end" row>
        <Button icon={Plus} onPress={() => setEditing(null)}>{t('settingsScreen.charge.add')}</Button>
      </Stack>
      <div className="settings-table">
        <DataTable columns={columns} label={t('settingsScreen.charge.table')} loading={answer.data === undefined} rowId={idOf} rows={rules} onSelect={setEditing} />
      </div>
      {editing !== undefined && <ChargebackDialog rule={rules.find(({ id }) => id === editing)} rules={rules} onClose={() => setEditing(undefined)} />}
    </Stack>
  );
}

function policyColumns(words: Words, today: CalendarDate): readonly Column<ChargebackRule>[] {
  const { t, format } = words;
  return [
    { id: 'title', header: t('settingsScreen.charge.column.title'), width: 'minmax(180px, 2fr)', cell: ({ title, event }) => <TwoLines first={title} second={t('settingsScreen.charge.event', { event: eventWord(event) })} /> },
    { id: 'percent', header: t('settingsScreen.charge.column.percent'), width: '80px', align: 'end', cell: ({ percent }) => <Text weight="bold">{format.percent(percent / 100, Number.isInteger(percent) ? 0 : 2)}</Text> },
    { id: 'valid', header: t('settingsScreen.charge.column.valid'), width: 'minmax(150px, 1fr)', wideOnly: true, wrap: true, cell: ({ validFrom, validTo }) => validText(words, validFrom, validTo) },
    { id: 'state', header: t('settingsScreen.charge.column.state'), width: '96px', cell: (rule) => <RuleState rule={rule} today={today} /> },
  ];
}

const validText = ({ t, format }: Words, from: string | null, to: string | null): string =>
  t('settingsScreen.charge.valid', { from: from === null ? 'none' : dayText(format, from), to: to === null ? 'none' : dayText(format, to) });

function dayText(format: Words['format'], text: string): string {
  const day = parseCalendarDate(text);
  return day ? format.dayWithYear(day) : text;
}

function RuleState({ rule: { enabled, validTo }, today }: { readonly rule: ChargebackRule; readonly today: CalendarDate }) {
  const { t } = useText();
  if (!enabled) return <Badge>{t('settingsScreen.charge.off')}</Badge>;
  if (validTo !== null && validTo < today) return <Badge>{t('settingsScreen.charge.expired')}</Badge>;
  return <Badge tone="info">{t('settingsScreen.charge.on')}</Badge>;
}

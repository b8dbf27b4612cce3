import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import type { UnknownCodeView } from '../../../shared/contracts/views.ts';
import { useAnswer, useCommand } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { MomentText } from '../../ui/text/amounts.tsx';
import { Text } from '../../ui/text/text.tsx';

export interface UnknownCodesProps {
  readonly codes: readonly UnknownCodeView[];
  readonly mayAdd: boolean;
  readonly onAdd: (code: string) => void;
  readonly onClose: () => void;
}

/** Head and rows of a table that is as high as its rows; the style sheet says how high at most. */
const HEAD = 44;
const ROW = 64;

const codeOf = ({ code }: UnknownCodeView): string => code;

/** What was scanned and meant nothing here, the latest first. */
export function UnknownCodes({ codes, mayAdd, onAdd, onClose }: UnknownCodesProps) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const people = useAnswer(['staff'], ['people'], (client) => client.session.people({}));
  const names = people.data;
  const rows = useMemo(() => [...codes].sort((left, right) => right.lastAt - left.lastAt), [codes]);
  const columns = useMemo<readonly Column<UnknownCodeView>[]>(
    () => [
      { id: 'code', header: t('stockScreen.codes.column.code'), width: 'minmax(150px, 1.4fr)', wrap: true, cell: ({ code }) => <CodeText value={code} wrap /> },
      { id: 'times', header: t('stockScreen.codes.column.times'), width: '64px', align: 'end', cell: ({ times }) => times, wideOnly: true },
      { id: 'last', header: t('stockScreen.codes.column.last'), width: '136px', cell: ({ lastAt }) => <MomentText at={lastAt} show="dateTime" />, wideOnly: true },
      { id: 'task', header: t('stockScreen.codes.column.task'), width: '84px', cell: ({ task }) => t('stockScreen.codes.task', { task: task ?? 'none' }), wideOnly: true },
      { id: 'who', header: t('stockScreen.codes.column.who'), width: 'minmax(80px, 0.7fr)', cell: ({ staffId }) => names?.find((person) => person.staffId === staffId)?.name ?? staffId, wideOnly: true },
      {
        id: 'do', header: t('stockScreen.codes.column.do'), headerHidden: true, width: mayAdd ? '256px' : '110px', align: 'end',
        cell: ({ code }) => (
          <Stack gap={1} row>
            {mayAdd && (
              <Button size="desk" variant="quiet" onPress={() => onAdd(code)}>
                {t('stockScreen.codes.add')}
                <span className="visually-hidden">: {code}</span>
              </Button>
            )}
            <Button disabled={busy} size="desk" variant="quiet" onPress={() => void run((client) => client.stock.settleUnknownCode({ code }))}>
              {t('stockScreen.codes.settle')}
              <span className="visually-hidden">: {code}</span>
            </Button>
          </Stack>
        ),
      },
    ],
    [t, names, mayAdd, onAdd, run, busy],
  );
  return (
    <Dialog open title={t('stockScreen.codes.title')} wide onClose={onClose}>
      {rows.length === 0 ? (
        <EmptyState icon={CircleCheck} title={t('stockScreen.codes.none')}>
          {t('stockScreen.codes.none.text')}
        </EmptyState>
      ) : (
        <Stack gap={3}>
          <Text as="p" tone="quiet">{t('stockScreen.codes.text')}</Text>
          <div className="stock-codes" style={{ height: HEAD + rows.length * ROW }}>
            <DataTable columns={columns} label={t('stockScreen.codes.title')} rowId={codeOf} rows={rows} />
          </div>
        </Stack>
      )}
    </Dialog>
  );
}

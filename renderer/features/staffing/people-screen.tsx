import { Printer, UserPlus, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { StaffView } from '../../../shared/contracts/views.ts';
import { usePrint } from '../../app/use-print.ts';
import { useAnswer, useCommand } from '../../app/station.tsx';
import { refusalOf } from '../../bridge.ts';
import { Button } from '../../ui/actions/button.tsx';
import { DataTable } from '../../ui/data/data-table.tsx';
import { ChoiceBar } from '../../ui/fields/choice-bar.tsx';
import { SearchField } from '../../ui/fields/search-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Page, PageHeader, Toolbar } from '../../ui/layout/page.tsx';
import { Split } from '../../ui/layout/split.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { peopleSubjects } from './ask.ts';
import { DaySheetButton } from './day-sheet-button.tsx';
import { mostWork, peopleColumns, roomFor } from './people-columns.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { PersonPanel } from './person-panel.tsx';
import './people.css';

type PeopleOnly = 'active' | 'busy' | 'free' | 'left';
const filters: readonly PeopleOnly[] = ['active', 'busy', 'free', 'left'];

const shows: Readonly<Record<PeopleOnly, (person: StaffView) => boolean>> = {
  active: ({ active }) => active,
  busy: ({ active, assigned }) => active && assigned.length > 0,
  free: ({ active, assigned }) => active && assigned.length === 0,
  left: ({ active }) => !active,
};

const idOf = ({ staffId }: StaffView): string => staffId;

/** `/people`: who works here, on what, until when; `/people/:id` opens one beside the list. */
export function PeopleScreen() {
  const words = useText();
  const { t, tell, locale } = words;
  const [, go] = useLocation();
  const [, opened] = useRoute('/people/:id');
  const [only, setOnly] = useState<PeopleOnly>('active');
  const [search, setSearch] = useState('');
  const [adding, setAdding] = useState(false);
  const { run, busy } = useCommand();
  const answer = useAnswer(peopleSubjects, ['people', 'list'], (client) => client.people.list({}));
  const people = answer.data;
  const wanted = search.trim().toLocaleLowerCase(locale);
  const rows = useMemo(
    () =>
      (people ?? [])
        .filter((person) => shows[only](person) && [person.name, person.badge ?? ''].some((text) => text.toLocaleLowerCase(locale).includes(wanted)))
        .sort((left, right) => right.load.workMs - left.load.workMs || left.name.localeCompare(right.name, locale)),
    [people, only, wanted, locale],
  );
  const { ref, width } = useWidth<HTMLDivElement>();
  const room = roomFor(width);
  const most = mostWork(people ?? []);
  const columns = useMemo(() => peopleColumns(words, room, most), [words, room, most]);
  const print = usePrint();
  const selected = people?.find(({ staffId }) => staffId === opened?.id);
  const active = people?.filter((person) => person.active) ?? [];
  const refusal = answer.isError ? refusalOf(answer.error) : undefined;
  const showAll = (): void => {
    setOnly('active');
    setSearch('');
  };

  return (
    <>
      <Split panel={selected && <PersonPanel key={selected.staffId} person={selected} onClose={() => go('/people')} />}>
        <Page fill>
          <PageHeader
            actions={
              <>
                <DaySheetButton />
                <Button busy={busy} icon={Printer} onPress={() => void run(async (client) => print(await client.printing.sheet({ kind: 'badges' })))}>
                  {t('peopleScreen.print')}
                </Button>
                <Button icon={UserPlus} onPress={() => setAdding(true)}>
                  {t('peopleScreen.add')}
                </Button>
              </>
            }
            subtitle={
              people &&
              t('peopleScreen.count', {
                count: active.length,
                units: active.reduce((sum, { load }) => sum + load.units, 0),
              })
            }
            title={t('app.nav.people')}
          />
          <Toolbar
            end={
              <div className="people-search">
                <SearchField label={t('peopleScreen.search')} placeholder={t('peopleScreen.search.hint')} value={search} onChange={setSearch} />
              </div>
            }
            label={t('peopleScreen.filters')}
          >
            <ChoiceBar
              label={t('peopleScreen.filters')}
              options={filters.map((id) => ({ id, label: t('peopleScreen.filter', { only: id }), count: people?.filter(shows[id]).length }))}
              value={only}
              onChange={setOnly}
            />
          </Toolbar>
          {answer.isError && people === undefined ? (
            <ErrorState next={t('peopleScreen.error.next')} what={refusal ? tell(refusal.message) : t('peopleScreen.error')} where={refusal?.where} onRetry={() => void answer.refetch()} />
          ) : (
            <Stack fill>
              <div className="people-table" ref={ref}>
                <DataTable
                  columns={columns}
                  empty={
                    <EmptyState
                      action={only !== 'active' || search !== '' ? <Button onPress={showAll}>{t('peopleScreen.showAll')}</Button> : undefined}
                      icon={Users}
                      title={search === '' ? t('peopleScreen.none.filter', { only }) : t('peopleScreen.none')}
                    >
                      {t('peopleScreen.none.hint')}
                    </EmptyState>
                  }
                  label={t('peopleScreen.table')}
                  loading={people === undefined}
                  rowId={idOf}
                  rows={rows}
                  selectedId={opened?.id}
                  onSelect={(id) => go(`/people/${encodeURIComponent(id)}`)}
                />
              </div>
            </Stack>
          )}
        </Page>
      </Split>
      {adding && <PersonDialog person={undefined} onClose={() => setAdding(false)} />}
    </>
  );
}

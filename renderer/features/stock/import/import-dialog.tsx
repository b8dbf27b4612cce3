import { useCallback, useEffect, useState } from 'react';
import { mayDo } from '../../../../shared/domain/staffing/rights.ts';
import { useStationState } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { FileDrop } from '../../../ui/fields/file-drop.tsx';
import { RadioGroup } from '../../../ui/fields/radio-group.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { Progress } from '../../../ui/status/progress.tsx';
import { useToasts } from '../../../ui/status/toast.tsx';
import { CsvTrial } from './csv-trial.tsx';
import { RowProblems } from './row-problems.tsx';
import { useCsvImport, type CsvImport, type CsvKind } from './use-csv-import.ts';

const ACCEPTED = ['.csv', '.txt', '.tsv', 'text/csv'];
const kinds: readonly CsvKind[] = ['products', 'stock'];

/** A CSV of products or of counted stock: what it holds, what would happen, then the writing. */
export function ImportDialog({ files, onClose }: { readonly files: readonly File[]; readonly onClose: () => void }) {
  const { t } = useText();
  const imports = useCsvImport();
  const { state, write, restart } = imports;
  const readFirst = useReadFirst(imports.read);
  useEffect(() => readFirst('products', files), [files, readFirst]);
  const writable = state.step === 'trial' ? state.answer.written : 0;
  const actions =
    state.step === 'trial' ? (
      <>
        <Button onPress={restart}>{t('stockScreen.import.another')}</Button>
        <Button busy={state.busy} disabled={writable === 0} variant="primary" onPress={() => void write()}>
          {t('stockScreen.import.do', { count: writable })}
        </Button>
      </>
    ) : state.step === 'done' ? (
      <>
        <Button onPress={restart}>{t('stockScreen.import.another')}</Button>
        <Button variant="primary" onPress={onClose}>{t('common.close')}</Button>
      </>
    ) : undefined;
  return (
    <Dialog actions={actions} open title={t('stockScreen.import')} wide onClose={onClose}>
      <Steps imports={imports} />
    </Dialog>
  );
}

/** Each file has columns of its own to look at, so of several the first is read, and the person told. */
function useReadFirst(read: CsvImport['read']): (kind: CsvKind, files: readonly File[]) => void {
  const { t } = useText();
  const { show } = useToasts();
  return useCallback(
    (kind, [first, ...others]) => {
      if (first === undefined) return;
      if (others.length > 0) show({ tone: 'info', title: t('stockScreen.import.one', { file: first.name }) });
      void read(kind, first);
    },
    [read, show, t],
  );
}

function Steps({ imports }: { readonly imports: CsvImport }) {
  const { t } = useText();
  const { state, read, remap } = imports;
  if (state.step === 'choose') return <Choose imports={imports} />;
  if (state.step === 'reading') return <Progress label={t('stockScreen.import.reading', { file: state.fileName })} />;
  const { answer, file, kind } = state;
  if (state.step === 'trial') return <CsvTrial answer={answer} busy={state.busy} fileName={file.name} kind={kind} onKind={(next) => void read(next, asFile(file))} onMapping={(mapping) => void remap(mapping)} />;
  return (
    <Stack gap={4}>
      <Banner title={t('stockScreen.import.done', { written: answer.written })} tone={answer.problems.length === 0 ? 'success' : 'warning'}>
        {t('stockScreen.import.done.text', { rows: answer.rows, count: answer.problems.length })}
      </Banner>
      <RowProblems problems={answer.problems} />
    </Stack>
  );
}

/** The same file again, to be read as the other kind. */
const asFile = ({ name, base64 }: { readonly name: string; readonly base64: string }): File => new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name);

function Choose({ imports: { state, read } }: { readonly imports: CsvImport }) {
  const { t, tell } = useText();
  const readFirst = useReadFirst(read);
  const [kind, setKind] = useState<CsvKind>('products');
  const maySet = useStationState(({ session }) => session?.person !== null && session?.person !== undefined && mayDo(session.person.role, 'stock'));
  const problem = state.step === 'choose' ? state.problem : undefined;
  return (
    <Stack gap={4}>
      <RadioGroup
        label={t('stockScreen.import.what')}
        look="cards"
        options={kinds.filter((id) => id === 'products' || maySet).map((id) => ({ id, label: t('stockScreen.import.kind', { kind: id }), description: t('stockScreen.import.kind.text', { kind: id }) }))}
        value={kind}
        onChange={setKind}
      />
      {problem && (
        <Banner title={tell(problem.message)} tone="error">
          {[problem.where, problem.hint ? tell(problem.hint) : ''].filter(Boolean).join(' · ')}
        </Banner>
      )}
      <FileDrop
        accept={ACCEPTED}
        hint={t('stockScreen.import.file.hint')}
        label={t('stockScreen.import.file')}
        onFiles={(files) => readFirst(kind, files)}
      />
    </Stack>
  );
}

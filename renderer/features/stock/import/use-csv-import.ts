import { useCallback, useRef, useState } from 'react';
import type { CsvAnswer, RefusalData } from '../../../../shared/contracts/api.ts';
import { message } from '../../../../shared/messages/say.ts';
import { fileToSend, type FileToSend } from '../../../app/files.ts';
import { useBridge } from '../../../app/station.tsx';
import { refusalOf, type StationClient } from '../../../bridge.ts';

export type CsvKind = 'products' | 'stock';
export type CsvMapping = CsvAnswer['mapping'];

interface Read {
  readonly kind: CsvKind;
  readonly file: FileToSend;
  readonly answer: CsvAnswer;
}

export type CsvState =
  | { readonly step: 'choose'; readonly problem: RefusalData | undefined }
  | { readonly step: 'reading'; readonly fileName: string }
  /** What an import would do; `busy` while other columns are tried or it is written. */
  | (Read & { readonly step: 'trial'; readonly busy: boolean })
  | (Read & { readonly step: 'done' });

export interface CsvImport {
  readonly state: CsvState;
  readonly read: (kind: CsvKind, file: File) => Promise<void>;
  readonly remap: (mapping: CsvMapping) => Promise<void>;
  readonly write: () => Promise<void>;
  readonly restart: () => void;
}

/** The station takes 64 MB a file; a larger one is refused before it is sent. */
const MAX_BYTES = 64 * 1024 * 1024;

const choose = (problem?: RefusalData): CsvState => ({ step: 'choose', problem });

/** A CSV from the choice to the written rows: tried first, as often as columns are changed, then written. */
export function useCsvImport(): CsvImport {
  const { client } = useBridge();
  const [state, setState] = useState<CsvState>(choose);
  /** Answers of an earlier trial that come late are dropped. */
  const latest = useRef(0);

  const ask = useCallback(
    async (kind: CsvKind, file: FileToSend, mapping: CsvMapping | null, dryRun: boolean): Promise<void> => {
      latest.current += 1;
      const mine = latest.current;
      const next = await send(client(), kind, file, mapping, dryRun).then(
        (answer): CsvState => (dryRun ? { step: 'trial', kind, file, answer, busy: false } : { step: 'done', kind, file, answer }),
        (error: unknown): CsvState => choose(refusalOf(error) ?? { code: '', message: message('stockScreen.import.failed'), where: file.name, hint: message('stockScreen.import.failed.next') }),
      );
      if (mine === latest.current) setState(next);
    },
    [client],
  );

  const read = useCallback(
    async (kind: CsvKind, file: File): Promise<void> => {
      if (file.size > MAX_BYTES) {
        setState(choose({ code: '', message: message('stockScreen.import.tooLarge'), where: file.name, hint: message('stockScreen.import.tooLarge.next') }));
        return;
      }
      setState({ step: 'reading', fileName: file.name });
      await ask(kind, await fileToSend(file), null, true);
    },
    [ask],
  );
  const remap = useCallback(
    async (mapping: CsvMapping): Promise<void> => {
      if (state.step !== 'trial') return;
      setState({ ...state, answer: { ...state.answer, mapping }, busy: true });
      await ask(state.kind, state.file, mapping, true);
    },
    [ask, state],
  );
  const write = useCallback(async (): Promise<void> => {
    if (state.step !== 'trial') return;
    setState({ ...state, busy: true });
    await ask(state.kind, state.file, state.answer.mapping, false);
  }, [ask, state]);
  const restart = useCallback(() => setState(choose()), []);
  return { state, read, remap, write, restart };
}

const send = (client: StationClient, kind: CsvKind, { name, base64 }: FileToSend, mapping: CsvMapping | null, dryRun: boolean): Promise<CsvAnswer> =>
  kind === 'products' ? client.stock.importProducts({ name, base64, mapping, dryRun }) : client.stock.importStock({ name, base64, mapping, dryRun });

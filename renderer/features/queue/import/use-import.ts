import { useCallback, useRef, useState } from 'react';
import type { ImportAnswer } from '../../../../shared/contracts/api.ts';
import { message, type Message } from '../../../../shared/messages/say.ts';
import { fileToSend } from '../../../app/files.ts';
import { useBridge } from '../../../app/station.tsx';
import { refusalOf } from '../../../bridge.ts';

export type ImportedFile = ImportAnswer['files'][number];

export interface Imports {
  readonly files: readonly ImportedFile[];
  /** How far a running import is; undefined when none runs. */
  readonly running: { readonly file: string; readonly done: number; readonly total: number } | undefined;
  readonly start: (files: readonly File[]) => Promise<void>;
  /** Stops after the file that is being read; what was taken in stays. */
  readonly stop: () => void;
  readonly clear: () => void;
}

/** The station takes 64 MB a file; a larger one is refused before it is sent. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Hands files to the station one by one, so that long imports show how far they are and can be stopped. */
export function useImport(): Imports {
  const { client } = useBridge();
  const [files, setFiles] = useState<readonly ImportedFile[]>([]);
  const [running, setRunning] = useState<Imports['running']>();
  const going = useRef<AbortController>(undefined);

  const start = useCallback(
    async (chosen: readonly File[]): Promise<void> => {
      const { signal } = (going.current = new AbortController());
      setFiles([]);
      for (const [index, file] of chosen.entries()) {
        if (signal.aborted) break;
        setRunning({ file: file.name, done: index, total: chosen.length });
        const read = await importOne(client, file);
        setFiles((before) => [...before, ...read]);
      }
      setRunning(undefined);
    },
    [client],
  );
  const stop = useCallback(() => going.current?.abort(), []);
  const clear = useCallback(() => setFiles([]), []);
  return { files, running, start, stop, clear };
}

async function importOne(client: ReturnType<typeof useBridge>['client'], file: File): Promise<readonly ImportedFile[]> {
  if (file.size > MAX_BYTES) return [failed(file.name, message('queueScreen.import.tooLarge'), file.name)];
  try {
    const { files } = await client().documents.import({ files: [await fileToSend(file)], via: 'screen' });
    return files;
  } catch (error) {
    const refusal = refusalOf(error);
    return [failed(file.name, refusal?.message ?? message('queueScreen.import.lost'), refusal?.where ?? file.name)];
  }
}

const failed = (file: string, words: Message, where: string): ImportedFile => ({ file, format: '', orders: [], error: { message: words, where } });

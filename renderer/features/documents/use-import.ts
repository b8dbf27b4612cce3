import { useCallback, useState } from 'react';
import type { ImportAnswer } from '../../../shared/contracts/api.ts';
import { fileToSend } from '../../app/files.ts';
import { useCommand } from '../../app/station.tsx';

export interface Import {
  /** Files being read now; 0 when none. */
  readonly reading: number;
  readonly answer: ImportAnswer | undefined;
  readonly start: (files: readonly File[]) => Promise<void>;
  readonly forget: () => void;
}

/** Sends files to the station, which reads each order as a whole or not at all, and keeps what it said until it is put away. */
export function useImport(): Import {
  const { run } = useCommand();
  const [reading, setReading] = useState(0);
  const [answer, setAnswer] = useState<ImportAnswer>();
  const start = useCallback(
    async (files: readonly File[]): Promise<void> => {
      setReading(files.length);
      await run(async (client) => {
        setAnswer(await client.documents.import({ files: await Promise.all(files.map(fileToSend)), via: 'screen' }));
      });
      setReading(0);
    },
    [run],
  );
  const forget = useCallback(() => setAnswer(undefined), []);
  return { reading, answer, start, forget };
}

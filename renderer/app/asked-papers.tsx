import { useEffect } from 'react';
import { create } from 'zustand';
import type { PrintAnswer } from '../../shared/contracts/api.ts';
import type { StationClient } from '../bridge.ts';
import { useCommand } from './station.tsx';
import { usePrint } from './use-print.ts';

export type AskForPaper = (client: StationClient) => Promise<PrintAnswer>;

const useAsked = create<{ readonly asked: readonly AskForPaper[] }>(() => ({ asked: [] }));

/** A scan asked for a paper. Scans come faster than screens are drawn: every one of them is kept until it was asked for. */
export const askForPaper = (ask: AskForPaper): void => useAsked.setState(({ asked }) => ({ asked: [...asked, ask] }));

/** Asks the station for what scans asked for, in their order, and tells what became of it. */
export function AskedPapers() {
  const asked = useAsked((state) => state.asked);
  const { run } = useCommand();
  const print = usePrint();
  useEffect(() => {
    if (asked.length === 0) return;
    useAsked.setState({ asked: [] });
    for (const ask of asked) void run(async (client) => print(await ask(client)));
  }, [asked, run, print]);
  return null;
}

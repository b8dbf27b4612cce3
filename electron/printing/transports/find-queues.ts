import { askIpp, groupsOf, IppError, wordsOf } from './ipp-client.ts';

export interface FoundQueue {
  readonly name: string;
  readonly url: string;
}

/** Where CUPS listens on the machine itself. */
const HERE = 'http://localhost:631/';

/** The queues of this machine's print server; none where it has none. */
export async function findQueues(signal: AbortSignal, server: string = HERE): Promise<readonly FoundQueue[]> {
  try {
    const answer = await askIpp(server, { operation: 'CUPS-Get-Printers', about: { 'requested-attributes': ['printer-name', 'printer-info'] } }, signal);
    return groupsOf(answer['printer-attributes-tag']).flatMap((printer) => {
      const [queue] = wordsOf(printer['printer-name']);
      return queue === undefined ? [] : [{ name: wordsOf(printer['printer-info'])[0] || queue, url: `${server}printers/${encodeURIComponent(queue)}` }];
    });
  } catch (error) {
    if (error instanceof IppError) return [];
    throw error;
  }
}

import type { DesktopPrinting, PaperOutcome, SystemPaper, SystemPrinter } from '../../shared/contracts/desktop-printing.ts';
import type { FromStation, ToStation } from './entry-contract.ts';

type Answer = Extract<ToStation, { readonly type: 'printers' | 'outcome' | 'withdrawn' }>;

/** The desktop's printing as the station reaches it: by messages to the main process, which answers each with its number. */
export class ParentPrinting implements DesktopPrinting {
  readonly #post: (message: FromStation) => void;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #request = 0;

  constructor(post: (message: FromStation) => void) {
    this.#post = post;
  }

  printers = async (): Promise<readonly SystemPrinter[]> => {
    const answer = await this.#ask((request) => ({ type: 'list-printers', request }));
    return answer.type === 'printers' ? answer.printers : [];
  };

  print = async (paper: SystemPaper): Promise<PaperOutcome> => {
    const answer = await this.#ask((request) => ({ type: 'print', request, paper }));
    return (answer.type === 'outcome' ? answer.outcome : null) ?? { kind: 'doubt', why: 'silent', reason: '' };
  };

  withdraw = async (jobId: string): Promise<boolean> => {
    const answer = await this.#ask((request) => ({ type: 'withdraw', request, jobId }));
    return answer.type === 'withdrawn' && answer.withdrawn;
  };

  outcome = async (jobId: string): Promise<PaperOutcome | null> => {
    const answer = await this.#ask((request) => ({ type: 'ask-outcome', request, jobId }));
    return answer.type === 'outcome' ? answer.outcome : null;
  };

  answer(answer: Answer): void {
    this.#waiting.get(answer.request)?.(answer);
    this.#waiting.delete(answer.request);
  }

  #ask(message: (request: number) => FromStation): Promise<Answer> {
    this.#request += 1;
    const request = this.#request;
    return new Promise((resolve) => {
      this.#waiting.set(request, resolve);
      this.#post(message(request));
    });
  }
}

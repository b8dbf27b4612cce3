import type { FromStation } from '../entry-contract.ts';
import type { Sealer } from './secrets.ts';

/** Asks the desktop's main process, which alone may use the system's safe place. */
export class ParentSealer implements Sealer {
  readonly #post: (message: FromStation) => void;
  readonly #waiting = new Map<number, (value: string | null) => void>();
  #request = 0;

  constructor(post: (message: FromStation) => void) {
    this.#post = post;
  }

  seal(text: string): Promise<string | null> {
    return this.#ask((request) => ({ type: 'seal', request, text }));
  }

  unseal(sealed: string): Promise<string | null> {
    return this.#ask((request) => ({ type: 'unseal', request, sealed }));
  }

  answer(request: number, value: string | null): void {
    this.#waiting.get(request)?.(value);
    this.#waiting.delete(request);
  }

  #ask(message: (request: number) => FromStation): Promise<string | null> {
    this.#request += 1;
    const request = this.#request;
    return new Promise((resolve) => {
      this.#waiting.set(request, resolve);
      this.#post(message(request));
    });
  }
}

import { expect } from '@playwright/test';
import type { CDPSession, Locator, Page } from '@playwright/test';

/** A keyboard scanner sends a key every 1 to 16 ms. */
const MS_PER_KEY = 5;

const names: Readonly<Record<string, string>> = { ':': 'Semicolon', '-': 'Minus', '.': 'Period', '/': 'Slash', ' ': 'Space' };

interface Key {
  readonly key: string;
  readonly code: string;
  readonly text: string;
  readonly keyCode: number;
}

const ENTER: Key = { key: 'Enter', code: 'Enter', text: '\r', keyCode: 13 };

function keyOf(character: string): Key {
  const upper = character.toUpperCase();
  const code = /[A-Z]/.test(upper) ? `Key${upper}` : /\d/.test(character) ? `Digit${character}` : (names[character] ?? '');
  return { key: character, code, text: character, keyCode: upper.charCodeAt(0) };
}

/**
 * A keyboard scanner in a person's hand: each code as real key events, then Enter, through the browser's own input. Its keys carry their
 * time themselves, so that a busy machine that runs the tests slowly does not make a slow typist of it.
 */
export class Scanner {
  readonly page: Page;
  #session: Promise<CDPSession> | undefined;
  /** When its last key was pressed: one scanner reads one code at a time. */
  #busyUntil = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** What the scan bar says of the last scan. */
  get answer(): Locator {
    return this.page.getByRole('group', { name: 'Scanner' }).getByRole('status');
  }

  /** What is listened for now. */
  get bar(): Locator {
    return this.page.getByRole('group', { name: 'Scanner' });
  }

  /** Scans without waiting for the answer. `gap`: so many milliseconds in the middle of the code, as over Bluetooth. */
  async send(code: string, msPerKey = MS_PER_KEY, gap = 0): Promise<void> {
    const session = await (this.#session ??= this.page.context().newCDPSession(this.page));
    const wait = this.#busyUntil - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const started = Date.now();
    this.#busyUntil = started + (code.length + 1) * msPerKey + gap;
    // Sent in one go: the browser keeps their order.
    await Promise.all(
      [...[...code].map(keyOf), ENTER].flatMap(({ key, code: name, text, keyCode }, index) => {
        const timestamp = (started + index * msPerKey + (index < code.length / 2 ? 0 : gap)) / 1000;
        const common = { key, code: name, windowsVirtualKeyCode: keyCode, timestamp };
        return [session.send('Input.dispatchKeyEvent', { ...common, type: 'keyDown', text, unmodifiedText: text }), session.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' })];
      }),
    );
  }

  /**
   * Code after code without looking up, the fastest that several scanners at one station come to: the events are made in the page, for the
   * way there takes longer than the keys do.
   */
  async burst(codes: readonly string[], msPerCode: number): Promise<void> {
    await this.page.evaluate(
      async ({ texts, pause }) => {
        const press = (key: string, code: string): void => {
          for (const type of ['keydown', 'keyup']) (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent(type, { key, code, bubbles: true, composed: true, cancelable: true }));
        };
        for (const text of texts) {
          for (const character of text) press(character, '');
          press('Enter', 'Enter');
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      },
      { texts: codes, pause: msPerCode },
    );
  }

  /** Scans, and waits for an answer with these words. */
  async scan(code: string, words: string | RegExp, gap = 0): Promise<void> {
    await this.send(code, MS_PER_KEY, gap);
    await expect(this.answer, `answer to ${code}`).toContainText(words);
  }
}

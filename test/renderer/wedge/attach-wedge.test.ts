import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkDigit } from '../../../shared/lib/gtin.ts';
import { chromiumArguments, chromiumPath } from '../../support/chromium.ts';
import type { Heard } from './page.tsx';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('./page.tsx', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    target: 'chrome120',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  script = bundle.outputFiles[0]?.text ?? '';
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] });
}, 60_000);

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.setContent('<!doctype html><div id="root"></div>');
  await page.addScriptTag({ content: script });
  await page.waitForSelector('#button');
  return () => page.close();
});

const heard = (): Promise<Heard> => page.evaluate(() => window.heard);
const scansHeard = (count: number): Promise<unknown> => page.waitForFunction((wanted) => window.heard.scans.length >= wanted, count);

/** The pace of a quick scanner. */
const SECONDS_A_KEY = 0.001;

/**
 * Real key events through the browser's input pipe, in order, each sent without waiting for the one before, pressed at the pace
 * of a scanner however this machine hands them on. Resolves when the last was handled. `Control+x` presses x with Control held.
 */
async function pressAtOnce(keys: readonly string[]): Promise<void> {
  const pipe = await page.context().newCDPSession(page);
  const sent: Promise<unknown>[] = [];
  const pressed = Date.now() / 1000;
  for (const [index, name] of keys.entries()) {
    const control = name.startsWith('Control+');
    const key = control ? name.slice('Control+'.length) : name;
    const text = control ? undefined : key === 'Enter' ? '\r' : key;
    const event = { key, code: codeOf(key), timestamp: pressed + index * SECONDS_A_KEY, modifiers: control ? 2 : 0, windowsVirtualKeyCode: key === 'Enter' ? 13 : key.toUpperCase().charCodeAt(0) };
    sent.push(pipe.send('Input.dispatchKeyEvent', text === undefined ? { type: 'rawKeyDown', ...event } : { type: 'keyDown', text, ...event }));
    sent.push(pipe.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }));
  }
  await Promise.all(sent);
  await pipe.detach();
}

function codeOf(key: string): string {
  if (/^\d$/.test(key)) return `Digit${key}`;
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  return key === ' ' ? 'Space' : key === ']' ? 'BracketRight' : key;
}

const letters = (text: string): readonly string[] => Array.from(text);

const scan = (...codes: readonly string[]): Promise<void> => pressAtOnce(codes.flatMap((code) => [...letters(code), 'Enter']));

const gtin13 = (serial: number): string => {
  const body = `9506000${String(serial).padStart(5, '0')}`;
  return `${body}${checkDigit(body)}`;
};

describe('the wedge in a real browser', () => {
  it.each(['#button', '#controlled', '#plain', '#number', '#area', '#select', 'body'])(
    '50 scans in about a second with focus on %s all arrive in order and change nothing',
    async (focus) => {
      if (focus !== 'body') await page.focus(focus);
      const before = await contents();
      const codes = Array.from({ length: 50 }, (_, index) => gtin13(index));
      await scan(...codes);
      await scansHeard(50);
      const { scans, clicks, submits, incomplete } = await heard();
      expect(scans).toEqual(codes);
      expect({ clicks, submits, incomplete }).toEqual({ clicks: 0, submits: 0, incomplete: [] });
      expect(await contents()).toEqual(before);
      expect(await page.evaluate(() => document.activeElement?.id ?? '')).toBe(focus.startsWith('#') ? focus.slice(1) : '');
    },
    20_000,
  );

  it('puts cursor and selection of a field back, and React knows', async () => {
    await page.focus('#controlled');
    await page.keyboard.type('grinder', { delay: 70 });
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#controlled');
      field?.setSelectionRange(2, 5);
    });
    await scan(gtin13(1));
    await scansHeard(1);
    expect(await page.textContent('#mirror')).toBe('grinder');
    expect(await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#controlled');
      return [field?.value, field?.selectionStart, field?.selectionEnd];
    })).toEqual(['grinder', 2, 5]);
    // So soon after a scan the key is taken for the next one's first, and given back after a moment.
    await page.keyboard.press('X');
    await page.waitForFunction(() => document.querySelector('#mirror')?.textContent === 'grXer');
    expect((await heard()).scans).toHaveLength(1);
  });

  it('takes keys pressed in quick succession for one code, however late each of them comes here', async () => {
    const pipe = await page.context().newCDPSession(page);
    const pressed = Date.now() / 1000;
    for (const [index, key] of [...letters('HD:PO:7HGRINDR:1'), 'Enter'].entries()) {
      const text = key === 'Enter' ? '\r' : key;
      await pipe.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code: codeOf(key), text, timestamp: pressed + index * 0.005 });
      // A busy machine hands them on so slowly.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await scansHeard(1);
    expect(await heard()).toMatchObject({ scans: ['HD:PO:7HGRINDR:1'], incomplete: [] });
  });

  it('leaves a person’s typing, Tab, Enter, Space and shortcuts alone', async () => {
    await page.focus('#controlled');
    await page.keyboard.type('600 each', { delay: 70 });
    expect(await page.textContent('#mirror')).toBe('600 each');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Backspace', { delay: 60 });
    expect(await page.textContent('#mirror')).toBe('');
    await page.keyboard.press('Shift+Tab', { delay: 60 });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('button');
    await page.keyboard.press('Enter', { delay: 60 });
    await page.keyboard.press(' ', { delay: 60 });
    await page.keyboard.press('Tab', { delay: 60 });
    await page.keyboard.press('Enter', { delay: 60 });
    const { clicks, submits, scans } = await heard();
    // Enter in a field of the form submits it: that, too, is the person's.
    expect({ clicks, submits, scans }).toEqual({ clicks: 2, submits: 0, scans: [] });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('controlled');
  });

  it('gives rolled keys back to the field', async () => {
    await page.focus('#controlled');
    await pressAtOnce(letters('the'));
    await page.waitForFunction(() => document.querySelector('#mirror')?.textContent === 'the');
    expect((await heard()).scans).toEqual([]);
  });

  it('sees GS as Ctrl+] and codes with blanks, and no blank presses the button', async () => {
    await page.focus('#button');
    const keys = [...letters(']C1010950600013435210AB'), 'Control+]', ...letters('17271231'), 'Enter', ...letters('A B C D'), 'Enter'];
    await pressAtOnce(keys);
    await scansHeard(2);
    const { scans, clicks } = await heard();
    expect(scans).toEqual([']C1010950600013435210AB\u001d17271231', 'A B C D']);
    expect(clicks).toBe(0);
  });

  it('holds the beginning of a code, and shows it as an error when the rest never comes', async () => {
    await page.focus('#plain');
    await pressAtOnce(letters(']C10109506'));
    await page.waitForFunction(() => window.heard.incomplete.length === 1);
    const { held, incomplete, scans } = await heard();
    expect({ held, incomplete, scans }).toEqual({ held: [']C10109506'], incomplete: [']C10109506'], scans: [] });
    expect(await page.inputValue('#plain')).toBe('keep me');
  });

  it('other listeners on the window see at most the first two keys of a scan, and no Enter', async () => {
    await page.focus('#plain');
    await scan(gtin13(7));
    await scansHeard(1);
    const { keydowns } = await heard();
    expect(keydowns.length).toBeLessThanOrEqual(2);
    expect(keydowns).not.toContain('Enter');
  });
});

async function contents(): Promise<unknown> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('input, textarea, select, output')].map(({ value }) => value));
}

import { describe, expect, it } from 'vitest';
import { stoppedPage } from '../../electron/main/stopped-page.ts';

describe('the screen of a stopped station', () => {
  it('says why in the words of the station, as text', () => {
    const page = stoppedPage('en', 'The data folder <b>is</b> in use & locked.');
    expect(page).toContain('The data folder &#60;b&#62;is&#60;/b&#62; in use &#38; locked.');
  });

  it.each(['en', 'es'] as const)('needs nothing that the content security policy refuses (%s)', (locale) => {
    const page = stoppedPage(locale, undefined);
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/);
    expect(page).toContain(`lang="${locale}"`);
    expect(page).toContain('href="/"');
  });
});

import { say } from '../../shared/messages/say.ts';
import type { Locale } from '../../shared/messages/define.ts';

export const STOPPED_PATH = '/stopped';
export const STOPPED_STYLE_PATH = '/stopped.css';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);

/** The screen for a station that does not run: it cannot come from the station, and has no script to go wrong. */
export function stoppedPage(locale: Locale, reason: string | undefined): string {
  const paragraphs = [reason ?? say(locale, 'desktop.stopped.crashed'), say(locale, 'desktop.stopped.safe'), say(locale, 'desktop.stopped.help')];
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(say(locale, 'desktop.stopped.title'))}</title>
<link rel="stylesheet" href="${STOPPED_STYLE_PATH}">
<main role="alert">
<h1>${escape(say(locale, 'desktop.stopped.title'))}</h1>
${paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n')}
<a href="/">${escape(say(locale, 'desktop.stopped.again'))}</a>
</main>
</html>
`;
}

export const stoppedStyle = `:root { color-scheme: light dark; font: 20px/1.5 system-ui, sans-serif; }
body { display: grid; min-height: 100vh; margin: 0; place-items: center; }
main { max-width: 32rem; padding: 2rem; border-inline-start: 8px solid #c62828; }
h1 { margin: 0 0 1rem; font-size: 1.6rem; }
a { display: inline-block; margin-top: 1rem; padding: .75rem 1.5rem; border-radius: 6px; background: #1557b0; color: #fff; font-weight: 600; text-decoration: none; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
`;

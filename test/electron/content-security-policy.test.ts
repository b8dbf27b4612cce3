import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, pageHeaders, workstationHeaders } from '../../shared/lib/content-security-policy.ts';

const root = resolve(import.meta.dirname, '../..');
const directives = new Map(contentSecurityPolicy.split('; ').map((text) => {
  const [name = '', ...values] = text.split(' ');
  return [name, values] as const;
}));

describe('the content security policy', () => {
  it('denies what it does not name', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
  });

  it('runs only our own scripts', () => {
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
    expect([...directives].filter(([, values]) => values.includes('data:')).map(([name]) => name)).toEqual(['img-src']);
  });

  it.each(['base-uri', 'form-action', 'frame-ancestors'])('closes %s, which default-src does not cover', (name) => {
    expect(directives.get(name)).toEqual(["'none'"]);
  });

  it('allows the one stylesheet that react-aria writes, as the installed version writes it', () => {
    const library = readFileSync(join(root, 'node_modules/react-aria/dist/private/interactions/usePress.mjs'), 'utf8');
    const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(library)?.[1] ?? '';
    const template = /style\.textContent = `([^`]+)`\.trim\(\)/.exec(library)?.[1] ?? '';
    const text = template.replace(/\$\{[^}]+\}/, attribute).trim();
    const hash = createHash('sha256').update(text).digest('base64');
    expect(directives.get('style-src')).toEqual(["'self'", `'sha256-${hash}'`]);
  });

  it('is met by the page: nothing inline', () => {
    const page = join(root, 'renderer/index.html');
    const html = existsSync(page) ? readFileSync(page, 'utf8') : '';
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
  });
});

describe('what a browser may lend a page', () => {
  const camera = (headers: Readonly<Record<string, string>>): string | undefined => /camera=\([^)]*\)/.exec(headers['permissions-policy'] ?? '')?.[0];

  it('is the camera, on the workstation’s own page only', () => {
    expect(camera(workstationHeaders)).toBe('camera=(self)');
    expect(camera(pageHeaders)).toBe('camera=()');
    for (const headers of [pageHeaders, workstationHeaders]) expect(headers['permissions-policy']).toContain('microphone=(), geolocation=()');
  });
});

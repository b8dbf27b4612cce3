import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');

type Theme = 'light' | 'dark' | 'contrast';
const themes: readonly Theme[] = ['light', 'dark', 'contrast'];

/** The declarations of the block that a selector opens. */
function block(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]));
}

const base = block(':root');
const contrastBlock = block(":root[data-theme='contrast']");

function colour(theme: Theme, name: string): string {
  const value = base.get(name) ?? '';
  const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
  const found = theme === 'contrast' ? contrastBlock.get(name) : theme === 'light' ? pair?.[1] : pair?.[2];
  if (found === undefined || !/^#[0-9a-f]{6}$/.test(found)) throw new Error(`--${name} has no ${theme} colour: ${found ?? value}`);
  return found;
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function ratio(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((left, right) => right - left);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

const surfaces = ['canvas', 'surface', 'sunken'];
const tones = ['accent', 'hot', 'warn', 'bad', 'good', 'offline'];

/** Text on its ground: 4.5 to 1. */
const text: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2'].flatMap((ink) => [...surfaces, ...tones.map((tone) => `${tone}-soft`)].map((ground) => [ink, ground] as const)),
  ...tones.flatMap((tone) => ['canvas', 'surface', `${tone}-soft`].map((ground) => [tone, ground] as const)),
  // Clocks inside the top bar's hot count.
  ['bad', 'hot-soft'],
  ['warn', 'hot-soft'],
  // Marks on a selected or hovered row.
  ...['hot', 'warn', 'bad', 'good'].flatMap((tone) => ['accent-soft', 'sunken'].map((ground) => [tone, ground] as const)),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-hot', 'hot-fill'],
  ['on-bad', 'bad-fill'],
  ['on-bad', 'bad-fill-strong'],
  ...['accepted', 'wrong', 'duplicate', 'done', 'info', 'waits'].map((outcome) => ['on-scan', `scan-${outcome}`] as const),
  // Counts on the rail, tooltips.
  ['canvas', 'ink'],
];

/** Borders of controls, icons, focus, and amounts against what they stand on: 3 to 1. */
const graphics: readonly (readonly [string, string])[] = [
  ...surfaces.flatMap((ground) => [['field-line', ground] as const, ['focus', ground] as const]),
  ['focus', 'accent-soft'],
  ['hot-line', 'surface'],
  ['step-packed', 'track'],
  ['step-shipped', 'track'],
  ['stock-free', 'track'],
  ['short', 'surface'],
  ['carton-edge', 'carton-top'],
];

describe.each(themes)('the %s theme', (theme) => {
  it.each(text)('--%s is readable on --%s', (ink, ground) => {
    expect(ratio(colour(theme, ink), colour(theme, ground))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(graphics)('--%s is visible against --%s', (mark, ground) => {
    expect(ratio(colour(theme, mark), colour(theme, ground))).toBeGreaterThanOrEqual(3);
  });
});

it('the contrast theme reads at 7 to 1', () => {
  for (const ink of ['ink', 'ink-2', ...tones]) expect(ratio(colour('contrast', ink), colour('contrast', 'surface')), ink).toBeGreaterThanOrEqual(7);
});

it('every colour with a light and a dark side has one for contrast', () => {
  const missing = [...base].filter(([, value]) => value.startsWith('light-dark(')).filter(([name]) => !contrastBlock.has(name));
  expect(missing.map(([name]) => name)).toEqual([]);
});

it('nothing but hot is orange', () => {
  const orange = (hex: string): boolean => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    const spread = Math.max(red, green, blue) - Math.min(red, green, blue);
    const hue = spread === 0 || Math.max(red, green, blue) !== red ? -1 : (60 * (green - blue)) / spread;
    return spread > 90 && hue >= 14 && hue <= 33;
  };
  for (const theme of themes) {
    const others = [...base.keys()].filter((name) => base.get(name)?.startsWith('light-dark(#') && !name.includes('hot'));
    expect(others.filter((name) => orange(colour(theme, name)))).toEqual([]);
    expect(orange(colour(theme, 'hot-fill'))).toBe(true);
  }
});

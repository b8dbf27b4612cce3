import { inflateSync } from 'node:zlib';

/** What a PDF written with subset fonts says, page after page: every text run through its font's own map back to characters. */
export function textOfPdf(bytes: Buffer): string {
  const objects = new Map<number, string>();
  const source = bytes.toString('latin1');
  for (const [, id, body] of source.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)) objects.set(Number(id), body ?? '');
  const streamOf = (body: string): string => {
    const data = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)?.[1] ?? '';
    return /\/FlateDecode/.test(body) ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
  };
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const body of objects.values()) {
    const resources = /\/Font\s*<<([\s\S]*?)>>/.exec(body)?.[1] ?? '';
    for (const [, name, font] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(font)) ?? '')?.[1];
      if (name !== undefined && map !== undefined) fonts.set(name, charactersOf(streamOf(objects.get(Number(map)) ?? '')));
    }
  }
  return [...objects.values()]
    .filter((body) => /\/Contents \d+ 0 R/.test(body))
    .map((page) => pageText(streamOf(objects.get(Number(/\/Contents (\d+) 0 R/.exec(page)?.[1])) ?? ''), fonts))
    .join('\f');
}

/** Glyph number in hex, as text runs have it, to characters. */
function charactersOf(map: string): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  const text = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, first = '', , list] of map.matchAll(/<([0-9a-f]{4})>\s*<([0-9a-f]{4})>\s*\[([^\]]*)\]/gi)) {
    [...(list ?? '').matchAll(/<([0-9a-f]*)>/gi)].forEach(([, hex = ''], index) => characters.set((Number.parseInt(first, 16) + index).toString(16).padStart(4, '0'), text(hex)));
  }
  return characters;
}

function pageText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined;
  const lines: string[] = [];
  for (const [, name, run] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name);
    else lines.push([...(run ?? '').matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []).map((glyph) => font?.get(glyph.toLowerCase()) ?? '').join(''));
  }
  return lines.join('\n');
}

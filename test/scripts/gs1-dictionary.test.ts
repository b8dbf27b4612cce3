import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.ts';
import { readCodeLists, writeTable } from '../../scripts/lib/gs1-dictionary.ts';
import { everyIdentifier } from '../../shared/lib/barcode/application-identifiers.ts';
import { GS1_RELEASE } from '../../shared/lib/barcode/gs1-table.ts';
import { measureStems } from '../../shared/lib/barcode/measures.ts';

const read = (path: string): string => readFileSync(inRoot(path), 'utf8');
const dictionary = read('scripts/gs1/gs1-syntax-dictionary.txt');
const codeLists = read('scripts/gs1/code-lists.txt');
const head = dictionary.slice(0, dictionary.indexOf('\n00 '));

describe('the GS1 table', () => {
  it('is what the committed dictionary says', () => {
    expect(writeTable(dictionary, codeLists)).toBe(read('shared/lib/barcode/gs1-table.ts'));
    expect(read('scripts/gs1/README.md')).toContain(`release ${GS1_RELEASE}`);
  });

  it('has every AI of the dictionary', () => {
    const named = dictionary.split('\n').flatMap((line) => {
      const [, first, last = first] = /^(\d+)(?:-(\d+))?\s/.exec(line) ?? [];
      return first === undefined ? [] : Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => String(Number(first) + index).padStart(first.length, '0'));
    });
    expect(named.length).toBeGreaterThan(500);
    expect(everyIdentifier().map(({ ai }) => ai)).toEqual(named);
  });

  it('has the measures that the decoder gives names to, and no others', () => {
    const stems = new Set(everyIdentifier().filter(({ ai }) => /^3[1-6]\d\d$/.test(ai)).map(({ ai }) => ai.slice(0, 3)));
    expect([...stems].sort()).toEqual(measureStems.map(([stem]) => stem).sort());
  });

  it.each([
    ['5n  ? N6 # X', 'not an entry'],
    ['05  ? N6,newlinter # X', 'does not know N6,newlinter'],
  ])('is not written from %j, which the decoder could not follow', (line, why) => {
    expect(() => writeTable(`${head}\n${line}\n`, codeLists)).toThrow(why);
  });

  it('is not written from a dictionary without release, nor without a list of codes', () => {
    expect(() => writeTable(dictionary.replace('# Release: 2', '# Release: X'), codeLists)).toThrow('names no release');
    expect(() => writeTable(dictionary, codeLists.replace('iso4217:', 'iso0:'))).toThrow('lacks iso4217');
  });

  it('takes the code lists from tables of bits and names', () => {
    const sources: Readonly<Record<string, string>> = {
      iso3166: '0b01, 0b1000 // words 0b', iso3166alpha2: `0b1${'0'.repeat(26)}1,`, iso4217: '0b1', mediatype: '0b01',
      packagetype: 'static const char packagetypes[][4] = {\n "1A", "BX" };\n "ZZ"',
    };
    expect(readCodeLists((linter) => sources[linter] ?? '')).toBe('iso3166: 001 002\niso3166alpha2: AA BB\niso4217: 000\nmediatype: 01\npackagetype: 1A BX\n');
  });
});

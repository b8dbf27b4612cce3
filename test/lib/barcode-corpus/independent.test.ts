import bwipjs from 'bwip-js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applicationIdentifier, everyIdentifier, type ApplicationIdentifier } from '../../../shared/lib/barcode/application-identifiers.ts';
import { remarksOn } from '../../../shared/lib/barcode/associations.ts';
import { bracketed, parseBracketed } from '../../../shared/lib/barcode/element-string.ts';
import type { Element } from '../../../shared/lib/barcode/scanned-code.ts';
import { elementOf } from '../barcode/element-arbitraries.ts';

/*
 * BWIPP, the encoder inside bwip-js, checks what it is to encode by GS1's rules with a parser and linters of its own. What it takes, the
 * decoder must take, and the other way round. Coupons are left out: the decoder does not look into their offers. So are the
 * currencies by which its list is older.
 */

const COUPONS = ['8110', '8112'];
const identifiers = everyIdentifier().filter(({ ai }) => !COUPONS.includes(ai));

type Verdict = 'right' | 'refused' | 'association';

function verdictOfBwipp(text: string): Verdict {
  try {
    bwipjs.raw({ bcid: 'gs1datamatrix', text });
    return 'right';
  } catch (error) {
    return /GS1(?:missingAIs|exclusiveAIs)/.test(String(error)) ? 'association' : 'refused';
  }
}

function ourVerdict(text: string): Verdict {
  const read = parseBracketed(text);
  if (!read.ok) return 'refused';
  return remarksOn(read.elements).length > 0 ? 'association' : 'right';
}

const known = (ai: string): ApplicationIdentifier => {
  const found = applicationIdentifier(ai.replaceAll('n', '0'));
  if (!found) throw new Error(`no AI ${ai}`);
  return found;
};

/** The AI with all that must be on the label with it, by the `choice`th of the ways. */
function withNeeded(one: ApplicationIdentifier, choice: number): readonly ApplicationIdentifier[] {
  const label = new Map<string, ApplicationIdentifier>();
  const add = (next: ApplicationIdentifier): void => {
    if (label.has(next.ai)) return;
    label.set(next.ai, next);
    for (const groups of next.needs) for (const ai of groups[choice % groups.length] ?? []) add(known(ai));
  };
  add(one);
  return [...label.values()];
}

const whole = fc.constantFrom(...identifiers).chain((one) => fc.nat(20).chain((choice) => fc.tuple(...withNeeded(one, choice).map(elementOf))));
const alone = fc.constantFrom(...identifiers).chain((one) => fc.tuple(elementOf(one)));

/** BWIPP looks at the first two digits of a company prefix, GS1 wants four: those are left whole. */
const prefixLength = ({ ai }: Element): number => (known(ai).parts.some(({ set, checks }) => set !== 'N' && checks.includes('gcppos1')) ? 4 : 0);

/** One character of one value exchanged, added or taken away. */
const damaged = fc.tuple(whole, fc.nat(), fc.nat(), fc.constantFrom('0', '9', 'A', 'a', '-', '%', '~', '')).map(([list, which, place, character]): readonly Element[] =>
  list.map((element, index) => {
    if (index !== which % list.length) return element;
    const kept = prefixLength(element);
    const at = kept + (place % (element.value.length + 1 - kept));
    return { ...element, value: `${element.value.slice(0, at)}${character}${element.value.slice(at + 1)}` };
  }),
);

it('an independent GS1 parser takes and refuses the same labels', () => {
  const seen = new Map<Verdict, number>();
  const labels = fc.oneof({ weight: 2, arbitrary: whole }, { weight: 1, arbitrary: alone }, { weight: 2, arbitrary: damaged });
  fc.assert(
    fc.property(labels, (list) => {
      const text = bracketed(list);
      fc.pre(!/\(39[13]\d\)(?:179|191|694|924|926|932)/.test(text));
      const verdict = verdictOfBwipp(text);
      seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
      expect({ text, verdict: ourVerdict(text) }).toEqual({ text, verdict });
    }),
    { numRuns: 600 },
  );
  expect([...seen.values()].every((count) => count > 60)).toBe(true);
  expect(seen.size).toBe(3);
});

import { describe, expect, it } from 'vitest';
import { everyIdentifier } from '../../../shared/lib/barcode/application-identifiers.ts';
import { checkPair } from '../../../shared/lib/barcode/check-characters.ts';
import type { PartCheck } from '../../../shared/lib/barcode/dictionary-entry.ts';
import { failing } from '../../../shared/lib/barcode/part-checks.ts';

/** Good and bad values by the name of the check; the bad ones with the reason and what was wanted. */
const cases: Readonly<Record<PartCheck, { readonly good: readonly string[]; readonly bad: Readonly<Record<string, readonly string[]>> }>> = {
  csum: { good: ['09506000134352'], bad: { 'check-digit': ['09506000134353'] } },
  // The example of General Specifications 3.9.9 and 7.9.5.
  csumalpha: { good: ['1987654Ad4X4bL5ttr2310c2K'], bad: { 'check-characters': ['1987654Ad4X4bL5ttr2310c2L', '1987654Ad4X4bL5ttr2310cK2'], incomplete: ['1'] } },
  gcppos1: { good: ['0950600', '0950', '0950-1'], bad: { 'bad-value companyPrefix': ['095A', '-0950', '09-', 'A'], incomplete: ['095', ''] } },
  gcppos2: { good: ['10950600', '10950', 'A0950'], bad: { 'bad-value companyPrefix': ['1095A', '1A'], incomplete: ['1095', '1'] } },
  hasnondigit: { good: ['1A', '1-'], bad: { 'bad-value letter': ['12'] } },
  hh: { good: ['00', '23'], bad: { 'bad-time': ['24'] } },
  hhmi: { good: ['0000', '2359'], bad: { 'bad-time': ['2400', '1260'] } },
  mi: { good: ['00', '59'], bad: { 'bad-time': ['60'] } },
  ss: { good: ['00', '59'], bad: { 'bad-time': ['60'] } },
  yymmd0: { good: ['270200', '280229', '271231'], bad: { 'bad-date': ['270230', '271300', '270431', '260229'] } },
  yymmdd: { good: ['280229', '271231'], bad: { 'bad-date': ['270200', '270230'] } },
  yyyymmdd: { good: ['20280229', '19991231'], bad: { 'bad-date': ['20270229', '20271301', '20270100'] } },
  hyphen: { good: ['-'], bad: { 'bad-value listed': ['+', '0'] } },
  zero: { good: ['0', '00'], bad: { 'bad-value listed': ['1', '01'] } },
  nonzero: { good: ['0001', '10'], bad: { 'bad-value number': ['0000'] } },
  nozeroprefix: { good: ['10', '9'], bad: { 'bad-value number': ['01', '0'] } },
  iso3166: { good: ['840', '724'], bad: { 'bad-value country': ['000', '999'] } },
  iso3166999: { good: ['840', '999'], bad: { 'bad-value country': ['000'] } },
  iso3166alpha2: { good: ['US', 'ES'], bad: { 'bad-value country': ['XX', 'us'] } },
  iso4217: { good: ['840', '978'], bad: { 'bad-value currency': ['000', '191'] } },
  iso5218: { good: ['0', '1', '2', '9'], bad: { 'bad-value listed': ['3'] } },
  yesno: { good: ['0', '1'], bad: { 'bad-value listed': ['2'] } },
  winding: { good: ['0', '1', '9'], bad: { 'bad-value listed': ['2'] } },
  mediatype: { good: ['01', '80'], bad: { 'bad-value listed': ['00', '11'] } },
  packagetype: { good: ['PX', '201'], bad: { 'bad-value package': ['ZZZZ', 'px'] } },
  importeridx: { good: ['-', '_', '0', 'z'], bad: { 'bad-value listed': ['/', '+'] } },
  // Examples of the IBAN registry.
  iban: {
    good: ['GB29NWBK60161331926819', 'DE89370400440532013000'],
    bad: { 'bad-value account': ['GB29NWBK60161331926818', 'XX29NWBK60161331926819', 'GB29', '29GBNWBK60161331926819'] },
  },
  latitude: { good: ['0000000000', '1800000000'], bad: { 'bad-value place': ['1800000001'] } },
  longitude: { good: ['3600000000'], bad: { 'bad-value place': ['3600000001'] } },
  pieceoftotal: { good: ['0102', '0202'], bad: { 'bad-value piece': ['0302', '0002', '0100', '0000'] } },
  posinseqslash: { good: ['1/2', '2/2'], bad: { 'bad-value piece': ['3/2', '0/2', '1/0', '12', '/12', '1//'] } },
  pcenc: { good: ['Gr%C3%BCn', 'a', '%20'], bad: { 'bad-value encoding': ['100%', '%2', '%G0'] } },
};

describe.each(Object.entries(cases))('%s', (name, { good, bad }) => {
  const check = name as PartCheck;
  it.each(good)('%s is right', (text) => {
    expect(failing(check, '99', text)).toBeUndefined();
  });
  it.each(Object.entries(bad).flatMap(([why, texts]) => texts.map((text) => [text, why])))('%j is refused: %s', (text, why) => {
    const fault = failing(check, '99', text);
    expect([fault?.reason, fault?.params['wanted']].filter((word) => word !== undefined).join(' ')).toBe(why);
    expect(fault?.params['ai']).toBe('99');
  });
});

it('every check is of some AI', () => {
  const used = new Set(everyIdentifier().flatMap(({ parts }) => parts.flatMap(({ checks }) => checks)));
  expect([...used].sort()).toEqual(Object.keys(cases).sort());
});

it('the check pair of nothing is the one of zero', () => {
  expect(checkPair('')).toBe('22');
});

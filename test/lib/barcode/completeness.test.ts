import { describe, expect, it } from 'vitest';
import { holdUntilComplete } from '../../../shared/lib/barcode/completeness.ts';

const GS = '\u001d';
const sscc = '006141411234567890';

describe('holdUntilComplete', () => {
  it.each([
    '96385074', '614141000036', '9506000134352', '09506000134352', sscc, `00${sscc}`, `]C100${sscc}`, '0109506000134352',
    ']E09506000134352', ']E496385074', `]d20109506000134352${GS}17271231`, 'HD:CMD:undo', 'HD:CMD:DONE',
  ])('%j is complete', (raw) => {
    expect(holdUntilComplete(raw)).toBe('complete');
  });

  it.each([
    ']', ']C', ']C1', ']C10', ']C100', ']C1006141411234', `]C100${sscc.slice(0, 17)}`, ']d20109506000134352172', ']E0950600', ']E4',
    `${GS}01`, sscc.slice(0, 17), `00${sscc.slice(0, 15)}`, '01095060001343520', '010950600013435217', 'HD:', 'HD:CM', 'HD:CMD:un', 'HD:PO:', 'HD:PO:7HGR', 'HD:PO:7HGRINDR:',
    'https://id.gs1.org/01/', 'https://id.gs1.org/01/0950600',
  ])('%j is the beginning of a known format', (raw) => {
    expect(holdUntilComplete(raw)).toBe('incomplete');
  });

  it.each([
    '', 'A', 'GRD-CER-01', '12345', '123456789012345670', '614141000037', ']C10109506000134353', ']E09506000134353', '010950600013435210ABC', 'HD:BADGE:42', 'HD:QTY:1', 'HD:PO:7HGRINDR:1',
    'B07XJ8C8F5', 'https://example.com',
  ])('%j does not tell', (raw) => {
    expect(holdUntilComplete(raw)).toBe('unknown');
  });

  it('every beginning of a marked SSCC is incomplete', () => {
    const whole = `]C100${sscc}`;
    for (let length = 1; length < whole.length; length += 1) expect(holdUntilComplete(whole.slice(0, length))).toBe('incomplete');
  });
});

import { describe, expect, it } from 'vitest';
import { remarksOn } from '../../../shared/lib/barcode/associations.ts';
import { decodeScan } from '../../../shared/lib/barcode/decode-scan.ts';

const remarks = (...ais: readonly string[]): unknown => remarksOn(ais.map((ai) => ({ ai, value: '' })));

describe('what a label breaks of GS1’s rules', () => {
  it.each([
    [['01', '10', '17']],
    [['00', '02', '37']],
    [['02', '00', '3102', '37']],
    [['8006', '21', '250']],
    [['01', '3922', '3103']],
    [['400']],
    [['98']],
    [['3103', '01']],
  ])('%j breaks none', (ais) => {
    expect(remarks(...ais)).toEqual([]);
  });

  it.each([
    [['10'], [{ kind: 'needs', ai: '10', oneOf: ['01', '02', '03', '8006', '8026'] }]],
    [['02'], [{ kind: 'needs', ai: '02', oneOf: ['37'] }]],
    [['01', '250'], [{ kind: 'needs', ai: '250', oneOf: ['21'] }]],
    [['250'], [{ kind: 'needs', ai: '250', oneOf: ['01', '8006'] }, { kind: 'needs', ai: '250', oneOf: ['21'] }]],
    [['01', '3922'], [{ kind: 'needs', ai: '3922', oneOf: ['30', '31nn', '32nn', '35nn', '36nn'] }]],
    [['01', '02', '37', '00'], [{ kind: 'excludes', ai: '01', other: '37' }, { kind: 'excludes', ai: '02', other: '01' }]],
    [['01', '3102', '3103'], [{ kind: 'excludes', ai: '3102', other: '3103' }, { kind: 'excludes', ai: '3103', other: '3102' }]],
    [['8030'], [{ kind: 'needs', ai: '8030', oneOf: ['00', '01+21', '253', '255', '8003', '8004', '8006+21', '8010+8011', '8017', '8018'] }]],
  ])('%j: %j', (ais, expected) => {
    expect(remarks(...ais)).toEqual(expected);
  });

  it('is no reason to refuse the scan', () => {
    expect(decodeScan(']C110ABC')).toMatchObject({ kind: 'attributes', data: { lot: 'ABC', remarks: [{ kind: 'needs', ai: '10' }] } });
  });

  it('does not know of AIs that do not exist', () => {
    expect(remarks('0512')).toEqual([]);
  });
});

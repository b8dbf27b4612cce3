import { describe, expect, it } from 'vitest';
import { readDigitalLink } from '../../../shared/lib/barcode/digital-link.ts';

const gtin = '09506000134352';

describe('GS1 Digital Link', () => {
  it.each([
    [`https://id.gs1.org/01/${gtin}`, [{ ai: '01', value: gtin }]],
    [`https://id.gs1.org/01/${gtin}/22/2A/10/ABC/21/12`, [{ ai: '01', value: gtin }, { ai: '22', value: '2A' }, { ai: '10', value: 'ABC' }, { ai: '21', value: '12' }]],
    [`https://id.gs1.org/01/${gtin}/235/XYZ`, [{ ai: '01', value: gtin }, { ai: '235', value: 'XYZ' }]],
    [`HTTP://example.com/a/01/b/01/${gtin}/`, [{ ai: '01', value: gtin }]],
    [`https://example.com/01/${gtin}/10/01`, [{ ai: '01', value: gtin }, { ai: '10', value: '01' }]],
    ['https://example.com/414/9506000134369/254/32a?11=270100', [{ ai: '414', value: '9506000134369' }, { ai: '254', value: '32a' }, { ai: '11', value: '270100' }]],
    [`https://example.com/01/9506000134352?3103=000195;17=271231&linkType=gs1:pip&x`, [{ ai: '01', value: gtin }, { ai: '3103', value: '000195' }, { ai: '17', value: '271231' }]],
    [`https://example.com/01/${gtin}/10/%2F%3D`, [{ ai: '01', value: gtin }, { ai: '10', value: '/=' }]],
    [`https://example.com/01/${gtin}/10/5%ZZ#top`, [{ ai: '01', value: gtin }, { ai: '10', value: '5%ZZ' }]],
  ])('%s', (text, expected) => {
    expect(readDigitalLink(text)).toEqual({ ok: true, closed: false, elements: expected });
  });

  it.each([
    [`https://example.com/01/${gtin}/10/A/22/2A`, 'bad-link', { ai: '22' }],
    [`https://example.com/01/${gtin}/22/2A/235/X`, 'bad-link', { ai: '235' }],
    [`https://example.com/01/${gtin}/info/1`, 'bad-link', { ai: 'info' }],
    ['https://example.com/00/006141411234567890/10/A', 'bad-link', { ai: '10' }],
    [`https://example.com/01/${gtin}?21=12`, 'bad-link', { ai: '21' }],
    ['https://example.com/01/09506000134353', 'check-digit', { ai: '01', expected: 2, found: 3 }],
    ['https://example.com/01/', 'incomplete', { ai: '01', found: 0, needed: 14 }],
    [`https://example.com/01/${gtin}/10`, 'incomplete', { ai: '10', found: 0, needed: 1 }],
    [`https://example.com/01/${gtin}?17=`, 'incomplete', { ai: '17' }],
    [`https://example.com/01/${gtin}/10/A?10=B`, 'contradiction', { ai: '10' }],
  ])('%s is refused: %s', (text, reason, params) => {
    expect(readDigitalLink(text)).toMatchObject({ ok: false, reason, params });
  });

  it.each(['https://example.com/', 'https://example.com', 'https://example.com/about/us', 'ftp://example.com/01/1', `01/${gtin}`, 'https://id.gs1.org/ARFKk4XB0CDKWcnpq'])('%s is none', (text) => {
    expect(readDigitalLink(text)).toBeUndefined();
  });
});

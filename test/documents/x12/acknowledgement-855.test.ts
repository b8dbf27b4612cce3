import fc from 'fast-check';
import { X12Interchange, X12Parser } from 'node-x12';
import { describe, expect, it } from 'vitest';
import { DocumentNotWritable } from '../../../shared/documents/not-writable.ts';
import type { AcknowledgedLine } from '../../../shared/documents/outgoing.ts';
import { DEFAULT_ACKNOWLEDGEMENT_CODES } from '../../../shared/documents/x12/acknowledgement-codes.ts';
import { writeAcknowledgement855 } from '../../../shared/documents/x12/acknowledgement-855.ts';
import { readEnvelope } from '../../../shared/documents/x12/envelope.ts';
import { ACKNOWLEDGEMENT, INTERCHANGE, LINE, refusedWith } from '../samples.ts';

const write = (...lines: readonly AcknowledgedLine[]): readonly string[] => writeAcknowledgement855({ ...ACKNOWLEDGEMENT, lines }).split('~');

describe('an 855', () => {
  it('accepts a whole order as AD, segment by segment', () => {
    expect(writeAcknowledgement855(ACKNOWLEDGEMENT).split('~')).toEqual([
      'ISA*00*          *00*          *ZZ*HOTDOCKVENDOR  *ZZ*AMAZON         *260914*1105*U*00401*000000042*0*P*>',
      'GS*PR*HOTDOCKVENDOR*AMAZON*20260914*1105*42*X*004010',
      'ST*855*0001',
      'BAK*00*AD*7HGRINDR*20260914*****20260914',
      'REF*CR*GRNDX',
      'N1*ST**92*PHX3',
      'PO1*1*1000*EA*18.40*PE*BP*B0CERGRND1*UP*036000291452*VN*CG-200',
      'CTP**NET*18.40',
      'ACK*IA*1000*EA*068*20260915',
      'CTT*1*1000',
      'SE*9*0001',
      'GE*1*42',
      'IEA*1*000000042',
      '',
    ]);
  });

  it('says AC when anything differs, splits a line and writes the reason’s code', () => {
    const parts = write({ ...LINE, accepted: 480, backordered: 120, rejected: 400, rejectionReason: 'TemporarilyUnavailable' });
    expect(parts).toContain('BAK*00*AC*7HGRINDR*20260914*****20260914');
    expect(parts.filter((segment) => segment.startsWith('ACK'))).toEqual(['ACK*IA*480*EA*068*20260915', 'ACK*IB*120*EA*068*20260915', 'ACK*IR*400*EA']);
    for (const [reason, code] of [['ObsoleteProduct', 'CK'], ['InvalidProductIdentifier', 'CX']] as const) {
      expect(write({ ...LINE, accepted: 0, rejected: 1000, rejectionReason: reason })).toContain(`ACK*${code}*1000*EA`);
    }
  });

  it('counts in ordered cases, with the cost of a case', () => {
    const parts = write({ ...LINE, unit: 'cases', unitSize: 24, ordered: 240, accepted: 240, cost: { amount: '0.335', currency: 'USD' } });
    expect(parts).toContain('PO1*1*10*CA*8.04*PE*BP*B0CERGRND1*UP*036000291452*VN*CG-200');
    expect(parts).toContain('ACK*IA*10*CA*068*20260915');
    expect(parts).toContain('CTT*1*10');
  });

  it('takes another code table, a SAN as ship-to and a delivery date', () => {
    const text = writeAcknowledgement855(
      { ...ACKNOWLEDGEMENT, shipToId: '8018154', windowKind: 'delivery' },
      { ...DEFAULT_ACKNOWLEDGEMENT_CODES, accepted: 'AC' },
    );
    expect(text).toContain('~N1*ST**15*8018154~');
    expect(text).toContain('~ACK*AC*1000*EA*067*20260915~');
  });

  it('leaves lines out that the customer cancelled', () => {
    expect(write({ ...LINE, line: '9', ordered: 0, accepted: 0 }, LINE).filter((segment) => segment.startsWith('PO1'))).toHaveLength(1);
  });

  it.each([
    ['documents.write.cost-missing', { ...LINE, cost: null }],
    ['documents.write.cost-missing', { ...LINE, cost: { amount: '0.00', currency: 'USD' } }],
    ['documents.write.does-not-add-up', { ...LINE, accepted: 999 }],
    ['documents.write.reason-missing', { ...LINE, accepted: 0, rejected: 1000 }],
    ['documents.write.not-whole-units', { ...LINE, unit: 'cases', unitSize: 24 }],
    ['documents.write.no-lines', { ...LINE, ordered: 0, accepted: 0 }],
  ] as const)('refuses with %s', (code, line) => {
    const error = refusedWith(() => write(line));
    expect(error).toBeInstanceOf(DocumentNotWritable);
    expect(error).toMatchObject({ code });
  });

  it('refuses identities that do not fit the ISA', () => {
    for (const interchange of [{ ...INTERCHANGE, senderId: 'SIXTEENCHARACTER' }, { ...INTERCHANGE, receiverId: '' }]) {
      expect(refusedWith(() => writeAcknowledgement855({ ...ACKNOWLEDGEMENT, interchange }))).toMatchObject({ code: 'documents.write.party-id' });
    }
    expect(refusedWith(() => writeAcknowledgement855({ ...ACKNOWLEDGEMENT, interchange: { ...INTERCHANGE, controlNumber: 1e9 } }))).toMatchObject({
      code: 'documents.write.control-number',
    });
  });

  it('declares other delimiters where the data holds the usual ones, so that an id stays as it is', () => {
    const text = writeAcknowledgement855({ ...ACKNOWLEDGEMENT, lines: [{ ...LINE, vendorSku: 'A*B~C>D' }] });
    const [set] = readEnvelope(text).sets;
    expect(set?.body.find((segment) => segment.id === 'PO1')?.elements.at(-1)).toBe('A*B~C>D');
    expect(set?.warnings).toEqual([]);
  });

  it('is understood by node-x12, with all counts right', () => {
    const judged = new X12Parser(true).parse(writeAcknowledgement855(ACKNOWLEDGEMENT));
    if (!(judged instanceof X12Interchange)) throw new Error('one interchange expected');
    expect(judged.functionalGroups[0]?.transactions[0]?.segments.map((segment) => segment.tag)).toEqual(['BAK', 'REF', 'N1', 'PO1', 'CTP', 'ACK', 'CTT']);
  });

  it.each([
    ['BAK03', { po: 'PO-Ñ1' }],
    ['BAK03', { po: '注文1' }],
    ['REF02', { vendorCode: 'GRÑDX' }],
    ['PO111', { lines: [{ ...LINE, vendorSku: 'CG–200' }] }],
  ])('names no other order or product: letters that X12 can not hold are refused, at %s', (place, changed) => {
    expect(refusedWith(() => writeAcknowledgement855({ ...ACKNOWLEDGEMENT, ...changed }))).toMatchObject({ code: 'documents.write.not-ascii', place });
  });

  it('property: whatever the ids hold, our reader finds them again, no count is wrong and the ISA has 106 characters', () => {
    const id = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }).filter((text) => text === text.trim());
    fc.assert(
      fc.property(id, id, fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }), (po, vendorSku, accepted, rejected) => {
        fc.pre(accepted + rejected > 0);
        const line = { ...LINE, vendorSku, ordered: accepted + rejected, accepted, rejected, rejectionReason: 'ObsoleteProduct' as const };
        const text = writeAcknowledgement855({ ...ACKNOWLEDGEMENT, po, lines: [line] });
        const { sets, problem } = readEnvelope(text);
        expect(problem).toBeNull();
        expect(sets).toHaveLength(1);
        expect(sets[0]).toMatchObject({ setId: '855', broken: null, warnings: [] });
        expect(sets[0]?.body.find((segment) => segment.id === 'BAK')?.elements[3]).toBe(po);
        const acks = sets[0]?.body.filter((segment) => segment.id === 'ACK') ?? [];
        expect(acks.reduce((sum, segment) => sum + Number(segment.elements[2]), 0)).toBe(accepted + rejected);
        expect(text.startsWith('GS', 106)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

import { X12Interchange, X12Parser } from 'node-x12';
import { describe, expect, it } from 'vitest';
import { readEnvelope } from '../../../shared/documents/x12/envelope.ts';
import { bytesOf, codesOf, only, OPTIONS, read, readFixture, refusal, textOf, utf8 } from '../fixtures.ts';
import { readOrders } from '../../../shared/documents/read-file.ts';

const GRINDERS = textOf('synthetic/850-rush-grinders.edi');
const LINES = GRINDERS.split('~').filter((line) => line !== '');
const terminated = (terminator: string): string => LINES.map((line) => line + terminator).join('');
const same = { po: '7HGRINDR', rush: true, lines: [{ quantity: 1000, asin: 'B0CERGRND1' }], warnings: [] };

describe('delimiters come from the ISA', () => {
  it.each([
    ['newline after each segment', terminated('~\n')],
    ['CR LF after each segment', terminated('~\r\n')],
    ['newline as terminator', terminated('\n')],
    ['CR LF as terminator', terminated('\r\n')],
    ['CR as terminator', terminated('\r')],
    ['bar as terminator', terminated('|')],
    ['bar and newline', terminated('|\n')],
    ['ellipsis U+2026 as terminator', terminated('…')],
    ['control character as terminator', terminated('\u001c')],
    ['element separator ~ and newline terminator', terminated('\n').replaceAll('*', '~')],
    ['element separator ~ and terminator *', LINES.map((line) => line.replaceAll('*', '~')).join('*') + '*'],
    ['element separator ^', GRINDERS.replaceAll('*', '^')],
    ['ISA16 missing', GRINDERS.replace('*T*>~', '*T*~')],
    ['ISA16 missing, newline after each segment', terminated('~\n').replace('*T*>~', '*T*~')],
    ['ISA16 missing, newline terminator', terminated('\n').replace('*T*>', '*T*')],
    ['ISA16 and its separator missing', GRINDERS.replace('*T*>~', '*T~')],
    ['ISA16 and its separator missing, newline after each segment', terminated('~\n').replace('*T*>~', '*T~')],
    ['blank behind ISA16, newline terminator', terminated('\n').replace('*T*>\n', '*T*> \n')],
    ['blank behind ISA16', GRINDERS.replace('*T*>~', '*T*> ~')],
    ['ISA11 ^', GRINDERS.replace('*U*00401*', '*^*00401*')],
    ['ISA11 :', GRINDERS.replace('*U*00401*', '*:*00401*')],
    ['ISA11 -', GRINDERS.replace('*U*00401*', '*-*00401*')],
    ['ISA11 |', GRINDERS.replace('*U*00401*', '*|*00501*')],
    ['ISA not padded', GRINDERS.replace('AMAZON         ', 'AMAZON').replace('HOTDOCKVENDOR  ', 'HOTDOCKVENDOR').replaceAll('          ', ' ')],
    ['byte order mark', `\ufeff${GRINDERS}`],
    ['blank lines in front', `\r\n \t\n${GRINDERS}`],
    ['indented segments', LINES.map((line, index) => `${'\t'.repeat(index % 4)}  ${line}~\n`).join('')],
    ['text wrapped inside segments', terminated('~').replace(/.{80}/g, '$&\n')],
    ['empty segments', GRINDERS.replace('SE*12*0001~', 'SE*12*0001~~').replace('BEG', '~~BEG')],
    ['last terminator missing', GRINDERS.slice(0, -1)],
    ['rubbish blanks at the end', `${GRINDERS}\n\n   \u0000`],
    ['lower version in ISA12', GRINDERS.replace('*00401*', '*00305*')],
  ])('%s', (_name, text) => {
    expect(only(read(text))).toMatchObject(same);
  });

  it('in UTF-16 with and without mark, and in Windows-1252', () => {
    const wide = new Uint8Array(Buffer.from(GRINDERS, 'utf16le'));
    expect(only(readOrders(wide, 'f', OPTIONS))).toMatchObject(same);
    expect(only(readOrders(new Uint8Array([0xff, 0xfe, ...wide]), 'f', OPTIONS))).toMatchObject(same);
    const swapped = new Uint8Array(Buffer.from(wide).swap16());
    expect(only(readOrders(new Uint8Array([0xfe, 0xff, ...swapped]), 'f', OPTIONS))).toMatchObject(same);
    const latin = Uint8Array.from(Buffer.from(GRINDERS.replace('EXPEDITE', 'EXPÉDIER'), 'latin1'));
    expect(only(readOrders(latin, 'f', OPTIONS)).notes).toEqual(['EXPÉDIER FOR CUSTOMER BACKORDERS']);
  });

  it('reads the padded and the unpadded ISA that others published or sent', () => {
    expect(only(readFixture('synthetic/850-isa-not-padded.edi')).lines).toHaveLength(2);
    expect(only(readFixture('published/850-xyz-retail-02-newline-terminator.edi')).lines).toHaveLength(6);
    expect(only(readFixture('published/850-ediengine-01-composite-sln.edi')).lines).toHaveLength(2);
  });
});

describe('control counts', () => {
  const warned = (from: string, to: string) => {
    expect(GRINDERS).toContain(from);
    return only(read(GRINDERS.replace(from, to))).warnings[0];
  };

  it.each([
    ['SE*12*', 'SE*13*', 'documents.x12.count-mismatch', 'SE01'],
    ['CTT*1*', 'CTT*2*', 'documents.x12.count-mismatch', 'CTT01'],
    ['CTT*1*1000', 'CTT*1*999', 'documents.x12.count-mismatch', 'CTT02'],
    ['GE*1*', 'GE*12*', 'documents.x12.count-mismatch', 'GE01'],
    ['IEA*1*', 'IEA*2*', 'documents.x12.count-mismatch', 'IEA01'],
    ['SE*12*0001', 'SE*12*0002', 'documents.x12.control-mismatch', 'SE02'],
    ['GE*1*101', 'GE*1*102', 'documents.x12.control-mismatch', 'GE02'],
    ['IEA*1*000000101', 'IEA*1*000000001', 'documents.x12.control-mismatch', 'IEA02'],
  ])('%s as %s is a warning on an order that is read', (from, to, code, element) => {
    expect(warned(from, to)).toMatchObject({ code, params: { element } });
  });

  it('warns of the published file whose IEA02 is wrong', () => {
    expect(codesOf(only(readFixture('published/850-edinet-01-minimal.edi')))).toEqual(['documents.x12.control-mismatch']);
  });

  it('takes 0101 and 101 for the same number', () => {
    expect(only(read(GRINDERS.replace('GE*1*101', 'GE*1*0101'))).warnings).toEqual([]);
  });

  it('refuses an order without SE and warns of a missing GE or IEA', () => {
    const cut = GRINDERS.slice(0, GRINDERS.indexOf('CTT'));
    expect(refusal(read(cut))).toMatchObject({ code: 'documents.x12.truncated', place: 'segment 3 ST' });
    const [first] = read(cut).orders;
    expect(first).toMatchObject({ ok: false, po: '7HGRINDR' });
    expect(codesOf(only(read(GRINDERS.replace(/IEA.*/, ''))))).toEqual(['documents.x12.envelope-open']);
    expect(codesOf(only(read(GRINDERS.replace(/GE\*.*/, ''))))).toEqual(['documents.x12.envelope-open', 'documents.x12.envelope-open']);
  });
});

describe('several envelopes in a file', () => {
  const OTHER = GRINDERS.replace('7HGRINDR', '8SECONDX');
  const set = (text: string): string => text.slice(text.indexOf('ST*'), text.indexOf('GE*'));
  const pos = (text: string) => read(text).orders.map((each) => (each.ok ? each.order.po : each.problem.code));

  it('two ST', () => {
    const two = GRINDERS.replace('GE*1*', `${set(OTHER).replaceAll('*0001', '*0002')}GE*2*`);
    expect(pos(two)).toEqual(['7HGRINDR', '8SECONDX']);
    expect(read(two).orders.every((each) => each.ok && each.order.warnings.length === 0)).toBe(true);
  });

  it('two GS', () => {
    const group = OTHER.slice(OTHER.indexOf('GS*'), OTHER.indexOf('IEA*'));
    const two = GRINDERS.replace('IEA*1*', `${group}IEA*2*`);
    expect(pos(two)).toEqual(['7HGRINDR', '8SECONDX']);
    expect(read(two).orders.every((each) => each.ok && each.order.warnings.length === 0)).toBe(true);
  });

  it('two ISA, also with other delimiters, and with the terminator between them missing', () => {
    const otherDelimiters = OTHER.replaceAll('~', '\n').replaceAll('*', '|');
    expect(pos(GRINDERS + OTHER)).toEqual(['7HGRINDR', '8SECONDX']);
    expect(pos(`${GRINDERS}\r\n${otherDelimiters}`)).toEqual(['7HGRINDR', '8SECONDX']);
    expect(pos(`${GRINDERS.slice(0, -1)}\n${otherDelimiters}`)).toEqual(['7HGRINDR', '8SECONDX']);
    expect(pos(otherDelimiters + GRINDERS)).toEqual(['8SECONDX', '7HGRINDR']);
  });

  it('one refused order does not take the others', () => {
    expect(pos(GRINDERS.replace('*1000*EA*', '*1000*YD*') + OTHER)).toEqual(['documents.x12.unknown-unit', '8SECONDX']);
  });

  it('a 997 beside an order is named and the order is read', () => {
    expect(pos(textOf('synthetic/997-accepted.edi') + GRINDERS)).toEqual(['documents.x12.not-an-order', '7HGRINDR']);
  });
});

describe('what is no order', () => {
  it.each([
    ['synthetic/997-accepted.edi', '997'],
    ['published/855-ingram-style-01.edi', '855'],
    ['published/855-stedi-01-5010.edi', '855'],
    ['published/856-1edisource-01-SOI.edi', '856'],
    ['published/856-ediengine-01-crossdock-SOPI.edi', '856'],
    ['published/neg-940-failed-se01.edi', '940'],
  ])('%s is named as %s', (name, set) => {
    const reading = readFixture(name);
    expect(reading).toMatchObject({ format: 'unknown', orders: [], problem: { code: 'documents.x12.not-an-order', params: { set } } });
  });

  it('X12 without ISA is refused', () => {
    expect(readFixture('synthetic/997-no-envelope.edi').problem?.code).toBe('documents.x12.no-isa');
    expect(read(GRINDERS.slice(GRINDERS.indexOf('GS*'))).problem?.code).toBe('documents.x12.no-isa');
    expect(read(GRINDERS.slice(GRINDERS.indexOf('ST*'))).problem?.code).toBe('documents.x12.no-isa');
  });

  it('an ISA that can not be understood, and one with nothing in it, are problems of the file', () => {
    expect(read('ISA*00*broken').problem?.code).toBe('documents.x12.bad-isa');
    expect(read(`${LINES[0] ?? ''}~IEA*0*000000101~`).problem?.code).toBe('documents.x12.empty');
  });
});

describe('node-x12 as independent judge', () => {
  const WELL_FORMED = [
    'published/850-amazon-retail-01-real-1line.edi',
    'published/850-amazon-retail-04-spec-L8266355.edi',
    'published/850-buysnacks-01.edi',
    'published/850-xyz-retail-01-vics.edi',
    'published/855-ingram-style-01.edi',
    'published/855-stedi-01-5010.edi',
    'published/856-1edisource-01-SOI.edi',
    'synthetic/850-rush-grinders.edi',
    'synthetic/860-change.edi',
  ];

  it.each(WELL_FORMED)('sees the same segments and elements in %s', (name) => {
    const text = new TextDecoder().decode(bytesOf(name));
    const judged = new X12Parser(true).parse(text);
    if (!(judged instanceof X12Interchange)) throw new Error('one interchange expected');
    const theirs = judged.functionalGroups.flatMap((group) =>
      group.transactions.flatMap((each) => each.segments.map((segment) => [segment.tag, ...segment.elements.map((element) => element.value)])),
    );
    const ours = readEnvelope(text).sets.flatMap((set) => set.body.map((segment) => [...segment.elements]));
    expect(ours).toEqual(theirs);
  });
});

describe('10,000 lines', () => {
  it('are read whole', () => {
    const lines = Array.from({ length: 10_000 }, (_each, index) => `PO1*${index + 1}*${(index % 90) + 1}*EA*18.40*PE*BP*B0CERGRND1*UP*036000291452*VN*CG-${index}~PID*F****GRINDER ${index}~`);
    const total = lines.reduce((sum, _line, index) => sum + (index % 90) + 1, 0);
    const text = GRINDERS.replace(/PO1\*[^~]*~CTT\*1\*1000~/, `${lines.join('')}CTT*10000*${total}~`).replace('SE*12*', 'SE*20011*');
    const order = only(readOrders(utf8(text), 'big', OPTIONS));
    expect(order.lines).toHaveLength(10_000);
    expect(order.warnings).toEqual([]);
  });
});

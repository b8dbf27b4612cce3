import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code128Data, escapeField, renderLabelZpl } from '../../electron/printing/label-zpl.ts';
import { labelLayout } from '../../electron/printing/label-layout.ts';
import { anyLabel, foreignText } from './label-data.ts';
import { cartonLabel, manyPosLabel, palletLabel } from './samples.ts';

/** What a printer makes of field data after ^FH_. */
const unescape = (data: string): string => Buffer.from(data.replace(/_([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'utf8').toString('utf8');

/** What a printer encodes for ^BC field data: the text without start codes, with the invocations of code set B. */
function unbar(data: string): string {
  const start = data.slice(0, 2);
  const rest = data.slice(2);
  if (start === '>;') return rest.replace(/^>8/, '');
  expect(start).toBe('>:');
  return rest.replace(/>([0<=])/g, (_, code: string) => ({ '0': '>', '<': '^', '=': '~' })[code] ?? '');
}

/** Our ZPL's fields: only what stands between ^FD and ^FS is data. */
const fields = (zpl: string): readonly { readonly text: boolean; readonly data: string }[] =>
  [...zpl.matchAll(/(\^FH_)?\^FD([^^]*)\^FS/g)].map(([, hex, data = '']) => ({ text: hex !== undefined, data }));

const COMMANDS = /^(?:\^XA|\^CI28|\^PW\d+|\^LL\d+|\^LH0,0|\^LS0|\^PON|\^FWN|\^PQ1,0,1,N|\^XZ|\^F[OT]\d+,\d+(?:\^A0N,\d+,\d+\^FH_\^FD[^^~]*|\^GB\d+,\d+,\d+|\^GD\d+,\d+,\d+,B,R|\^BY\d+\^BCN,\d+,N,N,N,N\^FD[^^~]*)\^FS)$/;

describe('the label as ZPL', () => {
  it.each([
    ['pallet', 203, palletLabel],
    ['pallet', 300, palletLabel],
    ['carton', 203, cartonLabel],
    ['many-orders', 300, manyPosLabel],
  ] as const)('%s at %i dpi is, byte for byte, what was looked at on a printer’s picture', async (name, dpi, label) => {
    await expect(renderLabelZpl(label, dpi)).toMatchFileSnapshot(`golden/${name}-${dpi}.zpl`);
  });

  it.each([[203, 812, 1218, 4], [300, 1200, 1800, 6]] as const)('at %i dpi: explicit size, UTF-8, whole dots, GS1-128 in code set C', (dpi, width, length, module) => {
    const zpl = renderLabelZpl(palletLabel, dpi);
    const lines = zpl.trimEnd().split('\n');
    expect(lines.slice(0, 4)).toEqual(['^XA', '^CI28', `^PW${width}`, `^LL${length}`]);
    expect(lines.at(-1)).toBe('^XZ');
    const height = Math.ceil((32 / 25.4) * dpi);
    const sscc = lines.find((line) => line.includes('>;>8'));
    const shape = new RegExp(`\\^BY${module}\\^BCN,(\\d+),N,N,N,N\\^FD>;>800${palletLabel.sscc}\\^FS$`).exec(sscc ?? '');
    expect(Number(shape?.[1])).toBeGreaterThanOrEqual(height);
    expect((module / dpi) * 25.4).toBeGreaterThanOrEqual(0.495);
  });

  it('says the same texts and codes as the PDF’s layout, in the same order', () => {
    for (const label of [palletLabel, cartonLabel, manyPosLabel]) {
      const wanted = labelLayout(label).flatMap((element) => {
        if (element.kind === 'text' || element.kind === 'code128') return [element.text];
        return element.kind === 'sscc' ? [`00${element.sscc}`] : [];
      });
      expect(fields(renderLabelZpl(label, 203)).map(({ text, data }) => (text ? unescape(data) : unbar(data)))).toEqual(wanted);
    }
  });

  it('no text can end a field or command the printer: escaped data has no ^ and no ~ and reads back as it was', () => {
    fc.assert(
      fc.property(foreignText, (text) => {
        const data = escapeField(text.toWellFormed());
        expect(data).not.toMatch(/[\^~]/);
        expect(unescape(data)).toBe(text.toWellFormed());
      }),
      { numRuns: 500 },
    );
  });

  it('whatever a label says, every line is a command of ours', () => {
    fc.assert(
      fc.property(anyLabel, fc.constantFrom(203 as const, 300 as const), (label, dpi) => {
        const lines = renderLabelZpl(label, dpi).trimEnd().split('\n');
        for (const line of lines) expect(line).toMatch(COMMANDS);
        expect(lines.filter((line) => line === '^XA' || line === '^XZ')).toEqual(['^XA', '^XZ']);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('any printable ASCII is one Code 128 text', () => {
    fc.assert(fc.property(fc.stringMatching(/^[ -~]{1,30}$/), (text) => {
      expect(unbar(code128Data(text))).toBe(text);
    }));
    expect(code128Data('12345678')).toBe('>;12345678');
    expect(code128Data('8X3K2L1M')).toBe('>:8X3K2L1M');
    expect(code128Data('A>B^C~D')).toBe('>:A>0B><C>=D');
  });
});

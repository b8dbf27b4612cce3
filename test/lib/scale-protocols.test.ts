import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineReader, scaleDrivers, type ScaleProtocol, type ScaleReading } from '../../shared/lib/scale/protocols.ts';

const grams = (amount: number, stable: boolean): ScaleReading => ({ kind: 'weight', grams: amount, stable });

/** Lines of the makers' manuals (MT-SICS reference manual; A&D AD-4403 and EK-L; Dini Argeo DGT4X), and what must not be taken for a weight. */
const lines: readonly (readonly [ScaleProtocol, string, ScaleReading | undefined])[] = [
  ['sics', 'S S     100.00 g', grams(100, true)],
  ['sics', 'S D      12.45 kg', grams(12_450, false)],
  ['sics', 'S S      -0.50 lb', grams(-227, true)],
  ['sics', 'S I', { kind: 'busy' }],
  ['sics', 'S +', { kind: 'overload' }],
  ['sics', 'S -', { kind: 'underload' }],
  ['sics', 'ES', { kind: 'fault' }],
  ['sics', 'I4 A "0123456789"', undefined],
  ['sics', 'S S     100.00 furlong', undefined],
  ['header', 'ST,GS,+00012.3 kg', grams(12_300, true)],
  ['header', 'US,NT,-00001.5lb', grams(-680, false)],
  ['header', 'ST,+001234.5  g', grams(1_235, true)],
  ['header', '01ST,GS,   412.5,kg', grams(412_500, true)],
  ['header', 'OL,GS,+99999.9 kg', { kind: 'overload' }],
  ['header', 'OL,-999999.9  g', { kind: 'underload' }],
  ['header', 'UL,GS,   0.0,kg', { kind: 'underload' }],
  ['header', 'ST,TR,+00012.3 kg', undefined],
  ['header', 'QT,+00012345PC', undefined],
  ['header', 'ST,GS,+0.0.1 kg', undefined],
];

describe('what scales send', () => {
  it.each(lines)('%s: %s', (protocol, line, reading) => {
    expect(scaleDrivers[protocol].read(line)).toEqual(reading);
  });

  it('comes apart into the same lines however it arrives in pieces', () => {
    const text = fc.array(fc.constantFrom('S S     100.00 g', 'ST,GS,+00012.3 kg', 'S I'), { maxLength: 8 });
    fc.assert(
      fc.property(text, fc.constantFrom('\r\n', '\r', '\n', '\u0003'), fc.array(fc.nat({ max: 30 }), { maxLength: 20 }), (sent, end, cuts) => {
        const whole = sent.map((line) => `\u0002${line}${end}`).join('');
        const reader = new LineReader();
        const got: string[] = [];
        let from = 0;
        for (const size of [...cuts, whole.length]) {
          got.push(...reader.take(whole.slice(from, from + size)));
          from += size;
        }
        expect(got).toEqual(sent);
      }),
    );
  });

  it('keeps no endless line, and nothing of a line that broke', () => {
    const reader = new LineReader();
    reader.take('x'.repeat(1_000_000));
    reader.clear();
    expect(reader.take('S I\r\n')).toEqual(['S I']);
  });
});

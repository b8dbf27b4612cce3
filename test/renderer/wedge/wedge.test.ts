import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultWedgeSettings, type WedgeSettings } from '../../../shared/lib/wedge/wedge.ts';
import { buildElementStrings } from '../../../shared/lib/barcode/element-string.ts';
import { checkDigit, isValidGtin } from '../../../shared/lib/gtin.ts';
import { readScannerTest, TEST_ELEMENTS } from '../../../shared/lib/scanner-test.ts';
import { endings, endOf, play, scanned, type Input } from './simulated-page.ts';

const GS = '\u001d';
const settings = defaultWedgeSettings;
const withoutSuffix: WedgeSettings = { ...settings, suffixKeys: [] };
const nothing = { field: '', pressed: [], scans: [], incomplete: [], held: [] };
const gtin = '09506000134352';
const sscc = '006141411234567890';

describe('a scan', () => {
  it.each(['text', 'other'] as const)('ended by Enter arrives whole and leaves nothing behind, focus on %s', (focus) => {
    for (const gap of [0, 1, 7, 16, 30, 50]) {
      expect(play(scanned(gtin, 100, gap), settings, focus)).toEqual({ ...nothing, scans: [gtin] });
      expect(play(scanned('A-1', 100, gap), settings, focus)).toEqual({ ...nothing, scans: ['A-1'] });
    }
  });

  it('may end with Tab, with Enter and Tab, with CR LF as Ctrl keys or Alt codes', () => {
    expect(play(scanned(gtin, 0, 5, 'Tab'), settings)).toEqual({ ...nothing, scans: [gtin] });
    const enter = scanned(gtin, 0);
    const tab: Input = { type: 'key', key: 'Tab', at: endOf(enter) + 5 };
    expect(play([...enter, tab], settings)).toEqual({ ...nothing, scans: [gtin] });
    const body = scanned(gtin, 0, 5, null);
    const crLf: Input[] = [
      { type: 'key', key: 'm', ctrl: true, at: endOf(body) + 5 },
      { type: 'key', key: 'j', ctrl: true, at: endOf(body) + 10 },
    ];
    expect(play([...body, ...crLf], settings)).toEqual({ ...nothing, scans: [gtin] });
    const lineFeed: Input = { type: 'key', key: 'j', ctrl: true, at: endOf(enter) + 5 };
    expect(play([...enter, lineFeed], settings)).toEqual({ ...nothing, scans: [gtin] });
  });

  it('ends with Enter even where only Tab is set', () => {
    expect(play(scanned(gtin, 0), { ...settings, suffixKeys: ['Tab'] })).toEqual({ ...nothing, scans: [gtin] });
  });

  it('without suffix ends by its content or a pause', () => {
    for (const code of [gtin, sscc, 'GRD-CER-01', `]C101${gtin}`]) {
      expect(play(scanned(code, 0, 5, null), withoutSuffix)).toMatchObject({ ...nothing, scans: [code], held: [] });
      expect(play(scanned(code, 0, 5, null), settings)).toMatchObject({ field: '', pressed: [], scans: [code] });
    }
  });

  it('learns that this scanner sends no suffix, and answers the next scan after a short pause', () => {
    const first = scanned('GRD-CER-01', 0, 5, null);
    const second = scanned('GRD-CER-02', 6_000, 5, null);
    expect(play([...first, ...second], settings)).toMatchObject({ scans: ['GRD-CER-01', 'GRD-CER-02'], held: ['GRD-CER-01'] });
  });

  it('swallows an Enter that comes late', () => {
    const body = scanned(gtin, 0, 5, null);
    for (const late of [60, 140, 400, 900]) {
      const enter: Input = { type: 'key', key: 'Enter', at: endOf(body) + late };
      expect(play([...body, enter], withoutSuffix)).toMatchObject({ ...nothing, scans: [gtin], held: [] });
      expect(play([...body, enter], settings)).toMatchObject({ pressed: [], scans: [gtin] });
    }
  });

  it('takes the prefix off', () => {
    const prefixed = { ...settings, prefix: '~' };
    expect(play(scanned(`~${gtin}`, 0), prefixed)).toEqual({ ...nothing, scans: [gtin] });
    expect(play(scanned('~A', 0), prefixed)).toEqual({ ...nothing, scans: ['A'] });
    expect(play(scanned(gtin, 0), prefixed)).toEqual({ ...nothing, scans: [gtin] });
    expect(play(scanned('~~AB', 0, 40), { ...settings, prefix: '~~' })).toEqual({ ...nothing, scans: ['AB'] });
    const startOfText: Input = { type: 'key', key: 'b', ctrl: true, at: 0 };
    expect(play([startOfText, ...scanned('A1', 5)], { ...settings, prefix: '\u0002' })).toEqual({ ...nothing, scans: ['A1'] });
  });

  it('with a prefix is recognised at any pace', () => {
    expect(play(scanned(`~${gtin}`, 0, [10, 90]), { ...settings, prefix: '~' })).toEqual({ ...nothing, scans: [gtin] });
  });

  it('gets GS as a character, Ctrl+], F8, Alt code or spelled', () => {
    const head = scanned(`]C101${gtin}10AB`, 0, 5, null);
    const at = endOf(head);
    const whole = `]C101${gtin}10AB${GS}17271231`;
    const alt: Input[] = [
      { type: 'key', key: 'Alt', alt: true, at: at + 4 },
      { type: 'key', key: 'Insert', code: 'Numpad0', alt: true, at: at + 8 },
      { type: 'key', key: '2', code: 'Numpad2', alt: true, at: at + 12 },
      { type: 'key', key: '9', code: 'Numpad9', alt: true, at: at + 16 },
      { type: 'alt-up', at: at + 20 },
    ];
    const ways: Input[][] = [
      [{ type: 'key', key: GS, at: at + 5 }],
      [{ type: 'key', key: ']', ctrl: true, at: at + 5 }],
      [{ type: 'key', key: 'F8', at: at + 5 }],
      alt,
    ];
    for (const way of ways) {
      const page = play([...head, ...way, ...scanned('17271231', endOf(way) + 5)], settings);
      expect(page.scans).toEqual([whole]);
      expect(page.field).toBe('');
      expect(page.pressed.filter((key) => key !== 'Alt')).toEqual([]);
    }
    const spelled = `]C101${gtin}10AB<GS>17271231`;
    expect(play(scanned(spelled, 0), settings)).toEqual({ ...nothing, scans: [spelled] });
  });

  it('of a scanner that sends every character as an Alt code arrives whole', () => {
    let at = 0;
    const inputs: Input[] = [];
    for (const character of `${GS}01${gtin}\r`) {
      inputs.push({ type: 'key', key: 'Alt', alt: true, at });
      for (const digit of String(character.charCodeAt(0)).padStart(4, '0')) {
        at += 6;
        inputs.push({ type: 'key', key: digit, code: `Numpad${digit}`, alt: true, at });
      }
      at += 6;
      inputs.push({ type: 'alt-up', at });
      at += 6;
    }
    expect(play(inputs, settings).scans).toEqual([`${GS}01${gtin}`]);
  });

  it('is not disturbed by modifiers, dead or unidentified keys', () => {
    const keys = scanned('AbC-123', 0).flatMap((input): Input[] => [
      { type: 'key', key: 'Shift', at: input.at },
      input,
      { type: 'key', key: 'Unidentified', at: input.at },
      { type: 'key', key: 'Dead', at: input.at },
    ]);
    expect(play(keys, settings).scans).toEqual(['AbC-123']);
  });

  it('keeps doubled characters that the system takes for a repeated key', () => {
    const keys = scanned('ABCDEF0011', 0).map((input, index): Input => (index === 7 || index === 9 ? { ...input, ...{ repeat: true } } : input));
    expect(play(keys, settings).scans).toEqual(['ABCDEF0011']);
    const leading = scanned('0001234', 0).map((input, index): Input => (index === 1 || index === 2 ? { ...input, ...{ repeat: true } } : input));
    expect(play(leading, settings)).toEqual({ ...nothing, scans: ['0001234'] });
  });
});

describe('pieces over Bluetooth', () => {
  it.each(['text', 'other'] as const)('of a known format are held and joined, focus on %s', (focus) => {
    const first = scanned(']C10109506', 0, 5, null);
    const second = scanned('00013435210AB', endOf(first) + 2_000, 5);
    expect(play([...first, ...second], settings, focus)).toEqual({ ...nothing, scans: [`]C101${gtin}10AB`], held: [']C10109506'] });
  });

  it('may be as short as one key', () => {
    const first = scanned(sscc.slice(0, 17), 0, 5, null);
    expect(play([...first, ...scanned(sscc.slice(17), endOf(first) + 1_500)], settings)).toMatchObject({ field: '', pressed: [], scans: [sscc] });
    const enter: Input = { type: 'key', key: 'Enter', at: endOf(first) + 1_500 };
    expect(play([...first, enter], settings)).toMatchObject({ field: '', pressed: [], scans: [sscc.slice(0, 17)] });
    expect(play([...first, ...scanned(sscc.slice(17), endOf(first) + 1_500, 5, null)], settings, 'other')).toMatchObject({ scans: [sscc], incomplete: [] });
  });

  it('that stay incomplete are an error, never dropped', () => {
    expect(play(scanned(']C10109506', 0, 5, null), settings)).toEqual({ ...nothing, held: [']C10109506'], incomplete: [']C10109506'] });
    expect(play(scanned(sscc.slice(0, 17), 0, 5, null), withoutSuffix)).toMatchObject({ scans: [], incomplete: [sscc.slice(0, 17)] });
  });

  it('followed by a new whole scan: error first, then the scan', () => {
    const first = scanned(']C10109506', 0, 5, null);
    const again = scanned(`]C101${gtin}`, endOf(first) + 1_000);
    expect(play([...first, ...again], settings)).toEqual({ ...nothing, held: [']C10109506'], incomplete: [']C10109506'], scans: [`]C101${gtin}`] });
  });

  it('the same code twice without suffix is two scans', () => {
    const first = scanned(`01${gtin}`, 0, 5, null);
    const second = scanned(`01${gtin}`, endOf(first) + 400, 5, null);
    expect(play([...first, ...second], settings).scans).toEqual([`01${gtin}`, `01${gtin}`]);
    expect(play([...first, ...second], withoutSuffix).scans).toEqual([`01${gtin}`, `01${gtin}`]);
  });

  it('a person may type and press Enter while a code is held', () => {
    const first = scanned(']C10109506', 0, 5, null);
    const person = scanned('12', endOf(first) + 500, 150, 'Enter');
    expect(play([...first, ...person], settings)).toMatchObject({ field: '12', pressed: ['Enter'], incomplete: [']C10109506'] });
  });
});

describe('a person', () => {
  it('types, moves with Tab and confirms with Enter unhindered', () => {
    const word = scanned('grinder 600', 0, 120, 'Tab');
    expect(play([...word, { type: 'key', key: 'Enter', at: endOf(word) + 300 }], settings)).toEqual({ ...nothing, field: 'grinder 600', pressed: ['Tab', 'Enter'] });
    expect(play([{ type: 'key', key: 'Enter', at: 0 }], settings, 'other').pressed).toEqual(['Enter']);
  });

  it('may hold a key down', () => {
    const held = Array.from({ length: 20 }, (_, index): Input => ({ type: 'key', key: '0', at: index === 0 ? 0 : 250 + index * 33, repeat: index > 0 }));
    expect(play(held, settings)).toEqual({ ...nothing, field: '0'.repeat(20) });
  });

  it('gets back what rolling fingers typed too quickly', () => {
    const rolled = scanned('the', 0, 12, null);
    expect(play(rolled, settings)).toEqual({ ...nothing, field: 'the' });
    expect(play([...rolled, ...scanned(' quick fox', endOf(rolled) + 110, 110, null)], settings)).toEqual({ ...nothing, field: 'the quick fox' });
  });

  it('may type the character of the prefix', () => {
    expect(play(scanned('a~b~', 0, 120, null), { ...settings, prefix: '~' })).toEqual({ ...nothing, field: 'a~b~' });
  });

  it('keeps copy, paste and shortcuts', () => {
    const shortcuts: Input[] = [
      { type: 'key', key: 'c', ctrl: true, at: 0 },
      { type: 'key', key: 'v', ctrl: true, at: 200 },
      { type: 'key', key: 'j', ctrl: true, at: 400 },
      { type: 'key', key: '1', alt: true, at: 600 },
      { type: 'alt-up', at: 700 },
      { type: 'key', key: 'Escape', at: 900 },
    ];
    expect(play(shortcuts, settings)).toEqual({ ...nothing, pressed: ['c', 'v', 'j', '1', 'Escape'] });
  });

  it('presses Enter shortly after a scan ended by its own Enter', () => {
    const scan = scanned(gtin, 0);
    expect(play([...scan, { type: 'key', key: 'Enter', at: endOf(scan) + 60 }], settings).pressed).toEqual(['Enter']);
  });
});

describe('two scanners', () => {
  it('with a prefix: the one cut into is an error, the other arrives', () => {
    const keys = scanned(`~ABCD~${gtin}`, 0);
    expect(play(keys, { ...settings, prefix: '~' })).toEqual({ ...nothing, incomplete: ['ABCD'], scans: [gtin] });
  });
});

const printable = fc.string({ unit: fc.constantFrom(...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./()+')), minLength: 3, maxLength: 40 });
const numeric = fc
  .tuple(fc.constantFrom(7, 11, 12, 13, 17), fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 17, maxLength: 17 }))
  .map(([length, digits]) => `${digits.slice(0, length)}${checkDigit(digits.slice(0, length))}`);
const code = fc.oneof(printable, numeric, numeric.map((digits) => `]C100${digits.padStart(18, '0').slice(-18)}`));
const scannerGaps = fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 20 });
const humanGaps = fc.array(fc.integer({ min: 51, max: 400 }), { minLength: 1, maxLength: 20 });
const focus = fc.constantFrom('text' as const, 'other' as const);
const suffix = fc.constantFrom('Enter', 'Tab');
const prefix = fc.constantFrom('', '~', '^#');

describe('in general', () => {
  it('bursts back to back all arrive, in order, and touch neither field nor button', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(code, scannerGaps, suffix, fc.integer({ min: 0, max: 120 })), { minLength: 1, maxLength: 30 }), prefix, focus, (scans, before, on) => {
        let at = 0;
        const keys = scans.flatMap(([text, gaps, end, pause]) => {
          const one = scanned(`${before}${text}`, at, gaps, end);
          at = endOf(one) + pause;
          return one;
        });
        expect(play(keys, { ...settings, prefix: before }, on)).toEqual({ ...nothing, scans: scans.map(([text]) => text) });
      }),
      { numRuns: 400 },
    );
  });

  it('at human pace every key passes untouched', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('Enter', 'Tab', 'Backspace', 'ArrowDown', 'Escape'), fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 })), { maxLength: 60 }), humanGaps, focus, (keys, gaps, on) => {
        let at = 0;
        const inputs = keys.map((key, index): Input => ({ type: 'key', key, at: (at += gaps[index % gaps.length] ?? 51) }));
        const page = play(inputs, settings, on);
        expect(page.field).toBe(keys.filter((key) => key.length === 1).join(''));
        expect(page.pressed).toEqual(keys.filter((key) => key.length > 1));
        expect([...page.scans, ...page.incomplete, ...page.held]).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('scans between a person’s keys: the person’s text stays theirs, the scans arrive', () => {
    const piece = fc.oneof(
      fc.record({ by: fc.constant('person' as const), text: fc.string({ unit: fc.constantFrom(...Array.from('abc def')), minLength: 1, maxLength: 6 }), gaps: humanGaps }),
      fc.record({ by: fc.constant('scanner' as const), text: code, gaps: scannerGaps }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        let at = 0;
        const keys = pieces.flatMap(({ by, text, gaps }) => {
          const part = scanned(text, at + 60, gaps, by === 'scanner' ? 'Enter' : null);
          at = endOf(part);
          return part;
        });
        const page = play(keys, settings);
        expect(page.scans).toEqual(pieces.filter(({ by }) => by === 'scanner').map(({ text }) => text));
        expect(page.field).toBe(pieces.filter(({ by }) => by === 'person').map(({ text }) => text).join(''));
        expect(page.pressed).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('a code of known format cut anywhere into pieces up to 3 s apart arrives as one', () => {
    const marked = numeric.map((digits) => `]C100${digits.padStart(18, '0').slice(-17)}`).map((body) => `${body}${checkDigit(body.slice(5))}`);
    fc.assert(
      fc.property(marked, fc.uniqueArray(fc.integer({ min: 3, max: 19 }), { maxLength: 3, selector: (cut) => Math.floor(cut / 3) }), fc.integer({ min: 200, max: 3_000 }), (text, cuts, pause) => {
        const places = [...cuts].sort((one, other) => one - other);
        const ends = [...places, text.length];
        let at = 0;
        const keys = ends.flatMap((end, index) => {
          const part = scanned(text.slice(ends[index - 1] ?? 0, end), at, 5, end === text.length ? 'Enter' : null);
          at = endOf(part) + pause;
          return part;
        });
        const page = play(keys, settings, 'other');
        expect(page).toMatchObject({ field: '', pressed: [], scans: [text], incomplete: [] });
      }),
      { numRuns: 400 },
    );
  });

  it.each(['text', 'other'] as const)('a code right after another arrives whole though its first keys come alone, focus on %s', (focus) => {
    const before = scanned(sscc, 0);
    const itf14 = '10036000291459';
    for (const alone of [1, 2]) {
      const gaps = Array.from(itf14, (_, index) => (index === alone - 1 ? 180 : 5));
      const page = play([...before, ...scanned(itf14, endOf(before) + 20, gaps)], settings, focus);
      expect(page, `${alone} alone`).toMatchObject({ field: '', scans: [sscc, itf14], incomplete: [] });
    }
  });

  it('a code of known format whose keys stall anywhere arrives whole, and the field is put back', () => {
    const stalls = fc.array(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 16 }) }, { weight: 1, arbitrary: fc.integer({ min: 51, max: 149 }) }), { minLength: 25, maxLength: 25 });
    // Where a shorter right code remains behind the stall, nothing can tell it from a scan after a person's digits.
    const tails = (digits: string): readonly string[] => [12, 13, 14].filter((length) => length < digits.length).map((length) => digits.slice(-length));
    const long = numeric.filter((digits) => digits.length > 8 && !tails(digits).some(isValidGtin));
    fc.assert(
      fc.property(long, stalls, focus, (text, gaps, on) => {
        // The last key and Enter stay together, as one report of the scanner.
        const calm = gaps.map((gap, index) => (index >= text.length - 3 ? Math.min(gap, 16) : gap));
        const page = play(scanned(text, 0, calm), settings, on);
        expect({ field: page.field, pressed: page.pressed, scans: page.scans }).toEqual({ field: '', pressed: [], scans: [text] });
      }),
      { numRuns: 600 },
    );
  });

  it('a person’s digits just before a scan stay theirs', () => {
    const quantity = scanned('24', 0, 120, null);
    expect(play([...quantity, ...scanned(gtin, endOf(quantity) + 100)], settings)).toEqual({ ...nothing, field: '24', scans: [gtin] });
  });

  it('never loses a scanner’s character: whatever it sends comes back as scan, error or typed text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(printable, scannerGaps, fc.constantFrom('Enter', null), fc.integer({ min: 0, max: 6_000 })), { maxLength: 8 }), (bursts) => {
        let at = 0;
        const keys = bursts.flatMap(([text, gaps, end, pause]) => {
          const one = scanned(text, at, gaps, end);
          at = endOf(one) + pause;
          return one;
        });
        const page = play(keys, settings);
        const sent = [...bursts.map(([text]) => text).join('')].sort().join('');
        const received = [...[...page.scans, ...page.incomplete, page.field].join('')].sort().join('');
        expect(received).toBe(sent);
      }),
      { numRuns: 400 },
    );
  });

  it('two scanners at once: every character is accounted for, none lands in the field, no button is pressed', () => {
    fc.assert(
      fc.property(printable, printable, scannerGaps, scannerGaps, fc.integer({ min: 0, max: 100 }), (one, other, gaps, otherGaps, offset) => {
        const keys = [...scanned(one, 0, gaps), ...scanned(other, offset, otherGaps)].sort((left, right) => left.at - right.at);
        const page = play(keys, settings);
        expect(page.pressed).toEqual([]);
        expect(page.field).toBe('');
        expect([...page.scans.join('')].sort().join('')).toBe([...`${one}${other}`].sort().join(''));
      }),
      { numRuns: 400 },
    );
  });

  it('a code sent as Alt codes, at whatever pace a scanner has, arrives whole, and the page sees no digit of it', () => {
    fc.assert(
      fc.property(code, scannerGaps, focus, (text, gaps, on) => {
        let at = 0;
        let turn = 0;
        const wait = (): number => (at += 1 + (gaps[turn++ % gaps.length] ?? 0));
        const inputs = [...text, '\r'].flatMap((character): Input[] => {
          const down: Input = { type: 'key', key: 'Alt', alt: true, at: wait() };
          const digits = [...String(character.charCodeAt(0)).padStart(4, '0')].map((digit): Input => ({ type: 'key', key: digit, code: `Numpad${digit}`, alt: true, at: wait() }));
          return [down, ...digits, { type: 'alt-up', at: wait() }];
        });
        const page = play(inputs, settings, on);
        expect({ scans: page.scans, incomplete: page.incomplete, field: page.field }).toEqual({ scans: [text], incomplete: [], field: '' });
      }),
      { numRuns: 200 },
    );
  });
});

describe('how a scanner is set up', () => {
  const label = buildElementStrings(TEST_ELEMENTS);
  const german = (text: string): string => [...text].map((character) => 'zyZYßÖ-?+'.charAt('yzYZ-:/_]'.indexOf(character)) || character).join('');

  it('is heard with each scan: the key that ended it, or that a pause did', () => {
    expect(endings([...scanned(gtin, 0), ...scanned(gtin, 1_000, 5, 'Tab'), ...scanned(gtin, 2_000, 5, null)], settings)).toEqual(['Enter', 'Tab', null]);
    const held = scanned(']C10109506', 0, 5, null);
    expect(endings([...held, ...scanned('000134352', endOf(held) + 900, 5, 'Tab')], settings)).toEqual(['Tab']);
  });

  it('is what the test label says of it, whatever its pace, end and keyboard', () => {
    fc.assert(
      fc.property(scannerGaps, fc.constantFrom('Enter', 'Tab', null), fc.boolean(), fc.constantFrom('', ']C1'), focus, (gaps, end, otherKeyboard, identifier, on) => {
        const typed = `${identifier}${label}`;
        const keys = scanned(otherKeyboard ? german(typed) : typed, 0, gaps, end);
        const [text = ''] = play(keys, settings, on).scans;
        expect(readScannerTest(text, endings(keys, settings, on)[0] ?? null)).toMatchObject({
          end, identifier: identifier !== '', gs: { how: 'sent' }, prefix: '', keyboard: otherKeyboard ? 'qwertz' : 'right',
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is kept: its own text for GS becomes GS, its prefix is taken off', () => {
    const own: WedgeSettings = { ...settings, prefix: '#', gsText: '~d029' };
    expect(play(scanned(`#]C101${gtin}10AB~d02917271231`, 0), own)).toEqual({ ...nothing, scans: [`]C101${gtin}10AB${GS}17271231`] });
    expect(play(scanned(`]C101${gtin}10AB~d02917271231`, 0), own)).toEqual({ ...nothing, scans: [`]C101${gtin}10AB${GS}17271231`] });
  });
});

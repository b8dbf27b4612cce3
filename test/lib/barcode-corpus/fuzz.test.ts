import { expect, it } from 'vitest';
import { holdUntilComplete } from '../../../shared/lib/barcode/completeness.ts';
import { decodeScan } from '../../../shared/lib/barcode/decode-scan.ts';
import { faultWords, remarkWords } from '../../../shared/domain/scanning/code-words.ts';
import { isValidGtin } from '../../../shared/lib/gtin.ts';
import { parseSscc } from '../../../shared/lib/sscc.ts';
import { sayMessage } from '../../../shared/messages/say.ts';
import { Random } from '../../simulation/random.ts';

/** `HOTDOCK_FUZZ=1000000` for the whole of it, and `HOTDOCK_SEED=random` for other strings. */
const STRINGS = Number(process.env['HOTDOCK_FUZZ'] ?? 100_000);
const wanted = process.env['HOTDOCK_SEED'];
const SEED = wanted === 'random' ? Date.now() : Number(wanted ?? 20_261_124);

const gtin = '09506000134352';
const pieces = [
  ']C1', ']d2', ']E0', ']E4', ']Q3', ']', '\u001d', '<GS>', '{FNC1}', '00', '01', '02', '10', '17', '21', '37', '3102', '423', '7003', '8008', '8013', '8030', gtin,
  '006141411234567890', '271231', '(01)', '(', ')', 'HD:', 'CMD:', 'PO:', 'QTY:', 'https://a.b/01/', '/10/', '?17=', '%', '&', ' ', 'B07XJ8C8F5', 'AMZNCC', '\u00e8', '\r\n',
];

/** A string of pieces of codes, digits, printable characters and anything at all. */
function anyString(random: Random): string {
  let text = '';
  for (let left = random.between(0, 7); left > 0; left -= 1) {
    const sort = random.between(0, 9);
    if (sort < 5) text += random.pick(pieces);
    else if (sort < 7) text += String(random.between(0, 10 ** random.between(1, 9)));
    else text += String.fromCharCode(...Array.from({ length: random.between(1, 6) }, () => random.between(0, sort === 7 ? 0xffff : 0x7f)));
  }
  return text;
}

it(`${STRINGS} strings: none throws, what is read has its check digit, what is refused has its words`, () => {
  const random = new Random(SEED);
  const wordsOf = new Set<string>();
  for (let count = 0; count < STRINGS; count += 1) {
    const raw = anyString(random);
    holdUntilComplete(raw);
    const code = decodeScan(raw);
    const sound =
      code.text.length <= 600 && (code.kind !== 'gtin' || isValidGtin(code.gtin14)) && (code.kind !== 'sscc' || parseSscc(code.sscc).ok);
    if (!sound) expect.fail(`${JSON.stringify(raw)} (string ${count} of seed ${SEED}): ${JSON.stringify(code)}`);
    const words = code.kind === 'invalid' ? [faultWords(code)] : 'data' in code ? code.data.remarks.map(remarkWords) : [];
    for (const message of words) {
      if (wordsOf.has(message.key)) continue;
      wordsOf.add(message.key);
      expect(sayMessage('en', message)).not.toMatch(/[{}]/);
      expect(sayMessage('es', message)).not.toBe(sayMessage('en', message));
    }
  }
  expect(wordsOf.size).toBeGreaterThan(15);
}, 120_000);

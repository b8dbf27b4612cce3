import { measureStems } from './measures.ts';

/** Characters of a part: N digits; X, Y and Z are GS1's sets 82, 39 and 64 (General Specifications 7.11). */
export type CharacterSet = 'N' | 'X' | 'Y' | 'Z';
export type PartCheck = 'csum' | 'yymmd0' | 'yymmdd' | 'hhmi' | 'hh' | 'mi' | 'ss';

export interface ValuePart {
  readonly set: CharacterSet;
  readonly min: number;
  readonly max: number;
  readonly optional: boolean;
  readonly checks: readonly PartCheck[];
}

export interface ApplicationIdentifier {
  readonly ai: string;
  /** True when the first two digits of the AI fix the length, so that no FNC1 need follow (General Specifications 7.8.5). */
  readonly predefined: boolean;
  readonly parts: readonly ValuePart[];
  readonly maxLength: number;
}

const PREDEFINED = true;

/**
 * AI or range of AIs, and its value in the notation of the GS1 Barcode Syntax Dictionary
 * (https://ref.gs1.org/tools/gs1-barcode-syntax-resource/): `N6` exactly six digits, `X..20` one to twenty characters,
 * `[N4]` optional, `,csum` and the like are checks. Measures (31nn to 36nn) come from `measureStems`.
 */
const table: ReadonlyArray<readonly [ais: string, value: string, predefined?: boolean]> = [
  ['00', 'N18,csum', PREDEFINED],
  ['01-03', 'N14,csum', PREDEFINED],
  ['10', 'X..20'],
  ['11-13', 'N6,yymmd0', PREDEFINED],
  ['15-17', 'N6,yymmd0', PREDEFINED],
  ['20', 'N2', PREDEFINED],
  ['21-22', 'X..20'],
  ['235', 'X..28'],
  ['240-241', 'X..30'],
  ['242', 'N..6'],
  ['243', 'X..20'],
  ['250-251', 'X..30'],
  ['253', 'N13,csum [X..17]'],
  ['254', 'X..20'],
  ['255', 'N13,csum [N..12]'],
  ['30', 'N..8'],
  ['37', 'N..8'],
  ['3900-3909', 'N..15'],
  ['3910-3919', 'N3 N..15'],
  ['3920-3929', 'N..15'],
  ['3930-3939', 'N3 N..15'],
  ['3940-3943', 'N4'],
  ['3950-3955', 'N6'],
  ['400-401', 'X..30'],
  ['402', 'N17,csum'],
  ['403', 'X..30'],
  ['410-417', 'N13,csum', PREDEFINED],
  ['420', 'X..20'],
  ['421', 'N3 X..9'],
  ['422', 'N3'],
  ['423', 'N3 [N3] [N3] [N3] [N3]'],
  ['424', 'N3'],
  ['425', 'N3 [N3] [N3] [N3] [N3]'],
  ['426', 'N3'],
  ['427', 'X..3'],
  ['4300-4301', 'X..35'],
  ['4302-4306', 'X..70'],
  ['4307', 'X2'],
  ['4308', 'X..30'],
  ['4309', 'N10 N10'],
  ['4310-4311', 'X..35'],
  ['4312-4316', 'X..70'],
  ['4317', 'X2'],
  ['4318', 'X..20'],
  ['4319', 'X..30'],
  ['4320', 'X..35'],
  ['4321-4323', 'N1'],
  ['4324-4325', 'N6,yymmd0 N4,hhmi'],
  ['4326', 'N6,yymmdd'],
  ['4330-4333', 'N6 [X1]'],
  ['7001', 'N13'],
  ['7002', 'X..30'],
  ['7003', 'N6,yymmdd N4,hhmi'],
  ['7004', 'N..4'],
  ['7005', 'X..12'],
  ['7006', 'N6,yymmdd'],
  ['7007', 'N6,yymmdd [N6],yymmdd'],
  ['7008', 'X..3'],
  ['7009', 'X..10'],
  ['7010', 'X..2'],
  ['7011', 'N6,yymmdd [N4],hhmi'],
  ['7020-7022', 'X..20'],
  ['7023', 'X..30'],
  ['7030-7039', 'N3 X..27'],
  ['7040', 'N1 X1 X1 X1'],
  ['7041', 'X..4'],
  ['710-717', 'X..20'],
  ['7230-7239', 'X2 X..28'],
  ['7240', 'X..20'],
  ['7241', 'N2'],
  ['7242', 'X..25'],
  ['7250', 'N8'],
  ['7251', 'N8 N4,hhmi'],
  ['7252', 'N1'],
  ['7253-7254', 'X..40'],
  ['7255', 'X..10'],
  ['7256', 'X..90'],
  ['7257', 'X..70'],
  ['7258', 'X3'],
  ['7259', 'X..40'],
  ['8001', 'N4 N5 N3 N1 N1'],
  ['8002', 'X..20'],
  ['8003', 'N1 N13,csum [X..16]'],
  ['8004', 'X..30'],
  ['8005', 'N6'],
  ['8006', 'N14,csum N4'],
  ['8007', 'X..34'],
  ['8008', 'N6,yymmdd N2,hh [N2],mi [N2],ss'],
  ['8009', 'X..50'],
  ['8010', 'Y..30'],
  ['8011', 'N..12'],
  ['8012', 'X..20'],
  ['8013-8014', 'X..25'],
  ['8017-8018', 'N18,csum'],
  ['8019', 'N..10'],
  ['8020', 'X..25'],
  ['8026', 'N14,csum N4'],
  ['8030', 'Z..90'],
  ['8040-8041', 'N15'],
  ['8042', 'N32'],
  ['8043', 'N18 [N..2]'],
  ['8110', 'X..70'],
  ['8111', 'N4'],
  ['8112', 'X..70'],
  ['8200', 'X..70'],
  ['90', 'X..30'],
  ['91-99', 'X..90'],
  ...measureStems.map(([stem]) => [`${stem}0-${stem}5`, 'N6', PREDEFINED] as const),
];

const byAi: ReadonlyMap<string, ApplicationIdentifier> = new Map(table.flatMap(([ais, value, predefined = false]) => {
  const parts = value.split(' ').map(readPart);
  const maxLength = parts.reduce((sum, part) => sum + part.max, 0);
  return range(ais).map((ai) => [ai, { ai, predefined, parts, maxLength }] as const);
}));

export const applicationIdentifier = (ai: string): ApplicationIdentifier | undefined => byAi.get(ai);

/** The AI at the start of `text`: no AI is the beginning of another, so the first that fits is the one. */
export function leadingIdentifier(text: string): ApplicationIdentifier | undefined {
  return byAi.get(text.slice(0, 2)) ?? byAi.get(text.slice(0, 3)) ?? byAi.get(text.slice(0, 4));
}

/** Whether more characters could still make `text` an AI. */
export function mayBecomeIdentifier(text: string): boolean {
  return text.length < 4 && [...byAi.keys()].some((ai) => ai.length > text.length && ai.startsWith(text));
}

export const everyIdentifier = (): readonly ApplicationIdentifier[] => [...byAi.values()];

function range(ais: string): readonly string[] {
  const [first = '', last = first] = ais.split('-');
  const from = Number(first);
  return Array.from({ length: Number(last) - from + 1 }, (_, index) => String(from + index).padStart(first.length, '0'));
}

function readPart(text: string): ValuePart {
  const shape = /^(\[)?([NXYZ])(\.\.)?(\d+)\]?((?:,\w+)*)$/.exec(text);
  const set = shape?.[2];
  if (!shape || !isCharacterSet(set)) throw new Error(`bad entry in the AI table: ${text}`);
  const max = Number(shape[4]);
  return {
    set,
    min: shape[3] === undefined ? max : 1,
    max,
    optional: shape[1] !== undefined,
    checks: (shape[5] ?? '').split(',').filter(isPartCheck),
  };
}

function isCharacterSet(text: string | undefined): text is CharacterSet {
  return text === 'N' || text === 'X' || text === 'Y' || text === 'Z';
}

function isPartCheck(text: string): text is PartCheck {
  return ['csum', 'yymmd0', 'yymmdd', 'hhmi', 'hh', 'mi', 'ss'].includes(text);
}

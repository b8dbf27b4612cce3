import type { SheetPaper } from '../../shared/documents/sheet.ts';
import { ssccText } from '../../shared/domain/handling-units/names.ts';
import type { Shipment } from '../../shared/domain/state/entities.ts';
import { paperCode } from '../../shared/lib/barcode/house-code.ts';
import type { PaperKind } from '../../shared/lib/barcode/scanned-code.ts';
import { usualSystem } from '../../shared/lib/mass.ts';
import type { Instant } from '../../shared/lib/time.ts';
import type { MessageKey } from '../../shared/messages/catalogue.ts';
import { regionOf } from '../../shared/messages/region.ts';
import { say, type Message, type MessageParams } from '../../shared/messages/say.ts';
import { lengthText, sayIn, weightText } from '../../shared/messages/say-in.ts';
import { deadlineText, printedText } from '../printing/moments.ts';
import type { LabelAddress } from '../../shared/documents/papers.ts';
import type { Station } from './station.ts';

/** Words, numbers, weights and moments as a paper of this station writes them. */
export interface SheetWords {
  readonly t: (key: MessageKey, params?: MessageParams) => string;
  readonly number: (value: number) => string;
  readonly weight: (grams: number) => string;
  readonly height: (millimetres: number) => string;
  readonly sscc: (sscc: string) => string;
  readonly tell: (message: Message) => string;
  /** Day and time of a deadline; a dash where there is none. */
  readonly deadline: (at: Instant | null) => readonly string[];
}

export function sheetWords({ settings }: Station): SheetWords {
  const { locale, zone, paperSize } = settings;
  const t: SheetWords['t'] = (key, params = {}) => say(locale, key, params);
  const number = new Intl.NumberFormat(regionOf(locale));
  const system = usualSystem(paperSize);
  return {
    t,
    number: (value) => number.format(value),
    weight: (grams) => weightText({ locale, system }, grams),
    height: (millimetres) => lengthText({ locale, system }, millimetres),
    sscc: (sscc) => ssccText(sscc, settings),
    tell: (message) => sayIn({ locale, zone, system }, message),
    deadline: (at) => {
      if (at === null) return [t('sheets.none')];
      const { day, time } = deadlineText({ locale, zone }, at);
      return [day, time];
    },
  };
}

/** For whom a paper is printed, and whether that revision of it was printed before. */
export interface PaperPrint {
  readonly by: string;
  readonly reprint: boolean;
}

interface Stamp extends PaperPrint {
  readonly paper: PaperKind;
  readonly subject: string;
  readonly mark: string;
  readonly title: string;
}

/** What says which print it is: bar code, its caption, footer, language and time. */
export function stampOf(station: Station, { paper, subject, mark, title, by, reprint }: Stamp): Pick<SheetPaper, 'title' | 'revision' | 'reprint' | 'barcode' | 'underBars' | 'footer' | 'locale' | 'printedAt'> {
  const { locale, zone } = station.settings;
  const printedAt = station.now();
  return {
    title,
    revision: mark,
    reprint,
    barcode: paperCode(paper, subject, printedAt, mark),
    underBars: say(locale, 'sheets.scan'),
    footer: say(locale, 'sheets.footer', { title, revision: mark, when: printedText({ locale, zone }, printedAt), name: by }),
    locale,
    printedAt,
  };
}

export const addressText = ({ name, lines }: LabelAddress): string => [name, ...lines].join(', ');

/** The carrier's and Amazon's numbers, as far as they are known. */
export function referencesText({ t }: SheetWords, { shipmentId, pro, bol, arn }: Shipment): string {
  return [
    t('sheets.refs.shipment', { value: shipmentId }),
    ...(bol === null ? [] : [t('sheets.refs.bol', { value: bol })]),
    ...(pro === null ? [] : [t('sheets.refs.pro', { value: pro })]),
    ...(arn === null ? [] : [t('sheets.refs.arn', { value: arn })]),
  ].join(' · ');
}

/** One scanned data report of a scanner in HID POS mode. */
interface HidReport {
  /** The AIM identifier, empty where the scanner sends none. */
  readonly aim: string;
  readonly data: string;
  /** The code is longer than a report: another follows. */
  readonly more: boolean;
}

/** USB HID POS usage tables 1.02: the page of bar code scanners. */
export const SCANNER_PAGE = 0x8c;

const HEAD = 4;

/**
 * Reads the report as makers of HID POS scanners document it (such as Access-IS LSR118 manual, appendix B; without the report's id): length of the data,
 * three characters of AIM identifier, the data, and in the last byte whether more follows. Undefined for what is no such report.
 */
export function readHidReport(bytes: Uint8Array): HidReport | undefined {
  const [length = 0] = bytes;
  const last = bytes.at(-1) ?? 0;
  if (length === 0 || HEAD + length >= bytes.length) return undefined;
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  const aim = text(1, HEAD);
  return { aim: aim.startsWith(']') ? aim : '', data: text(HEAD, HEAD + length), more: (last & 1) === 1 };
}

/** Puts the reports of one scanner together. */
export class HidReports {
  #begun = '';

  /** The whole code, once its last report is here. */
  take(bytes: Uint8Array): string | undefined {
    const report = readHidReport(bytes);
    if (report === undefined) return undefined;
    // The identifier comes with every report and belongs to the code once.
    const text = this.#begun === '' ? `${report.aim}${report.data}` : `${this.#begun}${report.data}`;
    this.#begun = report.more ? text : '';
    return report.more ? undefined : text;
  }
}

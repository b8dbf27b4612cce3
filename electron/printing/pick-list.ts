import { setImmediate } from 'node:timers/promises';
import type { PaperSize, PickListPaper } from '../../shared/documents/papers.ts';
import { say, type MessageParams } from '../../shared/messages/say.ts';
import type { MessageKey } from '../../shared/messages/catalogue.ts';
import { closePdf, openPdf, PAPER, type PageSize } from './document.ts';
import { ellipsize, wrap } from './fit.ts';
import { textWidth, write, type Style } from './ink.ts';
import { deadlineText, printedText } from './moments.ts';
import { CAPTION, drawFooter, drawSignatures, factsPart, FOOTER, gap, hotBand, line, MARGIN, measured, runningHead, SIGNATURES, stack, STRONG, THIN, titlePart, type Area, type Fact, type Part } from './page-parts.ts';
import { paginate } from './paginate.ts';
import { drawBin, drawQuantity, drawText, drawTick } from './pick-list-ink.ts';
import { fitRow, totalText, type Columns, type Row } from './pick-list-rows.ts';
import { printable } from './printable.ts';

/*
 * The pick list: for a hand, a pencil and a black and white printer. Everything needed at the shelf is big (bin, quantity), everything needed
 * to trust the sheet is on every page (order, revision, print time, page).
 */

/** What drawing needs everywhere. */
interface Sheet extends Area {
  readonly paper: PickListPaper;
  readonly words: (key: MessageKey, params?: MessageParams) => string;
}

/** The pick list as PDF: A4 or Letter, texts in the paper's language, times in its zone. Works line by line, so that scans go on meanwhile. */
export async function renderPickList(paper: PickListPaper, size: PaperSize): Promise<Uint8Array> {
  const [width, height]: PageSize = PAPER[size];
  const title = say(paper.locale, 'papers.pickList.of', { po: printable(paper.po) });
  const pdf = openPdf({ title, size: PAPER[size], locale: paper.locale, at: paper.printedAt });
  const sheet: Sheet = { pdf, paper, words: (key, params = {}) => say(paper.locale, key, params), left: MARGIN, right: width - MARGIN, height };

  const printed = sheet.words('papers.pickList.footer', { po: printable(paper.po), revision: paper.revision, when: printedText(paper, paper.printedAt), name: printable(paper.printedBy) });
  const columns = columnsOf(sheet);
  const rows: Row[] = [];
  for (const line of paper.lines) {
    rows.push(fitRow(paper.locale, line, columns));
    await setImmediate();
  }
  const bottom = height - MARGIN - FOOTER;
  const heads = { first: firstHead(sheet), next: nextHead(sheet) };
  const heights = rows.map((row) => row.height);
  const pages = paginate(heights, bottom - heads.first.height - MARGIN - TABLE_HEAD, bottom - heads.next.height - MARGIN - TABLE_HEAD, CLOSING);

  for (const [index, { from, to }] of pages.entries()) {
    pdf.addPage();
    const head = index === 0 ? heads.first : heads.next;
    head.draw(MARGIN);
    let y = MARGIN + head.height;
    drawTableHead(sheet, columns, y);
    y += TABLE_HEAD;
    for (const row of rows.slice(from, to)) {
      drawRow(sheet, columns, row, y);
      y += row.height;
      await setImmediate();
    }
    if (index === pages.length - 1) drawClosing(sheet, y);
    drawFooter(sheet, printed, sheet.words('papers.page', { page: index + 1, pages: pages.length }));
  }
  return closePdf(pdf);
}

function columnsOf({ left, right }: Sheet): Columns {
  return { tick: left, bin: left + 26, product: left + 114, quantity: right - 190, picked: right - 56, end: right };
}

function firstHead(sheet: Sheet): Part {
  const { paper, words } = sheet;
  const title = titlePart(sheet, {
    kind: words('papers.pickList.title'),
    heading: printable(paper.po),
    mark: paper.reprint ? words('papers.reprint') : null,
    barcode: paper.barcode,
    underBars: words('papers.pickList.scanFirst'),
  });
  return stack([...(paper.hpo ? [hotBand(sheet, words('papers.hpo')), whyHot(sheet), gap(14)] : []), title, gap(12), factsPart(sheet, factsOf(sheet)), gap(12)]);
}

function nextHead(sheet: Sheet): Part {
  const { paper, words } = sheet;
  const shipBy = paper.shipBy === null ? undefined : deadlineText(paper, paper.shipBy);
  return runningHead(sheet, {
    title: words('papers.pickList.of', { po: printable(paper.po) }),
    hot: paper.hpo ? words('papers.hpo') : null,
    mark: paper.reprint ? words('papers.reprint') : null,
    note: shipBy ? `${words('papers.pickList.shipBy')} ${shipBy.day}, ${shipBy.time}` : '',
  });
}

const MOST_REASONS = 4;

/** What a hot order means for the reader, and why it is one. */
function whyHot({ pdf, paper, words, left, right }: Sheet): Part {
  const rule: Style = { weight: 'bold', size: 12 };
  const style: Style = { weight: 'regular', size: 9.5 };
  const caption: Style = { weight: 'bold', size: 9.5 };
  const indent = textWidth(words('papers.hpo.why'), caption) + 8;
  const lines = paper.why.flatMap((why) => wrap(printable(why), right - left - indent, 2, measured(style))).slice(0, MOST_REASONS);
  return {
    height: 24 + lines.length * 13,
    draw: (y) => {
      write(pdf, ellipsize(words('papers.hpo.line'), right - left, measured(rule)), left, y + 19, rule);
      if (lines.length > 0) write(pdf, words('papers.hpo.why'), left, y + 35, caption);
      lines.forEach((text, index) => write(pdf, text, left + indent, y + 35 + index * 13, style));
    },
  };
}

/** Where to, until when, and which version. */
function factsOf({ paper, words }: Sheet): readonly Fact[] {
  const moment = (at: PickListPaper['shipBy'], none: string): readonly string[] => {
    if (at === null) return [none];
    const { day, time } = deadlineText(paper, at);
    return [day, time];
  };
  return [
    { caption: words('papers.pickList.shipTo'), lines: [printable(paper.shipTo) || words('papers.none')] },
    { caption: words('papers.pickList.shipBy'), lines: moment(paper.shipBy, words('papers.none')) },
    ...(paper.acknowledgeBy === null ? [] : [{ caption: words('papers.pickList.acknowledgeBy'), lines: moment(paper.acknowledgeBy, '') }]),
    { caption: words('papers.pickList.revision'), lines: [String(paper.revision)] },
  ];
}

const TABLE_HEAD = 18;

function drawTableHead(sheet: Sheet, columns: Columns, y: number): void {
  const { pdf, words, left, right } = sheet;
  const baseline = y + 11;
  write(pdf, words('papers.pickList.bin'), columns.bin, baseline, CAPTION);
  write(pdf, words('papers.pickList.product'), columns.product, baseline, CAPTION);
  write(pdf, words('papers.pickList.quantity'), columns.quantity, baseline, CAPTION);
  write(pdf, words('papers.pickList.picked'), columns.picked, baseline, CAPTION);
  line(sheet, left, right, y + TABLE_HEAD, STRONG);
}

function drawRow(sheet: Sheet, columns: Columns, row: Row, y: number): void {
  const { pdf, left, right } = sheet;
  drawTick(pdf, columns.tick, y, row.height);
  drawBin(pdf, { lines: row.bin, style: row.binStyle }, columns.bin, { y, height: row.height });
  drawText(pdf, row, columns.product, { y, height: row.height });
  drawQuantity(pdf, row, { from: columns.quantity, to: columns.picked }, { y, height: row.height });
  pdf.rect(columns.picked, y + (row.height - 24) / 2, columns.end - columns.picked - THIN / 2, 24).lineWidth(THIN).stroke('black');
  line(sheet, left, right, y + row.height, THIN);
}

/** Totals and signatures. */
const CLOSING = SIGNATURES + 44;

function drawClosing(sheet: Sheet, y: number): void {
  const { pdf, paper, words, left, right } = sheet;
  line(sheet, left, right, y, STRONG);
  const total: Style = { weight: 'bold', size: 12 };
  const text = paper.lines.length === 0 ? words('papers.pickList.empty') : totalText(paper.locale, paper.lines);
  write(pdf, ellipsize(text, right - left, measured(total)), left, y + 19, total);
  drawSignatures(sheet, [words('papers.pickList.pickedBy'), words('papers.pickList.checkedBy')], words('papers.pickList.time'), y + 32);
}
